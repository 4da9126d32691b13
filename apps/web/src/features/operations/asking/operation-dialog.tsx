import { permissionsFor } from '@wheelhouse/contract'
import type {
  Cluster,
  Component,
  OperationKind,
  OperationRequest,
  PlanWarning,
} from '@wheelhouse/contract'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { ConfirmFields } from './confirm-fields.tsx'
import { CurrentFacts } from './current-facts.tsx'
import { invalidInput } from './input-fault.ts'
import type { InvalidInput } from './input-fault.ts'
import { kindlyNamed } from './kindly-named.ts'
import classes from './operation-dialog.module.css'
import type { Doubts } from './plan-checks.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { SendTrouble } from './send-trouble.tsx'
import { useAsking } from './use-asking.ts'
import { useCurrent } from './use-current.ts'
import { useWhyNot } from '../why-not.ts'

interface OperationDialogProps {
  readonly kind: OperationKind
  readonly component: Component
  readonly cluster: Cluster | undefined
  /** What is asked for; `undefined` while something in the form is missing or wrong. */
  readonly request: OperationRequest | undefined
  readonly title?: string
  readonly size?: string
  /** The form; it is told which of its fields Wheelhouse does not accept. */
  readonly children?: ReactNode | ((invalid: InvalidInput | undefined) => ReactNode)
  /** What follows, in plain words. */
  readonly consequence: ReactNode
  /** Warnings of the plan that the dialog itself says better. */
  readonly said?: readonly PlanWarning[]
  /** What the plan takes for given, and the dialog knows better. */
  readonly doubts?: Doubts
  /** What the button says, where it is not the verb of its kind. */
  readonly submitWord?: string
  readonly isDangerous?: boolean
  readonly needsReason?: boolean
  /** What has to be typed before it can be sent. */
  readonly typed?: string | undefined
  readonly onClose: () => void
  /** It was taken on. */
  readonly onDone?: (() => void) | undefined
}

/** Names the thing and the verb, shows how it is now, what will be sent and what follows; then asks. */
export function OperationDialog(props: OperationDialogProps) {
  const { kind, component: opened, cluster, request, children, consequence, onClose } = props
  const { title, size = '620px', isDangerous, needsReason, typed, said, doubts, onDone } = props
  const text = useText()
  const component = useCurrent(opened)
  const name = kindlyNamed(text, component)
  const [isTouched, setTouched] = useState(false)
  const [askedAtFirst] = useState(() => JSON.stringify(request))
  const isFilled = isTouched || JSON.stringify(request) !== askedAtFirst
  const [reason, setReason] = useState('')
  const [typedName, setTypedName] = useState('')
  const close = () => {
    onDone?.()
    onClose()
  }
  const [hasTried, setTried] = useState(false)
  const whyNot = useWhyNot()
  const wanted = request && permissionsFor(component.kind, request)
  const refusal = hasTried ? undefined : whyNot({ kind, wanted }, component, cluster)
  const asking = useAsking({
    component,
    request: refusal === undefined ? request : undefined,
    onDone: close,
  })
  const { operate, isUnanswered } = asking
  const isTypedWrong =
    typed !== undefined && typedName.trim() !== '' && !typed.startsWith(typedName.trim())
  const missing = missingWords()

  function missingWords(): string | undefined {
    if (isUnanswered) return undefined
    if (needsReason && reason.trim() === '') return text('ask.missing.reason')
    if (typed === undefined || typedName.trim() === typed) return undefined
    return isTypedWrong ? text('ask.type.wrong', { name: typed }) : text('ask.missing.typed')
  }
  const isOff =
    !isUnanswered && (refusal !== undefined || missing !== undefined || !asking.isPlanned)

  const send = () => {
    setTried(true)
    asking.send(reason)
  }

  return (
    <Dialog
      title={title ?? text(`ask.title.${kind}`, { name })}
      size={size}
      isFilled={isFilled}
      onClose={onClose}
      actions={
        <>
          {asking.isPlanned && missing && <p className={classes.missing}>{missing}</p>}
          {/* Unless a field of the form wants the focus. */}
          <Button data-autofocus onClick={onClose}>
            {kind === 'stop' ? text('stop.keep') : text('dialog.cancel')}
          </Button>
          <Button
            look={isDangerous ? 'danger' : 'filled'}
            isPending={operate.isPending}
            isOff={isOff}
            onClick={send}
          >
            {operate.isError ? text('retry') : (props.submitWord ?? text(`ask.submit.${kind}`))}
          </Button>
        </>
      }
    >
      {component.identity !== null && component.name !== name && (
        <p className={`mono dim ${classes.name}`}>{component.name}</p>
      )}
      <CurrentFacts component={component} hasPosition={kind === 'rewind'} />
      <fieldset
        className={classes.form}
        disabled={operate.isPending || isUnanswered}
        onInput={() => setTouched(true)}
      >
        {typeof children === 'function'
          ? children(invalidInput(text, asking.planError, operate.error))
          : children}
        <div className={classes.consequence}>{consequence}</div>
        {!refusal && (
          <PlanPreview
            plan={asking.plan}
            isNeeded={request !== undefined}
            isFresh={asking.isPlanned}
            error={asking.planError}
            said={said}
            doubts={doubts}
            onRetry={asking.replan}
          />
        )}
        <ConfirmFields
          isReasonNeeded={needsReason === true}
          reason={reason}
          onReason={setReason}
          typed={typed}
          typedName={typedName}
          isTypedWrong={isTypedWrong}
          onTypedName={setTypedName}
        />
      </fieldset>
      {refusal && <Trouble sentence={refusal} />}
      {operate.error && <SendTrouble error={operate.error} onLeave={onClose} />}
    </Dialog>
  )
}

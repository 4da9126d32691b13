import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import { retryMutation } from '../../../api/operation-commands.ts'
import { useText } from '../../../i18n/text.ts'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { DecisionSeen } from './decision-seen.tsx'
import type { PlacedStep } from './decisions.ts'
import { stepsAfter } from './decisions.ts'
import classes from './decision-dialog.module.css'
import { againSentence, stepTitle } from '../step-title.ts'

interface RetryDialogProps {
  readonly operation: Operation
  readonly stuck: PlacedStep
  readonly onClose: () => void
}

/**
 * Sends a step once more: one that CM refused is harmless, one that it may have carried out is not, and
 * the dialog says what a second time may do.
 */
export function RetryDialog({ operation: opened, stuck: found, onClose }: RetryDialogProps) {
  const text = useText()
  // As they were when the dialog opened: what was decided on is this try and no later one.
  const [{ operation, stuck }] = useState({ operation: opened, stuck: found })
  const { step, index } = stuck
  const [hasLooked, setLooked] = useState(false)
  const retry = useMutation(retryMutation(useQueryClient()))
  const isSecond = step.state === 'uncertain' && step.effect === 'write'
  const mustLook = isSecond && step.name === 'migrate'
  const title = stepTitle(text, step, operation)
  const after = stepsAfter(operation, index).map((it) => stepTitle(text, it, operation))

  return (
    <DecisionDialog
      title={text(step.effect === 'read' ? 'retry.title.read' : 'retry.title', { step: title })}
      submit={text(isSecond ? 'retry.submit.again' : 'retry.submit')}
      isDangerous={isSecond}
      placeholder={text('retry.placeholder')}
      isReasonOptional={step.state === 'refused'}
      isIncomplete={mustLook && !hasLooked}
      isPending={retry.isPending}
      error={retry.error}
      onSend={(reason) =>
        retry.mutate(
          {
            id: operation.id,
            step: index,
            attempt: step.attempt,
            ...(reason === '' ? {} : { reason }),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      {isSecond && (
        <Strip tone="bad">
          <strong>{text('retry.second')}</strong> {againSentence(text, step, operation)}
        </Strip>
      )}
      {step.state === 'refused' && step.effect === 'write' && <p>{text('retry.harmless')}</p>}
      {step.effect === 'read' && <p>{text('again.see-stopped', { kind: 'writer' })}</p>}
      {after.length > 0 && <p>{text('retry.then', { next: after.join(text('needs.then')) })}</p>}
      <DecisionSeen operation={operation} stuck={stuck} />
      <CodeBlock
        code={step.request.curl}
        label={text('step.request')}
        copyLabel={text('copy.curl')}
      />
      {mustLook && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={hasLooked}
            onChange={(event) => setLooked(event.currentTarget.checked)}
          />
          {text('retry.looked')}
        </label>
      )}
    </DecisionDialog>
  )
}

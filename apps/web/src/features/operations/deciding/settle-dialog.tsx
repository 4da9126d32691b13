import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { longestName, nameFaults } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import { estate } from '../../../api/estate.ts'
import { settleMutation } from '../../../api/operation-commands.ts'
import { ProblemError } from '../../../api/problem-error.ts'
import { useText } from '../../../i18n/text.ts'
import type { Text } from '../../../i18n/text.ts'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { DecisionSeen } from './decision-seen.tsx'
import { judgeNewName, mayComeLate, skippedWords, stepsAfter } from './decisions.ts'
import type { PlacedStep } from './decisions.ts'
import { lookSentence, stepTitle } from '../step-title.ts'

interface SettleDialogProps {
  readonly operation: Operation
  readonly stuck: PlacedStep
  readonly as: 'happened' | 'skipped'
  readonly onClose: () => void
}

/** Says of an uncertain step that it happened, or goes on without it; nothing of it is sent again. */
export function SettleDialog(props: SettleDialogProps) {
  const { operation: opened, stuck: found, as, onClose } = props
  const text = useText()
  // As they were when the dialog opened: what was decided on is this try and no later one.
  const [{ operation, stuck }] = useState({ operation: opened, stuck: found })
  const { step, index } = stuck
  const [typed, setTyped] = useState('')
  const client = useQueryClient()
  const settle = useMutation(settleMutation(client))
  const asksName = as === 'happened' && step.name === 'migrate'
  const newName = typed.trim()
  const tracked = estate.all()
  const { fault, warnings } = judgeNewName(newName, operation, tracked)
  const after = stepsAfter(operation, index).map((it) => stepTitle(text, it, operation))
  const rest = after.length === 0 ? 'none' : 'some'
  const refused = nameRefusal(settle.error, settle.variables?.newName === newName)
  const nameTrouble = typed === '' ? undefined : (fault ?? refused)

  return (
    <DecisionDialog
      title={text(`settle.title.${as}`, { step: stepTitle(text, step, operation) })}
      submit={text(`settle.submit.${as}`)}
      placeholder={text(`settle.placeholder.${as}`)}
      isIncomplete={asksName && (fault ?? refused) !== undefined}
      isPending={settle.isPending}
      error={settle.error}
      onSend={(reason) =>
        settle.mutate(
          {
            id: operation.id,
            step: index,
            attempt: step.attempt,
            as,
            reason,
            ...(asksName ? { newName } : {}),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p>{lookSentence(text, step, operation)}</p>
      <DecisionSeen
        operation={operation}
        stuck={stuck}
        isClaimed={as === 'happened' || step.effect === 'read'}
      />
      {as === 'skipped' && mayComeLate(step) && <Strip tone="warning">{text('needs.late')}</Strip>}
      <p>
        {text(as === 'skipped' ? skippedWords(step) : `choice.${as}.what`, {
          rest,
          next: after.join(text('needs.then')),
          effect: step.effect,
          kind: operation.component.kind,
        })}
      </p>
      {asksName && step.reply?.status != null && step.reply.body !== '' && (
        <CodeBlock
          code={step.reply.body}
          label={text('step.reply')}
          copyLabel={text('copy.reply')}
        />
      )}
      {asksName && (
        <TextInput
          data-autofocus
          required
          label={text('settle.new-name')}
          description={text('settle.new-name.hint', { name: operation.component.name })}
          value={typed}
          maxLength={longestName}
          spellCheck={false}
          autoComplete="off"
          error={nameTrouble && faultWords(text, nameTrouble)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {asksName &&
        typed !== '' &&
        warnings.map((warning) => (
          <Strip key={warning} tone="warning">
            {text(`settle.name.${warning}`, { host: operation.input.host ?? '' })}
          </Strip>
        ))}
    </DecisionDialog>
  )
}

/** What the BFF said of the name, for as long as it stands there as it was sent. */
function nameRefusal(error: Error | null, isAsSent: boolean): string | undefined {
  if (!isAsSent || !(error instanceof ProblemError)) return undefined
  return error.problem.field === 'body.newName' ? error.problem.fault : undefined
}

/** Which rule a name breaks: of a name, of this migration, or one that only the BFF can know. */
function faultWords(text: Text, fault: string): string {
  const ours = settleFaults.find((it) => it === fault)
  if (ours) return text(`settle.name.${ours}`)
  const shared = nameFaults.find((it) => it === fault)
  return shared ? text(`fault.${shared}`, { longest: longestName }) : fault
}

const settleFaults = [
  'same-name',
  'other-identity',
  'other-form',
  'already-tracked',
  'unknown-to-cm',
  'missing',
] as const

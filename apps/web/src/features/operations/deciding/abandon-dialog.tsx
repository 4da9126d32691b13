import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import { abandonMutation } from '../../../api/operation-commands.ts'
import { useText } from '../../../i18n/text.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { DecisionSeen } from './decision-seen.tsx'
import { leavesStopped } from './decisions.ts'
import type { PlacedStep } from './decisions.ts'

interface AbandonDialogProps {
  readonly operation: Operation
  readonly stuck: PlacedStep
  readonly onClose: () => void
}

/** Gives an uncertain operation up; of a failed one, whose outcome is known, it says that it was seen. */
export function AbandonDialog({ operation: opened, stuck, onClose }: AbandonDialogProps) {
  const text = useText()
  // As it was when the dialog opened: nothing in it changes under the reader's eyes.
  const [operation] = useState(opened)
  const what = operation.state === 'failed' ? 'failed' : 'uncertain'
  const abandon = useMutation(abandonMutation(useQueryClient()))

  return (
    <DecisionDialog
      title={text(`abandon.title.${what}`)}
      submit={text(`abandon.submit.${what}`)}
      placeholder={text(`abandon.placeholder.${what}`)}
      isPending={abandon.isPending}
      error={abandon.error}
      onSend={(reason) => abandon.mutate({ id: operation.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{text(`abandon.body.${what}`)}</p>
      {leavesStopped(operation) && <p>{text('outcome.leaves-stopped')}</p>}
      <DecisionSeen operation={operation} stuck={stuck} />
    </DecisionDialog>
  )
}

import type { Operation } from '@wheelhouse/contract'
import { AbandonDialog } from './abandon-dialog.tsx'
import type { Decision, PlacedStep } from './decisions.ts'
import { RetryDialog } from './retry-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'

interface OperationDecisionProps {
  readonly decision: Decision
  readonly operation: Operation
  readonly stuck: PlacedStep
  readonly onClose: () => void
}

/** The dialog of a decision. Only ever imported lazily. */
export function OperationDecision({ decision, ...props }: OperationDecisionProps) {
  switch (decision) {
    case 'retry':
    case 'again':
      return <RetryDialog {...props} />
    case 'happened':
    case 'skipped':
      return <SettleDialog {...props} as={decision} />
    case 'dismiss':
    case 'abandon':
      return <AbandonDialog {...props} />
    default:
      return decision satisfies never
  }
}

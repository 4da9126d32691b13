import type { Operation, StepState } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { Badge } from '../../ui/badge.tsx'
import { outcomeSentence, stateLooks, stepLooks, verificationLooks } from './state.ts'

interface OperationBadgeProps {
  readonly operation: Operation
  readonly size?: 'md' | 'lg'
}

export function OperationBadge({ operation, size = 'md' }: OperationBadgeProps) {
  const text = useText()
  const { state } = operation
  return (
    <Badge
      {...stateLooks[state]}
      size={size}
      word={text(`state.${state}`)}
      isMoving={state === 'running'}
      hintText={outcomeSentence(text, operation)}
    />
  )
}

/** Apart from the state: accepted is not yet seen. */
export function VerificationBadge({ operation: { verification, state } }: OperationBadgeProps) {
  const text = useText()
  // What CM refused, or nobody has sent, has no effect that could be looked for.
  if (verification === 'pending' && (state === 'failed' || state === 'abandoned')) {
    return <span className="dim">—</span>
  }
  return (
    <Badge
      {...verificationLooks[verification]}
      word={text(`verification.${verification}`)}
      hintText={text(`verification.${verification}.hint`)}
    />
  )
}

export function StepBadge({ state }: { readonly state: StepState }) {
  const text = useText()
  return <Badge {...stepLooks[state]} word={text(`step.${state}`)} isMoving={state === 'running'} />
}

import { isObservable } from '@wheelhouse/contract'
import type { Operation, Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { Badge } from '../../ui/badge.tsx'
import { outcomeSentence, stateLooks, verificationLooks } from './state.ts'
import { stepLooks } from './step-looks.ts'
import { stepWordOf } from './step-word.ts'

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
export function VerificationBadge({ operation, size = 'md' }: OperationBadgeProps) {
  const text = useText()
  const { verification, state, component, kind } = operation
  // What CM refused, or nobody has sent, has no effect that could be looked for.
  if (verification === 'pending' && (state === 'failed' || state === 'abandoned')) {
    return <span className="dim">—</span>
  }
  const isUnobservable = verification === 'unverifiable' && !isObservable(component.kind)
  const isAnswered = verification === 'verified' && kind === 'configure'
  const seen = isAnswered ? 'answered' : verification
  return (
    <Badge
      {...verificationLooks[verification]}
      size={size}
      word={text(size === 'lg' ? `verified.${seen}` : `verification.${verification}`)}
      hintText={text(
        isUnobservable ? 'verification.unobservable.hint' : `verification.${seen}.hint`,
      )}
    />
  )
}

export function StepBadge({ step }: { readonly step: Step }) {
  const text = useText()
  const word = stepWordOf(step)
  return (
    <Badge
      {...stepLooks[word]}
      word={text(`step-word.${word}`)}
      isMoving={step.state === 'running'}
    />
  )
}

import type { OperationState, StepState } from '@wheelhouse/contract'

/** An operation's state follows from its steps; nothing else decides it, but for an operator's "abandoned". */
export function stateOf(steps: readonly StepState[]): OperationState {
  if (steps.includes('uncertain')) return 'uncertain'
  if (steps.includes('refused')) return 'failed'
  if (steps.every((step) => step === 'succeeded' || step === 'skipped')) return 'succeeded'
  return steps.every((step) => step === 'pending') ? 'queued' : 'running'
}

/** What the machine itself may do: nothing here leads to a second send. */
const moves: Record<StepState, readonly StepState[]> = {
  // A pending step is refused where it must not be sent any more: after a restart, or too late.
  pending: ['running', 'refused'],
  running: ['succeeded', 'refused', 'uncertain'],
  uncertain: ['succeeded'],
  succeeded: [],
  skipped: [],
  refused: [],
}

/** What a person may decide, beside that: to leave a step out, or to take it from the beginning. */
const decisions: Record<StepState, readonly StepState[]> = {
  pending: [],
  running: [],
  uncertain: ['succeeded', 'skipped', 'pending'],
  // Only where it is a check, which asks and changes nothing.
  succeeded: ['pending'],
  skipped: [],
  // Left out only where it is a check.
  refused: ['pending', 'skipped'],
}

/** Whether a step may go from one state to another, by the machine or by a person. */
export const mayMove = (
  from: StepState,
  to: StepState,
  by: 'machine' | 'person' = 'machine',
): boolean => (by === 'machine' ? moves : decisions)[from].includes(to)

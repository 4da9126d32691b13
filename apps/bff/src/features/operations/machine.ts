import type { OperationState, StepState } from '@wheelhouse/contract'

/** An operation's state follows from its steps; nothing else decides it, but for an operator's "abandoned". */
export function stateOf(steps: readonly StepState[]): OperationState {
  if (steps.includes('uncertain')) return 'uncertain'
  if (steps.includes('refused')) return 'failed'
  if (steps.every((step) => step === 'succeeded' || step === 'skipped')) return 'succeeded'
  return steps.every((step) => step === 'pending') ? 'queued' : 'running'
}

const moves: Record<StepState, readonly StepState[]> = {
  // A pending step is refused when the process went down before its call left.
  pending: ['running', 'skipped', 'refused'],
  running: ['succeeded', 'refused', 'uncertain'],
  uncertain: ['succeeded', 'skipped'],
  succeeded: [],
  skipped: [],
  refused: [],
}

/** Whether a step may go from one state to another. */
export const mayMove = (from: StepState, to: StepState): boolean => moves[from].includes(to)

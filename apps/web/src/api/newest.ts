import type { Operation, StepState } from '@wheelhouse/contract'

const stepRanks: Record<StepState, number> = {
  pending: 0,
  running: 1,
  uncertain: 2,
  refused: 3,
  succeeded: 4,
  skipped: 4,
}
const stateRanks: Record<Operation['state'], number> = {
  queued: 0,
  running: 1,
  uncertain: 2,
  failed: 2,
  succeeded: 2,
  abandoned: 3,
}
const verificationRanks: Record<Operation['verification'], number> = {
  pending: 0,
  unverifiable: 1,
  contradicted: 1,
  verified: 2,
}

/** How far it has come. Of two moments of one operation the later one is the greater at the first difference. */
const progressOf = ({ steps, state, verification }: Operation): number[] => [
  // A step that is taken up again begins anew, with one more try behind it.
  ...steps.flatMap((step) => [step.earlier.length, step.attempt, stepRanks[step.state]]),
  stateRanks[state],
  verificationRanks[verification],
]

/**
 * The later of two moments of one operation. A reply and the stream come on two ways, and what left
 * first may arrive last: nothing that is shown may go back.
 */
export function laterOf(known: Operation | undefined, arrived: Operation): Operation {
  if (!known) return arrived
  const before = progressOf(known)
  const step = progressOf(arrived)
    .map((value, index) => value - (before[index] ?? 0))
    .find((difference) => difference !== 0)
  return step !== undefined && step < 0 ? known : arrived
}

import type { Step } from '@wheelhouse/contract'

/**
 * What is known of a step, in finer words than its state: CM's word, a reading and a person's say are
 * three different grounds for taking it as done.
 */
export const stepWords = [
  'pending',
  'sending',
  'reading',
  'accepted',
  'seen',
  'learnt',
  'said',
  'skipped',
  'passed-over',
  'refused',
  'rejected',
  'not-seen',
  'uncertain',
] as const
export type StepWord = (typeof stepWords)[number]

export function stepWordOf({ state, effect, reply, decision }: Step): StepWord {
  switch (state) {
    case 'pending':
      return 'pending'
    case 'running':
      return effect === 'read' ? 'reading' : 'sending'
    case 'succeeded':
      if (decision?.as === 'happened') return 'said'
      if (effect === 'read') return 'seen'
      return !reply || reply.failure !== null ? 'learnt' : 'accepted'
    case 'skipped':
      return decision ? 'passed-over' : 'skipped'
    case 'refused':
      if (effect === 'read') return 'not-seen'
      // Or it never left, which is no word of CM's.
      return reply?.failure === 'REJECTED' ? 'rejected' : 'refused'
    case 'uncertain':
      return 'uncertain'
    default:
      return state satisfies never
  }
}

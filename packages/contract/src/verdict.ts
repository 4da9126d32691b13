import * as z from 'zod/mini'

/**
 * What the last observations of a component mean, worst first: when several hold, the first wins,
 * and the lists are sorted in this order.
 */
export const verdicts = [
  'needs-you',
  'operating',
  'unreachable',
  'abnormal',
  'stalled',
  'falling-behind',
  'catching-up',
  'unknown',
  'stopped',
  'running',
  'not-observable', // CM documents no read for this kind
] as const

export const verdictSchema = z.enum(verdicts)
export type Verdict = z.output<typeof verdictSchema>

/** 0 is the worst. */
export const verdictRank = (verdict: Verdict): number => verdicts.indexOf(verdict)

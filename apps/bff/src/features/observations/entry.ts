import type { Verdict } from '@wheelhouse/contract'

/** The round comes to those of weight 1 six times while it comes to one of weight 6 once. */
export type Weight = 1 | 2 | 6

/** A component as the scheduler knows it. Times are those of a steady clock, which nobody sets. */
export interface Entry {
  readonly id: string
  weight: Weight
  /** Not read again by the round before this. */
  dueAtMs: number
  /** When it was last taken. */
  askedAtMs: number
  /** Never read yet. */
  isNew: boolean
  isOut: boolean
  /** So many of its newest reads in a row hung. */
  hung: number
  /** Its newest read came to nothing, however. */
  hasFailed: boolean
  /** How far on in the round its turn comes, in turns of weight 1. */
  pass: number
  /** It waits for its turn in the round. */
  isDue: boolean
  /** Counts its places: it stands only where it was put last. */
  ticket: number
}

/** Where a component stood in a line, which may have been overtaken by another place. */
export interface Place {
  readonly entry: Entry
  readonly ticket: number
}

/** Its only place from now on. */
export function placeOf(entry: Entry): Place {
  entry.ticket += 1
  return { entry, ticket: entry.ticket }
}

export const newEntry = (id: string): Entry => ({
  id,
  weight: 2,
  dueAtMs: Number.NEGATIVE_INFINITY,
  askedAtMs: Number.NEGATIVE_INFINITY,
  isNew: true,
  isOut: false,
  hung: 0,
  hasFailed: false,
  pass: 0,
  isDue: false,
  ticket: 0,
})

/** How often the round comes to a component: the ill first, those that stand still last. */
export function weightOf(verdict: Verdict): Weight {
  switch (verdict) {
    case 'needs-you':
    case 'operating':
    case 'abnormal':
    case 'stalled':
    case 'falling-behind':
    case 'catching-up':
      return 1
    case 'running':
      return 2
    case 'unreachable':
    case 'unknown':
    case 'stopped':
    case 'not-observable':
      return 6
    default:
      return verdict satisfies never
  }
}

import type { Weight } from './entry.ts'
import { shortestPeriodMs } from './round.ts'

/** How long turns are counted before they make a rate. */
const countedMs = 5_000
/** What a row can be told to be fresh for, seconds. */
const steps = [30, 60, 120, 300, 600, 1800] as const
/** A step is left for the one below only where that would do with so much to spare, so that no row flaps. */
const spare = 0.7

type Counts = Readonly<Record<Weight, number>>

const weights = [1, 2, 6] as const

/** How often the round comes round, as it went of late. Times are those of a steady clock. */
export class Pace {
  #perSecond: number
  #turns = 0
  #sinceMs: number
  readonly #steps: Record<Weight, number> = { 1: steps[0], 2: steps[0], 6: steps[0] }

  /** Until turns have been counted, the round is taken to get all calls. */
  constructor(callsPerSecond: number, nowMs: number) {
    this.#perSecond = callsPerSecond
    this.#sinceMs = nowMs
  }

  /** The round has taken a turn. */
  turn(nowMs: number) {
    this.#turns += 1
    if (nowMs - this.#sinceMs < countedMs) return
    this.#perSecond = (this.#turns * 1000) / (nowMs - this.#sinceMs)
    this.pause(nowMs)
  }

  /** There was no round for a while, which says nothing of its pace. */
  pause(nowMs: number) {
    this.#turns = 0
    this.#sinceMs = nowMs
  }

  /** How long a round takes until even those of the greatest weight had their turn, seconds; null for none. */
  roundSeconds(counts: Counts): number | null {
    const slowest = weights.findLast((weight) => counts[weight] > 0)
    return slowest === undefined ? null : this.#periodSeconds(slowest, counts)
  }

  /** A reading that is older than this is overdue: two of its periods at least, in steps. */
  freshForSeconds(weight: Weight, counts: Counts): number {
    const seconds = 2 * this.#periodSeconds(weight, counts)
    const fitting = steps.find((step) => step >= seconds) ?? steps[5]
    if (fitting > this.#steps[weight] || seconds <= fitting * spare) this.#steps[weight] = fitting
    return this.#steps[weight]
  }

  #periodSeconds(weight: Weight, counts: Counts): number {
    const share = weights.reduce((sum, one) => sum + counts[one] / one, 0)
    return Math.max(shortestPeriodMs / 1000, (weight * share) / this.#perSecond)
  }
}

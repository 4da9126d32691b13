import type { Entry } from './entry.ts'

/** What is on a screen is read this often, if the budget has so much. */
export const watchedPeriodMs = 1_000

/**
 * The turns of what somebody waits for: first what was asked for, the longest wait first, then what is on
 * screens, the oldest reading first.
 */
export class Wanted {
  readonly #urged = new Set<Entry>()
  /** In the order in which they were read. */
  #watched = new Set<Entry>()

  /** Somebody waits for its next reading; many that wait for the same one are one. */
  urge(entry: Entry) {
    this.#urged.add(entry)
  }

  watch(entries: readonly Entry[]) {
    this.#watched = new Set(entries.toSorted((one, other) => one.askedAtMs - other.askedAtMs))
  }

  /** Becomes one of the watched. */
  join(entry: Entry) {
    this.#watched.add(entry)
  }

  remove(entry: Entry) {
    this.#urged.delete(entry)
    this.#watched.delete(entry)
  }

  /** It is being read, by whosever turn: that is what was waited for. */
  passed(entry: Entry) {
    this.#urged.delete(entry)
    if (this.#watched.delete(entry)) this.#watched.add(entry)
  }

  /** Whose turn it is; it stays where it is until it has passed. */
  next(nowMs: number): Entry | undefined {
    for (const entry of this.#urged) if (isFree(entry)) return entry
    for (const entry of this.#watched) {
      if (entry.askedAtMs + watchedPeriodMs > nowMs) return undefined
      if (isFree(entry)) return entry
    }
    return undefined
  }
}

/** What hangs is waited for in a queue of its own. */
const isFree = ({ isOut, hung }: Entry): boolean => !isOut && hung === 0

import { placeOf, type Entry, type Place } from './entry.ts'
import { Heap } from './heap.ts'

const firstBackOffMs = 2_000
const longestBackOffMs = 120_000

/** How long one is left alone that has hung so often in a row. */
export const backOffMs = (hung: number): number =>
  Math.min(firstBackOffMs * 2 ** Math.max(0, hung - 1), longestBackOffMs)

/** Those whose reads hang, by themselves: each holds a slot for the whole of a deadline. */
export class Quarantine {
  readonly #waiting = new Heap<Place>()

  put(entry: Entry, dueAtMs: number) {
    entry.dueAtMs = dueAtMs
    this.#waiting.push(dueAtMs, placeOf(entry))
  }

  /** The one that has been left alone longest; `undefined` while nobody's time has come. */
  next(nowMs: number): Entry | undefined {
    for (let place = this.#waiting.peek(); place; place = this.#waiting.peek()) {
      const { entry, ticket } = place
      if (ticket === entry.ticket) return entry.dueAtMs > nowMs ? undefined : entry
      this.#waiting.shift()
    }
    return undefined
  }
}

import { placeOf, type Entry, type Place, type Weight } from './entry.ts'
import { Heap } from './heap.ts'
import { Queue } from './queue.ts'

/** The round does not come back to a component earlier than this, however small the estate. */
export const shortestPeriodMs = 2_000
/** While those already known were read this recently, all turns are the newcomers'. */
const recentMs = 10_000

/**
 * The turns that go round the whole estate: stride scheduling, so that a component of weight 6 comes once
 * while one of weight 1 comes six times. Newcomers and those already known take turns, so that five thousand
 * pasted names do not blind the rest.
 */
export class Round {
  readonly #newcomers = new Queue<Place>()
  /** Read a moment ago: in the order in which they become due. */
  readonly #resting = new Queue<Place>()
  readonly #due = new Heap<Place>()
  /** The pass of the one that was taken last. */
  #pass = 0
  #isNewcomersTurn = true

  /** It comes back into the round; those that were read before it become due before it. */
  put(entry: Entry) {
    const line = entry.isNew ? this.#newcomers : this.#resting
    line.push(placeOf(entry))
  }

  /** It is being read, by whosever turn: its next one is `weight` further on. */
  passed(entry: Entry) {
    entry.ticket += 1
    entry.isDue = false
    entry.pass = this.#pass + entry.weight
  }

  weigh(entry: Entry, weight: Weight) {
    const isLighter = weight < entry.weight
    entry.weight = weight
    if (!isLighter || entry.isNew) return
    entry.pass = Math.min(entry.pass, this.#pass + weight)
    if (entry.isDue) this.#makeDue(entry)
  }

  /** Whose turn it is now; `undefined` while nobody is due. It has then to be `passed`. */
  take(nowMs: number): Entry | undefined {
    for (let next = first(this.#resting); next; next = first(this.#resting)) {
      if (next.dueAtMs > nowMs) break
      this.#resting.shift()
      this.#makeDue(next)
    }
    const entry = this.#next(nowMs)
    if (entry && !entry.isNew) this.#pass = Math.max(this.#pass, entry.pass)
    return entry
  }

  #next(nowMs: number): Entry | undefined {
    const known = first(this.#due)
    const newcomer = first(this.#newcomers)
    if (!newcomer || !known) return newcomer ?? known
    this.#isNewcomersTurn = !this.#isNewcomersTurn
    return this.#isNewcomersTurn || nowMs - known.askedAtMs < recentMs ? newcomer : known
  }

  #makeDue(entry: Entry) {
    entry.isDue = true
    // What was set aside for a while has no turns to catch up on.
    if (Number.isFinite(entry.pass)) entry.pass = Math.max(entry.pass, this.#pass)
    this.#due.push(entry.pass, placeOf(entry))
  }
}

interface Line {
  peek: () => Place | undefined
  shift: () => unknown
}

/** The first that still stands there. */
function first(line: Line): Entry | undefined {
  for (let place = line.peek(); place; place = line.peek()) {
    if (place.ticket === place.entry.ticket) return place.entry
    line.shift()
  }
  return undefined
}

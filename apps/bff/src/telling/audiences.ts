import { EstateSnapshots } from './estate-snapshots.ts'
import { Broadcast } from '../features/events/broadcast.ts'
import type { Change } from '../features/events/outbox.ts'
import { wholeScope, type ReadScope } from '../rights/read-scope.ts'
import type { Sight } from './sight.ts'

/** How often it is looked whether there is an audience that nobody belongs to any more. */
const lookEveryMs = 10_000

interface Options {
  sightOf: (scope: ReadScope) => Sight
  newEpoch: () => string
  /** Epoch milliseconds as the API writes them. */
  now: () => string
  steady: () => number
  onBug: (error: unknown) => void
}

/** A change, told to those who may see what it is about, each in the words of what they see. */
export interface Told extends Change {
  isFor: (scope: ReadScope) => boolean
  /** Of the whole estate where no sight is given. */
  text: (sight?: Sight) => string
}

/** All who may see the same: what they are told is encoded and compressed once for all of them. */
export interface Audience {
  scope: ReadScope
  sight: Sight
  broadcast: Broadcast
  estate: EstateSnapshots
}

/**
 * Who is told what. Those who see the whole estate are always there; every other scope has an audience
 * of its own from the first who asks until a minute after the last one left. Revisions of two audiences
 * never mix: each has an epoch of its own.
 */
export class Audiences {
  readonly #options: Options
  readonly #whole: Audience
  readonly #restricted = new Map<string, Audience>()
  readonly #looking: NodeJS.Timeout

  constructor(options: Options) {
    this.#options = options
    this.#whole = this.#made(wholeScope)
    this.#looking = setInterval(() => this.#look(), lookEveryMs).unref()
  }

  /** How many there are beside those who see everything. */
  get restricted(): number {
    return this.#restricted.size
  }

  of(scope: ReadScope): Audience {
    if (scope.isWhole) return this.#whole
    const known = this.#restricted.get(scope.key)
    if (known) return known
    const made = this.#made(scope)
    // Whoever asked for it is about to ask for more.
    made.broadcast.expectReturn()
    this.#restricted.set(scope.key, made)
    return made
  }

  put(change: Told) {
    if (change.isFor(wholeScope)) this.#whole.broadcast.put(change)
    for (const { scope, sight, broadcast } of this.#restricted.values())
      if (change.isFor(scope)) broadcast.put({ ...change, text: () => change.text(sight) })
  }

  /** What is asked for from now on is of after this call. */
  outdate() {
    this.#whole.estate.outdate()
    for (const { estate } of this.#restricted.values()) estate.outdate()
  }

  /** Ends all streams. */
  close() {
    clearInterval(this.#looking)
    this.#whole.broadcast.close()
    for (const { broadcast } of this.#restricted.values()) broadcast.close()
  }

  #look() {
    for (const [key, { broadcast }] of this.#restricted) {
      if (broadcast.isFollowed) continue
      this.#restricted.delete(key)
      broadcast.close()
    }
  }

  #made(scope: ReadScope): Audience {
    const { sightOf, newEpoch, now, steady, onBug } = this.#options
    const epoch = newEpoch()
    const sight = sightOf(scope)
    const broadcast: Broadcast = new Broadcast({
      epoch,
      snapshot: (notBefore) => estate.message(notBefore),
      now,
      steady,
      chance: Math.random,
      onBug,
    })
    const estate = new EstateSnapshots({ epoch, sight, broadcast, now, steady })
    return { scope, sight, broadcast, estate }
  }
}

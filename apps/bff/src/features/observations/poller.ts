import { CmError, type CmClient } from '@wheelhouse/cm-client'
import type { ClusterConfig } from '../../config.ts'
import type { Reachability } from './reachability.ts'
import { failureOf, readingOf } from './reading.ts'
import { Scheduler } from './scheduler.ts'
import type { ObservationStore } from './store.ts'

/** While a CM does not answer, one call in this time asks whether it does again. */
const probeEveryMs = 2_000
/** So many components, spread over the estate, must fall silent before CM is said to. */
const jurors = 5
/** So many probes may hang before the next must wait. */
const probesOut = 3

interface Options {
  cluster: Pick<ClusterConfig, 'callsPerSecond' | 'inFlight'>
  cm: CmClient
  store: ObservationStore
  reachability: Reachability
  /** Epoch milliseconds, for what is shown. */
  clock: () => number
  /** Milliseconds that nobody sets, for turns and pauses. */
  steady: () => number
  /** A failure that is no answer of CM's: a bug of ours, to be logged. */
  onBug: (error: unknown) => void
}

/**
 * Reads the tracked components of one CM inside its budget: one call each `1 / callsPerSecond`, so that
 * calls never come in bursts, and never more than `inFlight` at once, of which components that have been
 * failing get half. Browsers have no part in it.
 */
export class Poller {
  readonly #options: Options
  readonly #scheduler = new Scheduler()
  /** The tracked names by component id. */
  readonly #names = new Map<string, string>()
  readonly #ended = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #inFlight = 0
  #suspectsOut = 0
  #probedAtMs = Number.NEGATIVE_INFINITY
  /** Turns that somebody else has taken. */
  #spent = 0
  /** Since CM last answered: those that it used to answer for and whose silence would tell of CM itself. */
  #jury: Set<string> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  start() {
    const everyMs = Math.ceil(1000 / this.#options.cluster.callsPerSecond)
    this.#timer = setInterval(() => this.#tick(), everyMs)
  }

  stop() {
    clearInterval(this.#timer)
    this.#ended.abort()
  }

  add(id: string, name: string) {
    this.#names.set(id, name)
    this.#scheduler.add(id, this.#options.steady())
  }

  remove(id: string) {
    this.#names.delete(id)
    this.#scheduler.remove(id)
    this.#jury?.delete(id)
  }

  /** Somebody waits for the component's next reading. */
  urge(id: string) {
    this.#scheduler.urge(id, this.#options.steady())
  }

  /** A call has left that was not ours: the budget has one turn less. */
  spend() {
    this.#spent += 1
  }

  #tick() {
    if (this.#spent > 0) {
      this.#spent -= 1
      return
    }
    const { cluster, steady, reachability } = this.#options
    if (this.#inFlight >= cluster.inFlight) return
    if (reachability.state.reachability === 'unreachable') return this.#probe()
    const suspectsToo = this.#suspectsOut < Math.max(1, Math.floor(cluster.inFlight / 2))
    const id = this.#scheduler.take(steady(), { suspectsToo })
    if (id !== undefined) void this.#read(id)
  }

  #probe() {
    const nowMs = this.#options.steady()
    if (this.#inFlight >= probesOut || nowMs - this.#probedAtMs < probeEveryMs) return
    this.#probedAtMs = nowMs
    const id = this.#scheduler.takeProbe(nowMs)
    if (id !== undefined) void this.#read(id)
  }

  async #read(id: string) {
    const { cm, store, clock, steady, onBug } = this.#options
    const name = this.#names.get(id) ?? ''
    // Whether the answer is still about what the component is called: it may have been migrated meanwhile.
    const isStillIts = () => this.#names.get(id) === name
    const askedAtMs = clock()
    const askedSteadyMs = steady()
    const wasSuspect = this.#scheduler.isSuspect(id)
    this.#inFlight += 1
    if (wasSuspect) this.#suspectsOut += 1
    try {
      const detail = await cm.writers.detail(name, { signal: this.#ended.signal })
      this.#answered()
      if (isStillIts()) store.record(id, readingOf(detail, askedAtMs, clock()))
      this.#scheduler.done(id, steady(), 'read')
    } catch (error) {
      this.#scheduler.done(id, steady(), 'failed')
      if (this.#ended.signal.aborted) return
      if (error instanceof CmError) this.#failed(id, error, { askedSteadyMs, isStillIts })
      else onBug(error)
    } finally {
      this.#inFlight -= 1
      if (wasSuspect) this.#suspectsOut -= 1
    }
  }

  #answered() {
    const { reachability, steady } = this.#options
    const wasAway = reachability.state.reachability === 'unreachable'
    this.#jury = undefined
    reachability.answered()
    if (wasAway) this.#scheduler.forgive(steady())
  }

  /** Whether all of the jury have fallen silent. It is asked at once, from all over the estate: a host is no CM. */
  #isTelling(id: string): boolean {
    if (!this.#jury) {
      this.#jury = new Set(this.#scheduler.healthy(jurors))
      for (const juror of this.#jury) this.urge(juror)
    }
    this.#jury.delete(id)
    return this.#jury.size === 0
  }

  #failed(
    id: string,
    error: CmError,
    { askedSteadyMs, isStillIts }: { askedSteadyMs: number; isStillIts: () => boolean },
  ) {
    const { reachability, store, clock } = this.#options
    const failure = failureOf(error, clock())
    if (failure.code === 'REJECTED') this.#answered()
    else reachability.failed(failure, { askedSteadyMs, isTelling: this.#isTelling(id) })
    if (isStillIts()) store.recordFailure(id, failure)
  }
}

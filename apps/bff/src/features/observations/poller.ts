import { CmError, type CmClient } from '@wheelhouse/cm-client'
import type { ClusterConfig } from '../../config.ts'
import type { Reachability } from './reachability.ts'
import { failureOf, readingOf } from './reading.ts'
import { Scheduler } from './scheduler.ts'
import type { ObservationStore } from './store.ts'

/** While a CM does not answer, one call in this time asks whether it does again. */
const probeEveryMs = 2_000

interface Options {
  cluster: Pick<ClusterConfig, 'callsPerSecond' | 'inFlight'>
  cm: CmClient
  store: ObservationStore
  reachability: Reachability
  clock: () => number
  /** A failure that is no answer of CM's: a bug of ours, to be logged. */
  onBug: (error: unknown) => void
}

/**
 * Reads the tracked components of one CM inside its budget: one call each `1 / callsPerSecond`, so that
 * calls never come in bursts, and never more than `inFlight` at once. Browsers have no part in it.
 */
export class Poller {
  readonly #options: Options
  readonly #scheduler = new Scheduler()
  /** The tracked names by component id. */
  readonly #names = new Map<string, string>()
  readonly #ended = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #inFlight = 0
  #probedAtMs = 0

  constructor(options: Options) {
    this.#options = options
  }

  start() {
    this.#timer = setInterval(() => this.#tick(), 1000 / this.#options.cluster.callsPerSecond)
  }

  stop() {
    clearInterval(this.#timer)
    this.#ended.abort()
  }

  add(id: string, name: string) {
    this.#names.set(id, name)
    this.#scheduler.add(id)
  }

  remove(id: string) {
    this.#names.delete(id)
    this.#scheduler.remove(id)
  }

  /** The component's next read comes before all others. */
  urge(id: string) {
    this.#scheduler.urge(id)
  }

  #tick() {
    const { cluster, clock, reachability } = this.#options
    const nowMs = clock()
    if (this.#inFlight >= cluster.inFlight) return
    if (reachability.state.reachability === 'unreachable') return this.#probe(nowMs)
    const id = this.#scheduler.take(nowMs)
    if (id !== undefined) void this.#read(id, nowMs)
  }

  #probe(nowMs: number) {
    if (this.#inFlight > 0 || nowMs - this.#probedAtMs < probeEveryMs) return
    this.#probedAtMs = nowMs
    const id = this.#scheduler.takeEarly(nowMs)
    if (id !== undefined) void this.#read(id, nowMs)
  }

  #answered() {
    const wasAway = this.#options.reachability.state.reachability === 'unreachable'
    this.#options.reachability.answered(this.#options.clock())
    if (wasAway) this.#scheduler.forgive()
  }

  async #read(id: string, askedAtMs: number) {
    const { cm, store, reachability, clock, onBug } = this.#options
    const name = this.#names.get(id) ?? ''
    this.#inFlight += 1
    try {
      const detail = await cm.writers.detail(name, { signal: this.#ended.signal })
      this.#answered()
      if (this.#names.has(id)) store.record(id, readingOf(detail, askedAtMs, clock()))
      this.#scheduler.done(id, clock(), 'read')
    } catch (error) {
      this.#scheduler.done(id, clock(), 'failed')
      if (this.#ended.signal.aborted) return
      if (!(error instanceof CmError)) return onBug(error)
      const failure = failureOf(error, clock())
      if (failure.code === 'REJECTED') this.#answered()
      else reachability.failed(failure, askedAtMs, clock())
      if (this.#names.has(id)) store.recordFailure(id, failure)
    } finally {
      this.#inFlight -= 1
    }
  }
}

import type { Cluster, Verdict } from '@wheelhouse/contract'
import type { ClusterConfig } from '../../config/config.ts'
import { Answers } from './answers.ts'
import { ClockOffset } from './clock-offset.ts'
import { weightOf } from './entry.ts'
import { InFlightCap } from './in-flight-cap.ts'
import { Jury } from './jury.ts'
import { Pace } from './pace.ts'
import type { Reachability } from './reachability.ts'
import type { Reader } from './reader.ts'
import { Scheduler, type Lane, type Turn } from './scheduler.ts'
import type { ObservationStore } from './store.ts'
import { TokenBucket } from './token-bucket.ts'

/** While a CM does not answer, one call in this time asks whether it does again. */
const probeEveryMs = 2_000
/** So many probes may hang before the next must wait. */
const probesOut = 3
/** The parts of the slots that those may hold which hung once, and which go on hanging; at least one slot. */
const slotParts = { suspect: 0.5, quarantine: 0.05 }
/** While nobody is due, it is looked again at least and at most this often, milliseconds. */
const idleMs = { least: 5, most: 100 }
/** Calls that are due within this leave together: to wake up for each, here and at CM, costs more than the call. */
const tickMs = 5

interface Options {
  cluster: Pick<ClusterConfig, 'callsPerSecond' | 'inFlight'>
  reader: Reader
  store: ObservationStore
  reachability: Reachability
  /** Epoch milliseconds, for what is shown. */
  clock: () => number
  /** Milliseconds that nobody sets, for turns and pauses. */
  steady: () => number
  /** A failure that is no answer of CM's: a bug of ours, to be logged. */
  onBug: (error: unknown) => void
}

/** How the reading of one CM goes. */
export type PollerHealth = Pick<
  Cluster,
  | 'latencyMs'
  | 'breaker'
  | 'callsPerSecond'
  | 'inFlight'
  | 'mostInFlight'
  | 'roundSeconds'
  | 'quarantined'
  | 'clock'
>

/**
 * Reads the tracked components of one CM inside its budget: `callsPerSecond`, paced so that calls never
 * come in bursts, and never more than `inFlight` at once, fewer while CM answers slowly. Browsers change
 * the order and never the number.
 */
export class Poller {
  readonly #options: Options
  readonly #scheduler = new Scheduler()
  readonly #bucket: TokenBucket
  readonly #cap: InFlightCap
  readonly #pace: Pace
  readonly #offset = new ClockOffset()
  readonly #jury: Jury
  readonly #answers: Answers
  /** The tracked names by component id. */
  readonly #names = new Map<string, string>()
  readonly #ended = new AbortController()
  readonly #out: Record<Lane, number> = { wanted: 0, round: 0, suspect: 0, quarantine: 0 }
  #isRunning = false
  #timer: NodeJS.Timeout | undefined
  #inFlight = 0
  #probedAtMs = Number.NEGATIVE_INFINITY

  constructor(options: Options) {
    const { cluster, steady } = options
    this.#options = options
    this.#bucket = new TokenBucket(cluster.callsPerSecond, steady())
    this.#cap = new InFlightCap(cluster.inFlight)
    this.#pace = new Pace(cluster.callsPerSecond, steady())
    this.#jury = new Jury({
      healthy: (count) => this.#scheduler.healthy(count),
      seats: () => this.#cap.limit,
    })
    this.#answers = new Answers({
      ...options,
      scheduler: this.#scheduler,
      cap: this.#cap,
      pace: this.#pace,
      offset: this.#offset,
      jury: this.#jury,
      nameOf: (id) => this.#names.get(id),
    })
  }

  start() {
    this.#isRunning = true
    this.#pump()
  }

  stop() {
    this.#isRunning = false
    clearTimeout(this.#timer)
    this.#ended.abort()
  }

  add(id: string, name: string) {
    this.#names.set(id, name)
    this.#scheduler.add(id)
  }

  remove(id: string) {
    this.#names.delete(id)
    this.#scheduler.remove(id)
    this.#jury.remove(id)
  }

  /** Somebody waits for the component's next reading. */
  urge(id: string) {
    this.#scheduler.urge(id, this.#options.steady())
    this.#pump()
  }

  /** From now on these are on screens, and no others; ids that it does not read are passed over. */
  watch(ids: ReadonlySet<string>) {
    this.#scheduler.watch(ids)
    this.#pump()
  }

  /** What its readings mean now, which says how often the round comes to it. */
  judge(id: string, verdict: Verdict) {
    this.#scheduler.weigh(id, weightOf(verdict))
  }

  /** A call has left that was not ours: the budget has one turn less. */
  spend() {
    this.#bucket.take()
  }

  /** Older than this an observation is overdue, seconds: two of its periods, in steps from 30 s to half an hour. */
  freshForSeconds(id: string): number {
    return this.#pace.freshForSeconds(this.#scheduler.weightOf(id), this.#scheduler.counts)
  }

  health(): PollerHealth {
    const { cluster, clock } = this.#options
    return {
      latencyMs: this.#cap.latencyMs === null ? null : Math.round(this.#cap.latencyMs),
      breaker: this.#isOpen ? (this.#inFlight > 0 ? 'probing' : 'open') : 'closed',
      callsPerSecond: cluster.callsPerSecond,
      inFlight: this.#cap.limit,
      mostInFlight: cluster.inFlight,
      roundSeconds: rounded(this.#pace.roundSeconds(this.#scheduler.counts)),
      quarantined: this.#scheduler.quarantined,
      clock: this.#offset.of(clock()),
    }
  }

  /** CM is taken to be away, and is only probed. */
  get #isOpen(): boolean {
    return this.#options.reachability.isUnreachable
  }

  /** Lets leave what may leave now, and comes back when more may. An answer that frees a slot calls it as well. */
  #pump() {
    if (!this.#isRunning) return
    const { cluster, steady } = this.#options
    const nowMs = steady()
    let waitMs = this.#bucket.waitMs(nowMs)
    while (waitMs === 0 && this.#inFlight < this.#cap.limit) {
      const turns = this.#take(nowMs)
      if (turns.length === 0) {
        waitMs = Math.min(Math.max(1000 / cluster.callsPerSecond, idleMs.least), idleMs.most)
        break
      }
      this.#bucket.take()
      void this.#read(turns)
      waitMs = this.#bucket.waitMs(nowMs)
    }
    if (waitMs > 0) this.#pumpIn(Math.max(waitMs, tickMs))
  }

  #pumpIn(waitMs: number) {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#pump()
    }, waitMs)
  }

  #take(nowMs: number): Turn[] {
    if (this.#isOpen) return this.#takeProbe(nowMs)
    const turns: Turn[] = []
    while (turns.length < this.#options.reader.mostAtOnce) {
      const turn = this.#takeJuror(nowMs) ?? this.#scheduler.take(nowMs, this.#allowed())
      if (!turn) break
      if (turn.lane === 'round') this.#pace.turn(nowMs)
      turns.push(turn)
    }
    return turns
  }

  #takeJuror(nowMs: number): Turn | undefined {
    const { summoned } = this.#jury
    for (let id = summoned.shift(); id !== undefined; id = summoned.shift())
      if (this.#scheduler.takeOne(id, nowMs)) return { id, lane: 'wanted' }
    return undefined
  }

  #takeProbe(nowMs: number): Turn[] {
    if (this.#inFlight >= probesOut || nowMs - this.#probedAtMs < probeEveryMs) return []
    this.#probedAtMs = nowMs
    const id = this.#scheduler.takeProbe(nowMs)
    return id === undefined ? [] : [{ id, lane: 'wanted' }]
  }

  #allowed() {
    const may = (lane: keyof typeof slotParts) =>
      this.#out[lane] < Math.max(1, Math.floor(this.#cap.limit * slotParts[lane]))
    return { suspects: may('suspect'), quarantined: may('quarantine') }
  }

  async #read(turns: readonly Turn[]) {
    const { reader, clock, steady, onBug } = this.#options
    const times = { askedAtMs: clock(), askedSteadyMs: steady() }
    const asked = turns.map((turn) => ({
      ...turn,
      ...times,
      name: this.#names.get(turn.id) ?? '',
    }))
    this.#inFlight += 1
    for (const { lane } of turns) this.#out[lane] += 1
    const answers = await reader.read(
      asked.map(({ name }) => name),
      this.#ended.signal,
    )
    this.#inFlight -= 1
    for (const { lane } of turns) this.#out[lane] -= 1
    if (this.#ended.signal.aborted) return
    for (const [at, one] of asked.entries()) {
      const answer = answers[at] ?? { error: new Error('the reader left a name out') }
      try {
        this.#answers.settle(one, answer)
      } catch (error) {
        onBug(error)
      }
    }
    // While the budget is waited for, a free slot is of no use yet.
    if (!this.#timer) this.#pump()
  }
}

const rounded = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds * 10) / 10

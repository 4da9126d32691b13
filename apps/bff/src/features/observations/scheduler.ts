import { newEntry, type Entry, type Weight } from './entry.ts'
import { backOffMs, Quarantine } from './quarantine.ts'
import { Round, shortestPeriodMs } from './round.ts'
import { Wanted } from './wanted.ts'

export type Outcome = 'read' | 'failed' | 'hung'
/** Whose turn it was. */
export type Lane = 'wanted' | 'round' | 'suspect' | 'quarantine'

export interface Turn {
  id: string
  lane: Lane
}

/** Which of those that hang may be taken now: they have slots of their own. */
interface Allowed {
  suspects: boolean
  quarantined: boolean
}

/** One turn in so many may go to those that hung once, and one in so many to those that go on hanging. */
const suspectEvery = 4
const quarantineEvery = 20

/**
 * Which component is read next. Order only: how many calls leave a second is the poller's fixed budget.
 * Half of the turns go to what is wanted, half to the round; who has nobody due gives its turn to the
 * other. What hung once is looked at again soon, what goes on hanging ever later, both by themselves, so
 * that they hold up nobody. Each turn costs the logarithm of their number at most.
 */
export class Scheduler {
  readonly #entries = new Map<string, Entry>()
  readonly #wanted = new Wanted()
  readonly #round = new Round()
  /** Those that hung once, in the order in which they are looked at again. */
  readonly #suspects = new Quarantine()
  readonly #quarantine = new Quarantine()
  /** On screens, whether they are here or not yet. */
  #watchedIds: ReadonlySet<string> = new Set()
  readonly #counts: Record<Weight, number> = { 1: 0, 2: 0, 6: 0 }
  #quarantined = 0
  #turns = 0
  #isWantedsTurn = true

  /** How many stand in the round, by their weight. */
  get counts(): Readonly<Record<Weight, number>> {
    return this.#counts
  }

  /** How many go on hanging. */
  get quarantined(): number {
    return this.#quarantined
  }

  add(id: string) {
    if (this.#entries.has(id)) return
    const entry = newEntry(id)
    this.#entries.set(id, entry)
    this.#counts[entry.weight] += 1
    this.#round.put(entry)
    if (this.#watchedIds.has(id)) this.#wanted.join(entry)
  }

  remove(id: string) {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#count(entry, -1)
    this.#wanted.remove(entry)
    entry.ticket += 1
  }

  /** Somebody waits for its next reading. */
  urge(id: string, nowMs: number) {
    const entry = this.#entries.get(id)
    if (!entry) return
    if (entry.hung === 0) this.#wanted.urge(entry)
    else if (!entry.isOut) this.#laneOf(entry).put(entry, Math.min(entry.dueAtMs, nowMs))
  }

  /** From now on these are on screens, and no others. */
  watch(ids: ReadonlySet<string>) {
    this.#watchedIds = ids
    this.#wanted.watch([...ids].flatMap((id) => this.#entries.get(id) ?? []))
  }

  weigh(id: string, weight: Weight) {
    const entry = this.#entries.get(id)
    if (!entry || entry.weight === weight) return
    this.#count(entry, -1)
    if (entry.hung > 0) entry.weight = weight
    else this.#round.weigh(entry, weight)
    this.#count(entry, 1)
  }

  weightOf(id: string): Weight {
    return this.#entries.get(id)?.weight ?? 2
  }

  /** Everybody is due again: what failed did so because CM was away. */
  forgive() {
    for (const entry of this.#entries.values()) {
      if (entry.hung === 0) continue
      this.#count(entry, -1)
      entry.hung = 0
      this.#count(entry, 1)
      entry.dueAtMs = Number.NEGATIVE_INFINITY
      if (!entry.isOut) this.#round.put(entry)
    }
  }

  /** So many of those whose newest read was answered, spread evenly over all of them. */
  healthy(count: number): string[] {
    const all = [...this.#entries.values()].filter(({ isNew, hasFailed }) => !isNew && !hasFailed)
    if (all.length <= count) return all.map(({ id }) => id)
    return Array.from(
      { length: count },
      (_, at) => all[Math.floor((at * all.length) / count)]?.id ?? '',
    )
  }

  /** Takes whose turn it is; `undefined` while nobody is due. */
  take(nowMs: number, allowed: Allowed): Turn | undefined {
    this.#turns += 1
    const suspect = () => this.#takeHung('suspect', nowMs, allowed)
    const quarantined = () => this.#takeHung('quarantine', nowMs, allowed)
    const theirs =
      (this.#turns % quarantineEvery === 0 ? quarantined() : undefined) ??
      (this.#turns % suspectEvery === 0 ? suspect() : undefined)
    return theirs ?? this.#takeSound(nowMs) ?? suspect() ?? quarantined()
  }

  /** Takes this one, whether it is its turn or not; `false` when it is out or gone. */
  takeOne(id: string, nowMs: number): boolean {
    const entry = this.#entries.get(id)
    if (!entry || entry.isOut) return false
    this.#takeOut(entry, nowMs)
    return true
  }

  /** Takes one to ask whether CM is back, due or not: those that did not hang come first. */
  takeProbe(nowMs: number): string | undefined {
    let first: Entry | undefined
    for (const entry of this.#entries.values())
      if (!entry.isOut && (!first || isBetterProbe(entry, first))) first = entry
    if (first) this.#takeOut(first, nowMs)
    return first?.id
  }

  /** The read of a taken component came to its end. */
  done(id: string, nowMs: number, outcome: Outcome) {
    const entry = this.#entries.get(id)
    if (!entry?.isOut) return
    this.#count(entry, -1)
    entry.isOut = false
    entry.isNew = false
    // A first failure is looked at again before the round goes on; what goes on failing has its turns.
    if (outcome === 'failed' && !entry.hasFailed) entry.pass = Number.NEGATIVE_INFINITY
    entry.hasFailed = outcome !== 'read'
    entry.hung = outcome === 'hung' ? entry.hung + 1 : 0
    this.#count(entry, 1)
    if (entry.hung > 0) {
      this.#laneOf(entry).put(entry, nowMs + backOffMs(entry.hung))
      return
    }
    entry.dueAtMs = nowMs + shortestPeriodMs
    this.#round.put(entry)
  }

  #takeSound(nowMs: number): Turn | undefined {
    this.#isWantedsTurn = !this.#isWantedsTurn
    return this.#isWantedsTurn
      ? (this.#takeWanted(nowMs) ?? this.#takeRound(nowMs))
      : (this.#takeRound(nowMs) ?? this.#takeWanted(nowMs))
  }

  #takeWanted(nowMs: number): Turn | undefined {
    const entry = this.#wanted.next(nowMs)
    return entry && this.#takeOut(entry, nowMs, 'wanted')
  }

  #takeRound(nowMs: number): Turn | undefined {
    const entry = this.#round.take(nowMs)
    return entry && this.#takeOut(entry, nowMs, 'round')
  }

  #takeHung(lane: 'suspect' | 'quarantine', nowMs: number, allowed: Allowed): Turn | undefined {
    const isSuspect = lane === 'suspect'
    if (!(isSuspect ? allowed.suspects : allowed.quarantined)) return undefined
    const entry = (isSuspect ? this.#suspects : this.#quarantine).next(nowMs)
    return entry && this.#takeOut(entry, nowMs, lane)
  }

  #takeOut(entry: Entry, nowMs: number, lane: Lane = 'round'): Turn {
    this.#round.passed(entry)
    entry.isOut = true
    entry.askedAtMs = nowMs
    this.#wanted.passed(entry) // an urge that comes while it is out stands for another reading
    return { id: entry.id, lane }
  }

  #laneOf(entry: Entry): Quarantine {
    return entry.hung === 1 ? this.#suspects : this.#quarantine
  }

  /** Counts it where it stands, or no longer. */
  #count(entry: Entry, by: 1 | -1) {
    if (entry.hung > 1) this.#quarantined += by
    else this.#counts[entry.weight] += by
  }
}

const isBetterProbe = (one: Entry, other: Entry): boolean =>
  one.hung < other.hung || (one.hung === other.hung && one.askedAtMs < other.askedAtMs)

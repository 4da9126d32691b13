import type { Verdict } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { HourTable } from './hour-table.ts'
import { Hour, hourSeconds, keptLag } from './hour.ts'
import { Keeper } from './keeper.ts'
import { packHour } from './packed-hour.ts'
import { Recent } from './recent.ts'

/** Longer than that between two ticks of a second, the machine was asleep: nobody looked. */
const asleepAfterSeconds = 120

interface Options {
  db: Kysely<Database>
  isTracked: (component: string) => boolean
  /** How long history is kept. */
  days: number
  /** Epoch milliseconds. */
  clock: () => number
  /** Milliseconds that nobody sets. */
  steady: () => number
  /** History can't be written; told once until it can be again. */
  onTrouble: (error: unknown) => void
}

/** Of a component's row, what history keeps. */
export interface Noted {
  id: string
  verdict: Verdict
  /** Epoch milliseconds; null before the first reading. */
  observedAtMs: number | null
  lagSeconds: number | null
}

/** What was once observed, to be taken up as if it had been just now. */
export interface PastPoint {
  atSeconds: number
  /** Null where nothing was observed. */
  lagSeconds: number | null
  verdict: Verdict
}

/**
 * How the lag and the verdict of each component went: the newest hours in memory, all of them packed in
 * the database, an hour a row. It hangs on the component's id, so that a migration does not end it.
 */
export class History {
  readonly #clock: () => number
  readonly #isTracked: Options['isTracked']
  readonly #onTrouble: Options['onTrouble']
  readonly #table: HourTable
  readonly #keeper: Keeper
  readonly #recent = new Map<string, Recent>()
  #lookedSeconds: number

  private constructor({ db, isTracked, days, clock, steady, onTrouble }: Options) {
    this.#clock = clock
    this.#isTracked = isTracked
    this.#onTrouble = onTrouble
    this.#table = new HourTable(db)
    this.#lookedSeconds = this.#nowSeconds()
    this.#keeper = new Keeper({
      table: this.#table,
      steady,
      take: (component) => this.#take(component),
      size: () => this.#recent.size,
      tick: () => this.#look(),
      oldestHour: () => hourOf(this.#nowSeconds()) - days * 24,
      onTrouble,
    })
  }

  /** Takes up the newest two hours of what was kept. */
  static async load(options: Options): Promise<History> {
    const history = new History(options)
    await history.#takeUp()
    return history
  }

  /** A component's row after any change of it. A reading is noted once, however often its row changes. */
  note({ id, verdict, observedAtMs, lagSeconds }: Noted) {
    this.#look()
    const recent = this.#recentOf(id)
    let isNews = recent.turn(this.#nowSeconds(), verdict)
    if (observedAtMs !== null && observedAtMs !== recent.observedAtMs) {
      recent.observedAtMs = observedAtMs
      if (lagSeconds !== null) {
        // The second for which the lag was rounded, so that the checkpoint is exactly their difference.
        const atSeconds = Math.round(observedAtMs / 1000)
        recent.observe({ atSeconds, lagSeconds: keptLag(lagSeconds) })
        isNews = true
      }
    }
    if (isNews) this.#keeper.hasNews(id)
  }

  /** Takes up what was observed elsewhere, the oldest first, in place of what is known of its hours. */
  async seed(component: string, points: readonly PastPoint[]) {
    const past = Map.groupBy(points, ({ atSeconds }) => hourOf(atSeconds))
    const hours = [...past].map(([number, of]) => {
      const hour = new Hour(number)
      for (const { atSeconds, lagSeconds, verdict } of of) {
        const second = atSeconds - hour.startSeconds
        hour.turn({ second: hour.turns.length === 0 && past.has(number - 1) ? 0 : second, verdict })
        if (lagSeconds !== null) hour.observe({ atSeconds, lagSeconds: keptLag(lagSeconds) })
        hour.untilSecond = past.has(number + 1) ? hourSeconds : second
      }
      return hour
    })
    const nowSeconds = this.#nowSeconds()
    const newest = hours.filter(({ hour }) => hour >= hourOf(nowSeconds) - 1)
    this.#recent.set(component, Recent.of(newest, nowSeconds))
    await this.#keeper.write(
      hours.map((hour) => ({ component, hour: hour.hour, packed: packHour(hour) })),
    )
  }

  forget(component: string) {
    this.#recent.delete(component)
    void this.#keeper.drop(component)
  }

  /** What memory holds of it: this hour and the one before, and the finer steps of the last hour. */
  recentOf(component: string): Recent | undefined {
    this.#look()
    const recent = this.#recent.get(component)
    recent?.advance(this.#nowSeconds())
    return recent
  }

  /** The hours that touch a span of time, the oldest first; throws the database's error. */
  async hoursOf(
    component: string,
    { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
  ): Promise<Hour[]> {
    const [from, to] = [hourOf(fromSeconds), hourOf(toSeconds)]
    const recent = this.recentOf(component)?.hours() ?? []
    const first = recent[0]?.hour ?? Number.POSITIVE_INFINITY
    const older = first <= from ? [] : await this.#table.of(component, { from, to })
    const newer = recent.filter(({ hour }) => hour >= from && hour <= to)
    const known = new Set(newer.map(({ hour }) => hour))
    return [...older.filter(({ hour }) => !known.has(hour)), ...newer].toSorted(
      (one, other) => one.hour - other.hour,
    )
  }

  /** Keeps all there is; nothing is noted after. */
  async close() {
    for (const [component, recent] of this.#recent) {
      recent.expectEnd()
      this.#keeper.hasNews(component)
    }
    await this.#keeper.close()
  }

  async #takeUp() {
    const hours = await this.#table.since(hourOf(this.#nowSeconds()) - 1)
    const nowSeconds = this.#nowSeconds()
    for (const [component, of] of hours)
      if (this.#isTracked(component)) this.#recent.set(component, Recent.of(of, nowSeconds))
  }

  #recentOf(component: string): Recent {
    const known = this.#recent.get(component)
    if (known) return known
    const recent = new Recent()
    this.#recent.set(component, recent)
    return recent
  }

  #take(component: string) {
    const recent = this.#recent.get(component)
    if (!recent || !this.#isTracked(component)) return { rows: [], back: () => {} }
    recent.advance(this.#nowSeconds())
    const { hours, back } = recent.take()
    return { rows: hours.map(({ hour, packed }) => ({ component, hour, packed })), back }
  }

  #look() {
    const nowSeconds = this.#nowSeconds()
    const before = this.#lookedSeconds
    this.#lookedSeconds = nowSeconds
    if (nowSeconds - before > asleepAfterSeconds)
      for (const recent of this.#recent.values()) recent.resume(nowSeconds)
    // An hour that was kept already comes once more: as after a restart, what the database holds goes on.
    if (hourOf(nowSeconds) < hourOf(before)) {
      this.#recent.clear()
      this.#takeUp().catch(this.#onTrouble)
    }
    // Their hour has ended, which is news; it is packed when its turn to be written comes.
    if (hourOf(nowSeconds) !== hourOf(before))
      for (const component of this.#recent.keys()) this.#keeper.hasNews(component)
  }

  #nowSeconds(): number {
    return Math.floor(this.#clock() / 1000)
  }
}

const hourOf = (seconds: number): number => Math.floor(seconds / hourSeconds)

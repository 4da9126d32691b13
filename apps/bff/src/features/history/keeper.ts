import { setImmediate } from 'node:timers/promises'
import type { HourRow, HourTable } from './hour-table.ts'

/** What is news is kept at the latest so long after: two minutes are waited for more of it. */
const restMs = 120_000
const allWithinSeconds = 150
const tickMs = 1000
const rowsAtLeast = 20
/** One slice blocks everything else for a few milliseconds. */
const mostRows = 100
/** A database that takes nothing is asked again after so long. */
const patienceMs = 30_000
const sweepEveryMs = 3_600_000

interface Options {
  table: HourTable
  /** Milliseconds that nobody sets. */
  steady: () => number
  /** What of a component the database does not hold yet, and how to give that back. */
  take: (component: string) => { rows: HourRow[]; back: () => void }
  /** Of how many components there is history. */
  size: () => number
  /** Before each slice, each second. */
  tick: () => void
  /** The oldest hour that is kept. */
  oldestHour: () => number
  /** The database takes nothing; told once until it does again. */
  onTrouble: (error: unknown) => void
}

/** Writes history in small slices all the time, so that nothing waits for it. A full disk costs history only. */
export class Keeper {
  readonly #options: Options
  /** Since when each component has news, the longest first. */
  readonly #news = new Map<string, number>()
  readonly #timer: NodeJS.Timeout
  #isBusy = false
  #isTroubled = false
  #waitUntilMs = 0
  #sweptMs = Number.NEGATIVE_INFINITY

  constructor(options: Options) {
    this.#options = options
    this.#timer = setInterval(() => void this.#tick(), tickMs)
    this.#timer.unref()
  }

  hasNews(component: string) {
    if (!this.#news.has(component)) this.#news.set(component, this.#options.steady())
  }

  /** Forgets that it has news; its rows go as well. */
  async drop(component: string) {
    this.#news.delete(component)
    await this.#attempt(() => this.#options.table.forget(component))
  }

  async write(rows: readonly HourRow[]) {
    for (let at = 0; at < rows.length; at += mostRows) {
      const slice = rows.slice(at, at + mostRows)
      if (!(await this.#write(slice))) return
      await setImmediate()
    }
  }

  /** Keeps all there is. */
  async close() {
    clearInterval(this.#timer)
    while (this.#news.size > 0) {
      if (!(await this.#keep([...this.#news.keys()].slice(0, mostRows)))) return
      await setImmediate()
    }
  }

  async #tick() {
    const { steady, tick } = this.#options
    tick()
    if (this.#isBusy || steady() < this.#waitUntilMs) return
    this.#isBusy = true
    await this.#keep(this.#due())
    if (steady() - this.#sweptMs >= sweepEveryMs) await this.#sweep()
    this.#isBusy = false
  }

  /** Those that have waited longest, as many as keep the pace. */
  #due(): string[] {
    const nowMs = this.#options.steady()
    const pace = Math.max(rowsAtLeast, Math.ceil(this.#options.size() / allWithinSeconds))
    const due: string[] = []
    for (const [component, sinceMs] of this.#news) {
      if (nowMs - sinceMs < restMs || due.length >= Math.min(pace, mostRows)) break
      due.push(component)
    }
    return due
  }

  async #keep(components: readonly string[]): Promise<boolean> {
    if (components.length === 0) return true
    const taken = components.map((component) => {
      this.#news.delete(component)
      return { component, ...this.#options.take(component) }
    })
    const isKept = await this.#write(taken.flatMap(({ rows }) => rows))
    if (!isKept)
      for (const { component, back } of taken) {
        back()
        this.hasNews(component)
      }
    return isKept
  }

  async #write(rows: readonly HourRow[]): Promise<boolean> {
    if (rows.length === 0) return true
    const isKept = await this.#attempt(() => this.#options.table.write(rows).then(() => true))
    if (isKept !== true) return false
    this.#isTroubled = false
    return true
  }

  async #sweep() {
    const { table, steady, oldestHour } = this.#options
    this.#sweptMs = steady()
    while ((await this.#attempt(() => table.sweep(oldestHour()))) === true) await setImmediate()
  }

  /** `undefined` where the database takes nothing. */
  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!this.#isTroubled) this.#options.onTrouble(error)
      this.#isTroubled = true
      this.#waitUntilMs = this.#options.steady() + patienceMs
      return undefined
    }
  }
}

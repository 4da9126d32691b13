/** The same component is not asked more often than this, however small the estate. */
export const shortestPeriodMs = 2_000
const longestBackOffMs = 30_000

interface Entry {
  dueAtMs: number
  failures: number
  isOut: boolean
}

/**
 * Which component is read next. Order only: how many calls a second leave is the poller's fixed budget.
 * Who waits longest comes first; what was just acted on comes before everybody; what keeps failing
 * comes ever later.
 */
export class Scheduler {
  readonly #entries = new Map<string, Entry>()

  add(id: string) {
    if (!this.#entries.has(id)) this.#entries.set(id, { dueAtMs: 0, failures: 0, isOut: false })
  }

  remove(id: string) {
    this.#entries.delete(id)
  }

  /** Next in line, and until then before everybody. */
  urge(id: string) {
    const entry = this.#entries.get(id)
    if (entry) entry.dueAtMs = Number.NEGATIVE_INFINITY
  }

  /** Everybody is due again: what failed did so because CM was away. */
  forgive() {
    for (const entry of this.#entries.values()) {
      entry.failures = 0
      entry.dueAtMs = Math.min(entry.dueAtMs, 0)
    }
  }

  /** Takes the component that is most overdue; `undefined` while none is due. */
  take(nowMs: number): string | undefined {
    const next = this.#mostOverdue()
    return next && next[1].dueAtMs <= nowMs ? this.#takeOut(next, nowMs) : undefined
  }

  /** Takes the one that would be next, due or not: to ask whether CM is back. */
  takeEarly(nowMs: number): string | undefined {
    const next = this.#mostOverdue()
    return next && this.#takeOut(next, nowMs)
  }

  #mostOverdue(): [string, Entry] | undefined {
    let next: [string, Entry] | undefined
    for (const candidate of this.#entries)
      if (!candidate[1].isOut && (!next || candidate[1].dueAtMs < next[1].dueAtMs)) next = candidate
    return next
  }

  #takeOut([id, entry]: [string, Entry], nowMs: number): string {
    entry.isOut = true
    entry.dueAtMs = nowMs // an urge that comes while it is out moves it to the front again
    return id
  }

  /** The read of a taken component came to its end. */
  done(id: string, nowMs: number, outcome: 'read' | 'failed') {
    const entry = this.#entries.get(id)
    if (!entry) return
    entry.isOut = false
    entry.failures = outcome === 'read' ? 0 : entry.failures + 1
    if (entry.dueAtMs === Number.NEGATIVE_INFINITY) return
    const backOffMs =
      entry.failures === 0 ? 0 : Math.min(1000 * 2 ** (entry.failures - 1), longestBackOffMs)
    entry.dueAtMs = nowMs + Math.max(shortestPeriodMs, backOffMs)
  }
}

/** The same component is not asked more often than this, however small the estate. */
export const shortestPeriodMs = 2_000
const longestBackOffMs = 30_000

interface Entry {
  dueAtMs: number
  /** Since when somebody waits for its next reading; undefined while nobody does. */
  urgedAtMs: number | undefined
  failures: number
  /** Never read yet. */
  isNew: boolean
  isOut: boolean
}

/**
 * Which component is read next. Order only: how many calls a second leave is the poller's fixed budget.
 * Turns alternate between what is waited for, the longest wait first, and the round, the most overdue
 * first, so that neither starves the other; within the round, newcomers and those already known take
 * turns as well, so that five thousand pasted names do not blind the rest. What keeps failing comes ever later. Times are those of a
 * steady clock, which nobody sets.
 */
export class Scheduler {
  readonly #entries = new Map<string, Entry>()
  #isUrgentTurn = true
  #isNewcomersTurn = true

  add(id: string, nowMs: number) {
    if (this.#entries.has(id)) return
    this.#entries.set(id, {
      dueAtMs: nowMs,
      urgedAtMs: undefined,
      failures: 0,
      isNew: true,
      isOut: false,
    })
  }

  remove(id: string) {
    this.#entries.delete(id)
  }

  /** Somebody waits for its next reading. */
  urge(id: string, nowMs: number) {
    const entry = this.#entries.get(id)
    if (entry) entry.urgedAtMs ??= nowMs
  }

  /** Everybody is due again: what failed did so because CM was away. */
  forgive(nowMs: number) {
    for (const entry of this.#entries.values()) {
      entry.failures = 0
      entry.dueAtMs = Math.min(entry.dueAtMs, nowMs)
    }
  }

  /** Whether its newest reads failed: it may hold its slot for the whole of a deadline. */
  isSuspect(id: string): boolean {
    return (this.#entries.get(id)?.failures ?? 0) > 0
  }

  /** So many of those whose newest read was answered, spread evenly over all of them. */
  healthy(count: number): string[] {
    const all = [...this.#entries].flatMap(([id, { isNew, failures }]) =>
      isNew || failures > 0 ? [] : [id],
    )
    if (all.length <= count) return all
    return Array.from(
      { length: count },
      (_, at) => all[Math.floor((at * all.length) / count)] ?? '',
    )
  }

  /** Takes whose turn it is; `undefined` while nobody is due. Suspects only where they may. */
  take(nowMs: number, { suspectsToo }: { suspectsToo: boolean }): string | undefined {
    this.#isUrgentTurn = !this.#isUrgentTurn
    const may = ({ isOut, failures }: Entry) => !isOut && (suspectsToo || failures === 0)
    const urged = () => this.#first((entry) => (may(entry) ? entry.urgedAtMs : undefined))
    const dueOf = (isNew: boolean) =>
      this.#first((entry) =>
        entry.isNew === isNew && may(entry) && entry.dueAtMs <= nowMs ? entry.dueAtMs : undefined,
      )
    const due = () => {
      this.#isNewcomersTurn = !this.#isNewcomersTurn
      return dueOf(this.#isNewcomersTurn) ?? dueOf(!this.#isNewcomersTurn)
    }
    return this.#takeOut(this.#isUrgentTurn ? (due() ?? urged()) : (urged() ?? due()), nowMs)
  }

  /** Takes one to ask whether CM is back, due or not: those that failed least come first. */
  takeProbe(nowMs: number): string | undefined {
    return this.#takeOut(
      this.#first(({ isOut, failures, dueAtMs }) =>
        isOut ? undefined : failures * 1e12 + dueAtMs,
      ),
      nowMs,
    )
  }

  /** The read of a taken component came to its end. */
  done(id: string, nowMs: number, outcome: 'read' | 'failed') {
    const entry = this.#entries.get(id)
    if (!entry) return
    entry.isOut = false
    entry.isNew = false
    entry.failures = outcome === 'read' ? 0 : entry.failures + 1
    const backOffMs =
      entry.failures === 0 ? 0 : Math.min(1000 * 2 ** (entry.failures - 1), longestBackOffMs)
    entry.dueAtMs = nowMs + Math.max(shortestPeriodMs, backOffMs)
  }

  /** The one with the lowest rank; those of equal rank in the order in which they came. */
  #first(rankOf: (entry: Entry) => number | undefined): [string, Entry] | undefined {
    let first: [string, Entry] | undefined
    let lowest = Number.POSITIVE_INFINITY
    for (const candidate of this.#entries) {
      const rank = rankOf(candidate[1])
      if (rank === undefined || rank >= lowest) continue
      first = candidate
      lowest = rank
    }
    return first
  }

  #takeOut(next: [string, Entry] | undefined, nowMs: number): string | undefined {
    if (!next) return undefined
    const [id, entry] = next
    entry.isOut = true
    entry.dueAtMs = nowMs
    entry.urgedAtMs = undefined // an urge that comes while it is out stands for another reading
    return id
  }
}

/** So many components, spread over the estate, must fall silent before CM is said to. */
const mostJurors = 5
/** While CM answered so short a time ago, the silence of one component tells of nothing else. */
const recentMs = 1_000

interface Options {
  /** So many of those that CM has been answering for. */
  healthy: (count: number) => string[]
  /** So many can be asked at once. */
  seats: () => number
}

/** Tells the silence of CM from that of a component or a host: CM is silent when all of the jury are. */
export class Jury {
  readonly #options: Options
  #silent: Set<string> | undefined
  #answeredAtMs = Number.NEGATIVE_INFINITY
  /** Those that are still to be asked, before everybody else. */
  readonly summoned: string[] = []

  constructor(options: Options) {
    this.#options = options
  }

  /** CM said something. */
  answered(nowMs: number) {
    this.#answeredAtMs = nowMs
    if (!this.#silent) return
    this.#silent = undefined
    this.summoned.length = 0
  }

  remove(id: string) {
    this.#silent?.delete(id)
  }

  /** This one was not answered: whether that makes all of them. */
  isTelling(id: string, nowMs: number): boolean {
    if (nowMs - this.#answeredAtMs < recentMs) return false
    if (!this.#silent) {
      const { healthy, seats } = this.#options
      // Where few can be asked at once, more would take longer than an outage may stay unseen.
      this.#silent = new Set(healthy(Math.min(mostJurors, Math.max(2, seats()))))
      this.#silent.delete(id)
      this.summoned.push(...this.#silent)
    }
    this.#silent.delete(id)
    return this.#silent.size === 0
  }
}

/** A message as it went out, compressed. */
export interface Kept {
  deflated: Buffer
  /** Of the message before it was compressed. */
  plainBytes: number
}

interface Limits {
  mostBytes: number
  longestMs: number
}

/** The newest messages of the stream, so that whoever was away for a moment hears what came meanwhile. */
export class Ring {
  readonly #limits: Limits
  #kept: (Kept & { atMs: number })[] = []
  #bytes = 0
  /** The message after which the kept ones follow, without a gap. */
  #base = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get base(): number {
    return this.#base
  }

  get newest(): number {
    return this.#base + this.#kept.length
  }

  push(kept: Kept, atMs: number) {
    this.#kept.push({ ...kept, atMs })
    this.#bytes += kept.deflated.length
    this.#trim(atMs)
  }

  /** Nothing is kept of what came before this message. */
  restart(base: number) {
    this.#kept = []
    this.#bytes = 0
    this.#base = base
  }

  /** What followed a message, the oldest first; undefined where that is not known any more. */
  after(seq: number): readonly Kept[] | undefined {
    if (seq < this.#base || seq > this.newest) return undefined
    return this.#kept.slice(seq - this.#base)
  }

  #trim(nowMs: number) {
    const { mostBytes, longestMs } = this.#limits
    let gone = 0
    for (const { deflated, atMs } of this.#kept) {
      if (this.#bytes <= mostBytes && atMs >= nowMs - longestMs) break
      this.#bytes -= deflated.length
      gone += 1
    }
    if (gone === 0) return
    this.#kept = this.#kept.slice(gone)
    this.#base += gone
  }
}

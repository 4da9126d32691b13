/** What was not taken in time is made up for within this, and no more: calls never come in bursts. */
const longestMs = 10

/** The pace of one budget. Times are those of a steady clock, which nobody sets. */
export class TokenBucket {
  readonly #perMs: number
  readonly #most: number
  #tokens = 1
  #filledAtMs: number

  constructor(perSecond: number, nowMs: number) {
    this.#perMs = perSecond / 1000
    this.#most = Math.max(1, this.#perMs * longestMs)
    this.#filledAtMs = nowMs
  }

  /** One call leaves; also one that was not ours, and must be saved later. */
  take() {
    this.#tokens -= 1
  }

  /** In how many milliseconds the next call may leave; 0 for now. */
  waitMs(nowMs: number): number {
    const passedMs = nowMs - this.#filledAtMs
    this.#filledAtMs = nowMs
    // A timer is late by a moment: what came in while it was is not lost.
    const most = this.#most + Math.min(passedMs, longestMs) * this.#perMs
    this.#tokens = Math.min(most, this.#tokens + passedMs * this.#perMs)
    return this.#tokens >= 1 ? 0 : (1 - this.#tokens) / this.#perMs
  }
}

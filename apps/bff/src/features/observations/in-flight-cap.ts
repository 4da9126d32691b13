/** Part of the newest answer in the mean. */
const newestPart = 0.1
/** So much slower than CM's best, and a little, is slow. */
const slowFactor = 1.5
const slackMs = 3
const backOff = 0.7
/** The cap goes down at most once in so many answers, or in as many as it is high. */
const shortestWindow = 10
/** Never fewer than so many: of one slot, a single component that hangs would stop the whole round. */
const fewest = 4
/** How fast CM's best is forgotten, a second. With so few calls out, slowness is not of our making. */
const riseASecond = 0.01
const riseOfFewASecond = 0.1

/**
 * How many reads may be out at once: fewer as soon as CM answers more slowly than it can, long before
 * others feel it; more again, one a window, while it does not. Begins with few and doubles, so that CM's
 * best is seen before we are in its way.
 */
export class InFlightCap {
  readonly #most: number
  #cap: number
  #meanMs: number | null = null
  #bestMs = 0
  #answeredAtMs = 0
  #isStarting = true
  #sinceBackOff = 0

  constructor(most: number) {
    this.#most = most
    this.#cap = Math.min(most, fewest)
  }

  get limit(): number {
    return Math.floor(this.#cap)
  }

  /** How long answers take of late; null before the first. */
  get latencyMs(): number | null {
    return this.#meanMs
  }

  /** An answer came after `latencyMs`. */
  answered(latencyMs: number, nowMs: number) {
    const mean = this.#meanMs ?? latencyMs
    this.#meanMs = mean + newestPart * (latencyMs - mean)
    this.#learnBest(this.#meanMs, nowMs)
    this.#sinceBackOff += 1
    if (this.#meanMs <= slowFactor * this.#bestMs + slackMs) {
      this.#cap = Math.min(this.#most, this.#cap + (this.#isStarting ? 1 : 1 / this.#cap))
    } else if (this.#sinceBackOff >= Math.max(shortestWindow, this.#cap)) {
      this.#cap = Math.max(Math.min(fewest, this.#most), this.#cap * backOff)
      this.#isStarting = false
      this.#sinceBackOff = 0
    }
  }

  #learnBest(meanMs: number, nowMs: number) {
    const passedSeconds = this.#bestMs === 0 ? 0 : (nowMs - this.#answeredAtMs) / 1000
    this.#answeredAtMs = nowMs
    const rise = this.limit <= fewest ? riseOfFewASecond : riseASecond
    const risen = this.#bestMs === 0 ? meanMs : this.#bestMs * (1 + rise) ** passedSeconds
    this.#bestMs = Math.min(meanMs, risen)
  }
}

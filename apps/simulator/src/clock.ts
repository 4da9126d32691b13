/** The simulator's time. Everything that happens in its world is dated by it. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs: () => number
  /** Moves the world into its future at once; nothing waits for it. */
  advance: (seconds: number) => void
  /** Back to real time. */
  reset: () => void
}

/** Real time plus an offset. The only reader of the wall clock in this app. */
export function createClock(readWallClockMs: () => number = Date.now): Clock {
  let offsetMs = 0
  return {
    nowMs: () => readWallClockMs() + offsetMs,
    advance: (seconds) => {
      offsetMs += Math.round(seconds * 1000)
    },
    reset: () => {
      offsetMs = 0
    },
  }
}

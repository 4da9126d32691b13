/** The simulator's time. Everything that happens in its world is dated by it. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs: () => number
  /** What CM's own clock says, which its answers are dated by. */
  cmMs: () => number
  /** From now on CM's own clock is so much ahead of everything else; behind where it is negative. */
  setAhead: (seconds: number) => void
  /** Moves the world into its future at once; nothing waits for it. */
  advance: (seconds: number) => void
  /** Back to real time, CM's own clock as well. */
  reset: () => void
}

/** Real time plus an offset. The only reader of the wall clock in this app. */
export function createClock(readWallClockMs: () => number = Date.now): Clock {
  let offsetMs = 0
  let aheadMs = 0
  const nowMs = () => readWallClockMs() + offsetMs
  return {
    nowMs,
    cmMs: () => nowMs() + aheadMs,
    setAhead: (seconds) => {
      aheadMs = Math.round(seconds * 1000)
    },
    advance: (seconds) => {
      offsetMs += Math.round(seconds * 1000)
    },
    reset: () => {
      offsetMs = 0
      aheadMs = 0
    },
  }
}

import { useState } from 'react'
import { problemIn } from '../../api/refused-input.ts'
import { serverNow, useClock } from '../../lib/clock.ts'

/** After too many attempts: how many seconds are left before the next, 0 for none. */
export function usePatience() {
  const [untilMs, setUntilMs] = useState(0)
  const secondsLeft = useClock((nowMs) => Math.max(0, Math.ceil((untilMs - nowMs) / 1000)))

  return {
    secondsLeft,
    /** Takes in why an attempt failed. */
    note(error: unknown) {
      const problem = problemIn(error)
      if (problem?.code !== 'TOO_MANY') return
      setUntilMs(serverNow() + (problem.retryAfterSeconds ?? 0) * 1000)
    },
  }
}

import type { Verdict } from '@wheelhouse/contract'

interface Course {
  verdict: Verdict
  lagSeconds: number | null
  lagThresholdSeconds: number
  lagTrendSecondsPerMinute: number | null
}

/** While it catches up: in how many seconds it will be under its threshold, if it goes on like this; else null. */
export function etaSecondsOf(course: Course): number | null {
  const { verdict, lagSeconds, lagThresholdSeconds, lagTrendSecondsPerMinute } = course
  if (verdict !== 'catching-up' || lagSeconds === null || lagSeconds <= lagThresholdSeconds)
    return null
  if (lagTrendSecondsPerMinute === null || lagTrendSecondsPerMinute >= 0) return null
  return Math.round(((lagSeconds - lagThresholdSeconds) * 60) / -lagTrendSecondsPerMinute)
}

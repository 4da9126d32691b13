import type { Component } from '@wheelhouse/contract'

/** While reads fail: a worse verdict, such as `needs-you`, hides that CM is unreachable. */
const freshForSecondsAfterFailure = 12

/** Whether what is shown may no longer be so. */
export function isStale(component: Component, nowMs: number): boolean {
  const { verdict, observedAt, failure, freshForSeconds } = component
  if (verdict === 'unreachable') return true
  if (observedAt === null) return false
  // Far ahead of now, it is of before the server's clock was set back, and its age is not known.
  const ageSeconds = Math.abs(nowMs - Date.parse(observedAt)) / 1000
  const most = failure === null ? freshForSeconds : freshForSecondsAfterFailure
  return ageSeconds > Math.min(freshForSeconds, most)
}

/** Whether the trend tells where the lag is going: of what stands still, or was read long ago, it does not. */
export const hasTrend = (component: Component, nowMs: number): boolean =>
  component.lagTrendSecondsPerMinute !== null &&
  component.verdict !== 'stopped' &&
  !isStale(component, nowMs)

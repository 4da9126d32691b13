import type { Component, LagTrail } from '@wheelhouse/contract'

type Values = readonly (number | null)[]

const hourSeconds = 3600

/**
 * The lags of the last hour up to the newest reading, which the trail may not know yet: its step takes
 * the worse of both, and what is older than an hour then goes.
 */
export function lagsUpToNow(trail: LagTrail, { observedAt, lagSeconds }: Component): Values {
  if (observedAt === null || lagSeconds === null) return trail.lags
  const { fromSeconds, stepSeconds, lags } = trail
  const step = Math.floor((Date.parse(observedAt) / 1000 - fromSeconds) / stepSeconds)
  const most = Math.max(lags.length, Math.round(hourSeconds / stepSeconds))
  if (step < 0) return lags
  // A clock that was set: the trail is of another hour, and says nothing of this one.
  if (step > lags.length + most) return [lagSeconds]

  const values = [...lags]
  while (values.length <= step) values.push(null)
  values[step] = Math.max(values[step] ?? lagSeconds, lagSeconds)
  return values.slice(-most)
}

/** So many steps without a reading lie between two that are read as often as this one is. */
export const usualGap = (trail: LagTrail, { freshForSeconds }: Component): number =>
  Math.ceil(freshForSeconds / trail.stepSeconds)

/** Of those that are known, the largest; null where none is. */
export function worstOf(values: Values): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

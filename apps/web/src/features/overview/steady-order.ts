import type { Component } from '@wheelhouse/contract'

/** A lag that jitters by less than this moves no row. */
const lagStepSeconds = 30

const step = ({ lagSeconds }: Component) =>
  lagSeconds === null ? -Infinity : Math.floor(lagSeconds / lagStepSeconds)

/** The most behind first, in an order that stands still while their lags jitter. */
export function byLagSteadily(one: Component, other: Component): number {
  const [mine, theirs] = [step(one), step(other)]
  if (mine !== theirs) return mine < theirs ? 1 : -1
  return one.name < other.name ? -1 : Number(one.name > other.name)
}

/** Of those that wait for a person, what does not run comes first: each minute costs it one. */
export const byUrgency = (one: Component, other: Component): number =>
  Number(other.active === false) - Number(one.active === false) || byLagSteadily(one, other)

import type { Component } from '@wheelhouse/contract'
import { byLagSteadily } from './steady-order.ts'

/** A lag that means something: what was stopped stays behind by design. */
const hasLag = ({ lagSeconds, verdict }: Component): boolean =>
  lagSeconds !== null && verdict !== 'stopped'

export const worstLags = (components: readonly Component[], most: number): Component[] =>
  components.filter(hasLag).toSorted(byLagSteadily).slice(0, most)

/** The one that is the most behind, to the second. */
export function worstLag(components: readonly Component[]): Component | undefined {
  let worst: Component | undefined
  for (const component of components) {
    if (!hasLag(component)) continue
    if ((component.lagSeconds ?? 0) > (worst?.lagSeconds ?? -Infinity)) worst = component
  }
  return worst
}

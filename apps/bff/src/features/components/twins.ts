import type { Component } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import type { ObservationStore } from '../observations/store.ts'
import type { Inventory } from './inventory.ts'

type Twin = NonNullable<Component['twin']>

/**
 * Another component of the same identity, or this one under a former name, that was last seen running:
 * two copies of one would write everything twice (DECISIONS 20).
 */
export function twinOf(
  id: string,
  { inventory, observations }: { inventory: Inventory; observations: ObservationStore },
): Twin | null {
  const others = [...inventory.twinsOf(id)]
    .filter((other) => other !== id)
    .map((other) => ({ key: other, name: inventory.get(other).name, component: other }))
  const former = inventory.formerNames
    .of(id)
    .map(({ id: key, name }) => ({ key, name, component: null }))
  for (const { key, name, component } of [...former, ...others]) {
    const { reading, failure } = observations.get(key)
    // What CM no longer knows does not run; what it is silent about may.
    if (reading?.active !== true || failure?.code === 'REJECTED') continue
    return { name, component, seenAt: iso(reading.observedAtMs) }
  }
  return null
}

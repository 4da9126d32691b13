import type { FormerName } from '@wheelhouse/contract'
import { parseName } from '@wheelhouse/contract'
import { iso, isoOrNull } from '../../time.ts'
import type { ObservationStore } from '../observations/store.ts'
import { readForMs } from './former-names.ts'
import type { Inventory } from './inventory.ts'

/** The names that a component has had, the newest first. Throws `NOT_FOUND`. */
export function namesOf(
  id: string,
  { inventory, observations }: { inventory: Inventory; observations: ObservationStore },
): FormerName[] {
  const { name, trackedAtMs } = inventory.get(id)
  const former = inventory.formerNames.of(id)
  const seenOf = (key: string): FormerName['seen'] => {
    const { reading } = observations.get(key)
    if (!reading) return null
    const { status, active, observedAtMs } = reading
    return { status, active, at: iso(observedAtMs) }
  }
  const current: FormerName = {
    name,
    host: parseName(name)?.host ?? null,
    since: iso(former[0]?.untilMs ?? trackedAtMs),
    until: null,
    operation: former[0]?.operationId ?? null,
    readUntil: null,
    seen: seenOf(id),
  }
  const earlier = former.map((naming, position): FormerName => ({
    name: naming.name,
    host: parseName(naming.name)?.host ?? null,
    since: iso(naming.sinceMs),
    until: isoOrNull(naming.untilMs),
    operation: former[position + 1]?.operationId ?? null,
    readUntil: iso(naming.untilMs + readForMs),
    seen: seenOf(naming.id),
  }))
  return [current, ...earlier]
}

import { permissionsOf, type Grant, type Target } from '@wheelhouse/contract'
import { may, mayToAll, mayWithin, type Granted } from './may.ts'

/** What of the estate somebody may see. */
export interface ReadScope {
  /** The same for all who may see the same by the same grants. */
  readonly key: string
  readonly isWhole: boolean
  readonly sees: (target: Target) => boolean
  /** Whether there could be something in a cluster that they see. */
  readonly seesInto: (cluster: string) => boolean
}

export const wholeScope: ReadScope = {
  key: 'whole',
  isWhole: true,
  sees: () => true,
  seesInto: () => true,
}

/** Of grants only those count that let somebody read; their role and their order don't. */
export function readScopeOf(who: Granted): ReadScope {
  if (mayToAll(who, 'read')) return wholeScope
  const { grants, within } = who
  const reader = { grants: readingIn(grants), ...(within && { within: readingIn(within) }) }
  return {
    key: JSON.stringify([keyOf(reader.grants), within ? keyOf(readingIn(within)) : null]),
    isWhole: false,
    sees: (target) => may(reader, 'read', target),
    seesInto: (cluster) => mayWithin(reader, 'read', cluster),
  }
}

const readingIn = (grants: readonly Grant[]): readonly Grant[] =>
  grants.filter(({ role }) => permissionsOf[role].includes('read'))

const keyOf = (grants: readonly Grant[]): string[] =>
  [
    ...new Set(grants.map(({ cluster, kind, name }) => JSON.stringify([cluster, kind, name]))),
  ].toSorted()

import { mayAnywhere, mayDo, mayEverywhere } from '@wheelhouse/contract'
import type { Grant, Permission, Target } from '@wheelhouse/contract'
import { createStore, useStore } from '../lib/store.ts'

/**
 * What whoever works on this page has been granted; `null` until the server has said. It decides in any
 * case: this is for showing what can be done, and why not.
 */
export const rights = createStore<readonly Grant[] | null>(null)

/** Whether all of these are allowed for one component, as far as is known. */
export const allows = (
  grants: readonly Grant[] | null,
  wanted: readonly Permission[],
  target: Target,
): boolean => grants === null || wanted.every((permission) => mayDo(grants, permission, target))

/** Whether something is allowed that concerns the whole estate, as far as is known. */
export const allowsEverywhere = (grants: readonly Grant[] | null, wanted: Permission): boolean =>
  grants === null || mayEverywhere(grants, wanted)

/** Whether whoever works here may do something to a component; without one, to any that there could be. */
export function useMay(permission: Permission, target?: Target): boolean {
  const grants = useStore(rights)
  if (grants === null) return true
  return target ? mayDo(grants, permission, target) : mayAnywhere(grants, permission)
}

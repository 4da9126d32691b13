import {
  mayAnywhere,
  mayDo,
  mayEverywhere,
  mayInCluster,
  maySomewhereIn,
  type Grant,
  type Permission,
  type Target,
} from '@wheelhouse/contract'
import type { Principal } from './principal.ts'
import { Problem } from '../http/problem.ts'

/** What it depends on whether somebody may do something. */
export type Granted = Pick<Principal, 'grants' | 'within'>

const both = ({ grants, within }: Granted, hold: (grants: readonly Grant[]) => boolean): boolean =>
  hold(grants) && (within === undefined || hold(within))

/** Whether somebody may do something to one component. */
export const may = (who: Granted, permission: Permission, target: Target): boolean =>
  both(who, (grants) => mayDo(grants, permission, target))

/** Whether somebody may do it to at least one component that there could be. */
export const mayToSome = (who: Granted, permission: Permission): boolean =>
  both(who, (grants) => mayAnywhere(grants, permission))

/** Whether somebody may do it to everything there is. */
export const mayToAll = (who: Granted, permission: Permission): boolean =>
  both(who, (grants) => mayEverywhere(grants, permission))

/** Whether somebody may do it to everything in a cluster. */
export const mayToCluster = (who: Granted, permission: Permission, cluster: string): boolean =>
  both(who, (grants) => mayInCluster(grants, permission, cluster))

/** Whether somebody may do it to at least one component that the cluster could have. */
export const mayWithin = (who: Granted, permission: Permission, cluster: string): boolean =>
  both(who, (grants) => maySomewhereIn(grants, permission, cluster))

/**
 * What is not done because of who asks. It goes on record when it is answered. What is out of somebody's
 * scope is answered word for word as if it weren't there: `NOT_FOUND`, like any other.
 */
export class Denied extends Problem {
  /** What was asked for it: an id, as it was given. */
  readonly target: string | undefined

  constructor(
    code: 'NOT_ALLOWED' | 'NOT_FOUND',
    detail: string,
    { permission, target }: { permission?: Permission; target?: string | undefined } = {},
  ) {
    super(code, detail, permission === undefined ? {} : { permission })
    this.target = target
  }
}

export const notAllowed = (permission: Permission, target?: string): Denied =>
  new Denied('NOT_ALLOWED', `this needs the permission ${permission}; nothing was done`, {
    permission,
    target,
  })

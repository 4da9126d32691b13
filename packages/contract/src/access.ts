import * as z from 'zod/mini'
import { componentKindSchema, componentKinds, type ComponentKind } from './kind.ts'
import type { OperationKind } from './operation.ts'

/**
 * What a person or a script may be allowed to do. `configure` covers keys that cost a restart at worst;
 * JVM flags and addresses run code or move data elsewhere, and are named apart.
 */
export const permissions = [
  'read',
  'start-stop',
  'configure',
  'configure-jvm',
  'configure-addresses',
  'rewind',
  'migrate',
  'force-migrate',
  'delete',
  'bulk',
  'resolve-uncertain',
  'inventory', // what is tracked here, notes and protection levels: nothing of it is sent to CM
  'audit',
  'users',
  'settings',
] as const
const permissionSchema = z.enum(permissions)
export type Permission = z.output<typeof permissionSchema>

export const roles = ['viewer', 'operator', 'admin', 'auditor'] as const
const roleSchema = z.enum(roles)
export type Role = z.output<typeof roleSchema>

/** What each role may do where it is granted. An auditor reads the record and nothing else. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  operator: [
    'read',
    'start-stop',
    'configure',
    'rewind',
    'migrate',
    'bulk',
    'resolve-uncertain',
    'inventory',
  ],
  admin: permissions,
  auditor: ['audit'],
}

/** The record is one chain, and users and settings are one for all: they are granted for the whole estate or not at all. */
const ofTheWhole: ReadonlySet<Permission> = new Set(['audit', 'users', 'settings'])

export const longestGlob = 512

/** Literal text in which `*` stands for any number of characters; nothing else is special. */
const globSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(longestGlob), z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u))

/** A role, and for which components: all three must fit. `*` stands for all. */
export const grantSchema = z.strictObject({
  role: roleSchema,
  /** The cluster's id, or a glob over ids. */
  cluster: globSchema,
  kind: z.union([z.literal('*'), componentKindSchema]),
  /** The component's name as CM calls it now, or a glob over names. */
  name: globSchema,
})
export type Grant = z.output<typeof grantSchema>

export const mostGrants = 50
export const grantsSchema = z.array(grantSchema).check(z.maxLength(mostGrants))

/** A grant of a role for everything there is. */
export const everywhere = (role: Role): Grant => ({ role, cluster: '*', kind: '*', name: '*' })

/** What a grant is held against. Of a cluster as a whole nothing but its id is known. */
export interface Target {
  readonly cluster: string
  readonly kind: ComponentKind
  readonly name: string
}

/** Anchored at both ends, code point by code point: no case is folded, nothing is normalised, no regular expression is made. */
export function globFits(glob: string, text: string): boolean {
  const [head = '', ...parts] = glob.split('*')
  if (parts.length === 0) return glob === text
  const tail = parts.pop() ?? ''
  if (text.length < head.length + tail.length) return false
  if (!text.startsWith(head) || !text.endsWith(tail)) return false
  const end = text.length - tail.length
  let from = head.length
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0 || at + part.length > end) return false
    from = at + part.length
  }
  return true
}

const isWhole = ({ cluster, kind, name }: Grant): boolean =>
  cluster === '*' && kind === '*' && name === '*'

/** Whether one of the grants allows something of one component. */
export const mayDo = (grants: readonly Grant[], permission: Permission, target: Target): boolean =>
  grants.some((grant) => grantsTo(grant, permission) && covers(grant, target))

/** Whether one of the grants allows something of at least one component that there could be. */
export const mayAnywhere = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some((grant) => grantsTo(grant, permission))

/** Whether one of the grants allows something of everything in a cluster. */
export const mayInCluster = (
  grants: readonly Grant[],
  permission: Permission,
  cluster: string,
): boolean =>
  grants.some(
    (grant) =>
      grantsTo(grant, permission) &&
      grant.kind === '*' &&
      grant.name === '*' &&
      globFits(grant.cluster, cluster),
  )

/** Whether one of the grants allows something of at least one component that a cluster could have. */
export const maySomewhereIn = (
  grants: readonly Grant[],
  permission: Permission,
  cluster: string,
): boolean =>
  grants.some((grant) => grantsTo(grant, permission) && globFits(grant.cluster, cluster))

/** Whether one of the grants allows something of the whole estate. */
export const mayEverywhere = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some((grant) => grantsTo(grant, permission) && isWhole(grant))

function grantsTo(grant: Grant, permission: Permission): boolean {
  if (!permissionsOf[grant.role].includes(permission)) return false
  return !ofTheWhole.has(permission) || isWhole(grant)
}

const covers = (grant: Grant, { cluster, kind, name }: Target): boolean =>
  (grant.kind === '*' || grant.kind === kind) &&
  globFits(grant.cluster, cluster) &&
  globFits(grant.name, name)

/** Kinds that a grant can name, `*` first. */
export const grantKinds: readonly Grant['kind'][] = ['*', ...componentKinds]

/** What an operation of this kind needs at least; what it is to do may need another (`permissionsFor`). */
export const permissionOfKind: Readonly<Record<OperationKind, Permission>> = {
  start: 'start-stop',
  stop: 'start-stop',
  recheck: 'start-stop',
  configure: 'configure',
  rewind: 'rewind',
  migrate: 'migrate',
  delete: 'delete',
}

import { permissionsOf, type Endpoint, type Permission, type Role } from '@wheelhouse/contract'
import type { Subject } from './authorization-subjects.ts'

export const principals = [
  'anonymous',
  'malformed bearer',
  'expired session',
  'viewer',
  'operator out of scope',
  'operator in scope',
  'admin',
  'auditor',
  'token',
] as const
export type Asking = (typeof principals)[number]

type Answer = 'done' | readonly [status: number, code: string]

const unknown = new Set<Asking>(['anonymous', 'malformed bearer', 'expired session'])
const roles: Partial<Record<Asking, Role>> = {
  viewer: 'viewer',
  'operator out of scope': 'operator',
  'operator in scope': 'operator',
  admin: 'admin',
  auditor: 'auditor',
  token: 'operator',
}

/** What must be answered, worked out from the roles alone and not by what the product asks. */
export function expected(endpoint: Endpoint, asking: Asking, subject: Subject): Answer {
  const { permission, target } = endpoint
  if (permission === 'public')
    return asking === 'malformed bearer' ? [401, 'NOT_SIGNED_IN'] : 'done'
  if (unknown.has(asking)) return [401, 'NOT_SIGNED_IN']
  if (subject.isForPeople && asking === 'token') return [403, 'NOT_ALLOWED']
  if (permission === 'signed-in') {
    // Another's session or token is as good as none, but for who manages users.
    if (target === 'own') return asking === 'admin' ? 'done' : [404, 'NOT_FOUND']
    return 'done'
  }
  const role = roles[asking]
  const has = (one: Permission) => role !== undefined && permissionsOf[role].includes(one)
  const isStranger = asking === 'operator out of scope'
  if (permission === 'operate') {
    if (!has('read')) return [403, 'NOT_ALLOWED']
    if (isStranger) return [404, 'NOT_FOUND']
    return has('start-stop') ? 'done' : [403, 'NOT_ALLOWED']
  }
  if (!has(permission)) return [403, 'NOT_ALLOWED']
  if (isStranger && subject.id !== undefined) return [404, 'NOT_FOUND']
  return 'done'
}

import type { Principal } from '../../rights/principal.ts'
import type { AuditTrail } from '../audit/trail.ts'
import type { Changes } from './changes.ts'
import type { Endings } from './endings.ts'
import type { Seen } from './seen.ts'
import type { LiveSession, Sessions } from './sessions/sessions.ts'
import type { PasswordHashes } from './sign-in/password-hashes.ts'
import type { SignInLimits } from './sign-in/sign-in-limits.ts'
import type { Tokens } from './tokens/tokens.ts'
import type { Account, Users } from './users/users.ts'

/** What everything here that changes who may come in works with. */
export interface Parts {
  changes: Changes
  seen: Seen
  trail: AuditTrail
  users: Users
  sessions: Sessions
  tokens: Tokens
  hashes: PasswordHashes
  limits: SignInLimits
  endings: Endings
}

/** Where a request comes from, as its session goes on record. */
export interface Whence {
  address: string
  userAgent: string
}

/** A session that has just begun; its token is for the cookie alone. */
export interface Begun {
  token: string
  principal: Principal
}

export const principalOfUser = (
  { id, name, grants }: Account,
  session: LiveSession,
): Principal => ({ id: `user:${id}`, actor: name, grants, session: session.id })

import type { FastifyRequest } from 'fastify'
import { Denied } from '../../rights/may.ts'
import { principalOf } from '../../plugins/access.ts'
import type { Principal } from '../../rights/principal.ts'
import { addressOf } from './address.ts'
import type { Parts, Whence } from './parts.ts'
import type { Account } from './users/users.ts'

/** Somebody who is signed in here: not a script, and not whoever comes where nobody has to. */
export interface Person extends Principal {
  session: string
  account: Account
}

/** Throws `NOT_ALLOWED` for who came by a token, or where nobody signs in. */
export function personOf(request: FastifyRequest, { sessions, users }: Parts): Person {
  const principal = principalOf(request)
  const { session } = principal
  const account = session === undefined ? undefined : users.get(sessions.userOf(session) ?? '')
  if (session === undefined || !account)
    throw new Denied('NOT_ALLOWED', 'this is for people who are signed in, and not for tokens')
  return { ...principal, session, account }
}

export const whenceOf = (request: FastifyRequest): Whence => ({
  address: addressOf(request),
  userAgent: request.headers['user-agent'] ?? '',
})

import type { Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import type { Parts } from '../parts.ts'
import { refuseBadPassword } from '../sign-in/password-fault.ts'
import type { Account, Change } from './users.ts'

interface Wanted extends Omit<Change, 'password'> {
  /** As it was chosen. */
  password?: string | undefined
}

/**
 * Changes what somebody may do, whether they can sign in, or their password, on record with it. Who is
 * disabled is signed out everywhere and their tokens are gone; with a new password they sign in again.
 * Throws `LAST_ADMIN`, `INVALID_INPUT` for a password that can't be chosen.
 */
export async function changeUser(
  parts: Parts,
  account: Account,
  { by, wanted }: { by: string; wanted: Wanted },
): Promise<Account> {
  const { changes, trail, users, sessions, tokens, hashes, endings } = parts
  const { id, name } = account
  const { grants, isDisabled, password } = wanted
  if (grants === undefined && isDisabled === undefined && password === undefined) return account
  if (password !== undefined) refuseBadPassword(password, name)
  const hash = password === undefined ? undefined : await hashes.make(password)
  const write = async (transaction: Transaction<Database>) => {
    const now = users.get(id) ?? account
    const updated = await users.update(transaction, account, { grants, isDisabled, password: hash })
    const isOut = updated.disabledAtMs !== null
    const ended = isOut || hash ? sessions.idsOf(id) : []
    const revoked = isOut
      ? tokens.list(id).flatMap((one) => (tokens.isGood(one) ? one.id : []))
      : []
    await sessions.delete(transaction, ended)
    await tokens.revoke(transaction, revoked)
    await trail.append(transaction, {
      kind: 'user.changed',
      actor: by,
      body: {
        user: name,
        id,
        ...(grants && { grants, grantsBefore: now.grants }),
        ...(isDisabled !== undefined && { isDisabled }),
        ...(hash !== undefined && { isPasswordNew: true }),
        sessionsEnded: ended.length,
        tokensRevoked: revoked.length,
      },
    })
    return { updated, now, ended, revoked }
  }
  const { updated } = await changes.make(write, (written) => {
    users.admit(written.updated)
    sessions.forget(written.ended)
    tokens.forget(written.revoked)
    for (const session of written.ended) endings.tell({ principal: `user:${id}`, session })
    if (grants === undefined && isDisabled === undefined) return
    endings.tell({ principal: `user:${id}` })
    for (const token of tokens.list(id)) endings.tell({ principal: `token:${token.id}` })
  })
  return updated
}

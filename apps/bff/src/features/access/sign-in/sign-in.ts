import type { Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { Problem } from '../../../http/problem.ts'
import { anonymous } from '../../../rights/principal.ts'
import { principalOfUser, type Begun, type Parts, type Whence } from '../parts.ts'
import type { Account } from '../users/users.ts'
import { refuseBadPassword } from './password-fault.ts'

interface Typed {
  name: string
  password: string
}

/** Why a try did not end in a session; who tries is told none of it. */
type Refusal = 'wrong-password' | 'unknown-name' | 'disabled'

/**
 * Signs somebody in with what they typed; `replaced` is the session that their browser had, which ends. The
 * try is counted before it is looked at, and whoever it names, it costs the same. Throws `TOO_MANY`,
 * `SIGN_IN_FAILED`.
 */
export async function signIn(
  parts: Parts,
  { name: asTyped, password }: Typed,
  { replaced, ...whence }: Whence & { replaced: string | undefined },
): Promise<Begun> {
  const { changes, trail, users, sessions, hashes, limits, endings } = parts
  // No two names differ by case: a capital is how a phone begins a word.
  const name = asTyped.trim().toLowerCase()
  const attempt = await limits.begin({ name, address: whence.address })
  const account = users.named(name)
  const isRight = await hashes.isRight(password, account?.password)
  const refuse = async (why: Refusal) => {
    // A name that nobody has may be a password in the wrong field: it goes nowhere.
    const actor = account?.name ?? anonymous
    const body = { why, ...(attempt.isLast && { isLastForNow: true }) }
    await trail.record({ kind: 'session.refused', actor, body })
    throw new Problem('SIGN_IN_FAILED', 'no user with this password is called so')
  }
  if (!account) return refuse('unknown-name')
  if (!isRight) return refuse('wrong-password')
  if (account.disabledAtMs !== null) return refuse('disabled')

  const renewed = hashes.isOutdated(account.password) ? await hashes.make(password) : undefined
  const write = async (transaction: Transaction<Database>) => {
    // Deriving a key takes its time: what it was compared with may have changed meanwhile.
    if (!isStill(users, account)) return undefined
    await attempt.succeed(transaction)
    const updated = renewed && (await users.update(transaction, account, { password: renewed }))
    const surplus = sessions.surplusOf(account.id)
    const ended = [...new Set([...(replaced === undefined ? [] : [replaced]), ...surplus])]
    await sessions.delete(transaction, ended)
    const inserted = await sessions.insert(transaction, { userId: account.id, ...whence })
    const { id, userAgent } = inserted.session
    await trail.append(transaction, {
      kind: 'session.began',
      actor: name,
      body: {
        session: id,
        userAgent,
        ...(replaced !== undefined && { replaced }),
        ...(surplus.length > 0 && { sessionsEnded: surplus.length }),
      },
    })
    return { ...inserted, updated, ended }
  }
  const begun = await changes.make(write, (written) => {
    if (written?.updated) users.admit(written.updated)
    written?.admit()
    for (const session of written?.ended ?? []) {
      const whose = sessions.userOf(session)
      sessions.forget([session])
      if (whose !== undefined) endings.tell({ principal: `user:${whose}`, session })
    }
  })
  if (!begun) return refuse('wrong-password')
  return { token: begun.token, principal: principalOfUser(account, begun.session) }
}

/**
 * Chooses another password: every session of this user ends, and a new one begins. Throws `TOO_MANY`,
 * `SIGN_IN_FAILED` where the current one is wrong, `INVALID_INPUT` for one that can't be chosen.
 */
export async function changePassword(
  parts: Parts,
  { current, password }: { current: string; password: string },
  { account, ...whence }: Whence & { account: Account },
): Promise<Begun> {
  const { changes, trail, users, sessions, hashes, limits, endings } = parts
  const { id, name } = account
  refuseBadPassword(password, name)
  const attempt = await limits.begin({ name, address: whence.address })
  const wrong = async () => {
    const body = { why: 'wrong-password', isForNewPassword: true }
    await trail.record({ kind: 'session.refused', actor: name, body })
    throw new Problem('SIGN_IN_FAILED', 'the current password is not right', {
      field: 'body.current',
    })
  }
  if (!(await hashes.isRight(current, account.password))) return wrong()
  const made = await hashes.make(password)
  const write = async (transaction: Transaction<Database>) => {
    if (!isStill(users, account)) return undefined
    await attempt.succeed(transaction)
    const updated = await users.update(transaction, account, { password: made })
    const before = sessions.idsOf(id)
    await sessions.delete(transaction, before)
    const inserted = await sessions.insert(transaction, { userId: id, ...whence })
    await trail.append(transaction, {
      kind: 'password.changed',
      actor: name,
      body: { user: name, session: inserted.session.id, sessionsEnded: before.length },
    })
    return { ...inserted, updated, before }
  }
  const done = await changes.make(write, (written) => {
    if (!written) return
    users.admit(written.updated)
    written.admit()
    sessions.forget(written.before)
    for (const session of written.before) endings.tell({ principal: `user:${id}`, session })
  })
  if (!done) return wrong()
  return { token: done.token, principal: principalOfUser(done.updated, done.session) }
}

/** Whether somebody can still sign in, with the password that was looked at. */
function isStill(users: Parts['users'], { id, password }: Account): boolean {
  const now = users.get(id)
  return now?.disabledAtMs === null && now.password === password
}

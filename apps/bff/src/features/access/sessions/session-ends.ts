import type { Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import type { Principal } from '../../../rights/principal.ts'
import { Denied } from '../../../rights/may.ts'
import type { Parts } from '../parts.ts'

/** Ends the session that asks for it. */
export async function signOut(parts: Parts, { actor, session }: Principal & { session: string }) {
  await end(parts, session, { kind: 'session.ended', actor, why: 'signed-out' })
}

/** Ends somebody's session by its id. Throws `NOT_FOUND` where it is none, or not `mayEnd`. */
export async function revokeSession(
  parts: Parts,
  id: string,
  { by, mayEnd }: { by: string; mayEnd: (userId: string) => boolean },
) {
  const session = parts.sessions.get(id)
  if (!session || !mayEnd(session.userId))
    throw new Denied('NOT_FOUND', `no session has the id ${id}`, { target: id })
  await end(parts, id, { kind: 'session.revoked', actor: by })
}

/** Ends what is over by itself. Streams go first: that this can't be put on record keeps nobody in. */
export async function endLapsed(parts: Parts) {
  for (const { session, lapse } of parts.sessions.lapsed()) {
    parts.endings.tell({ principal: `user:${session.userId}`, session: session.id })
    // oxlint-disable-next-line no-await-in-loop -- there is one database
    await end(parts, session.id, { kind: 'session.ended', actor: 'wheelhouse', why: lapse })
  }
}

interface How {
  kind: 'session.ended' | 'session.revoked'
  actor: string
  why?: string
}

async function end(
  { changes, trail, users, sessions, endings }: Parts,
  id: string,
  { kind, actor, why }: How,
) {
  const userId = sessions.userOf(id)
  const write = async (transaction: Transaction<Database>) => {
    await sessions.delete(transaction, [id])
    const user = userId === undefined ? undefined : users.get(userId)?.name
    await trail.append(transaction, { kind, actor, body: { session: id, user, why } })
  }
  await changes.make(write, () => {
    sessions.forget([id])
    if (userId !== undefined) endings.tell({ principal: `user:${userId}`, session: id })
  })
}

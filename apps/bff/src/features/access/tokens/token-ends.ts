import type { Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { Denied } from '../../../rights/may.ts'
import type { Parts } from '../parts.ts'

/** Makes a token useless. Throws `NOT_FOUND` where it is none, was so already, or not `mayEnd`. */
export async function revokeToken(
  { changes, trail, users, tokens, endings }: Parts,
  id: string,
  { by, mayEnd }: { by: string; mayEnd: (userId: string) => boolean },
) {
  const token = tokens.get(id)
  if (!token || token.revokedAtMs !== null || !mayEnd(token.userId))
    throw new Denied('NOT_FOUND', `no token has the id ${id}`, { target: id })
  const write = async (transaction: Transaction<Database>) => {
    await tokens.revoke(transaction, [id])
    const user = users.get(token.userId)?.name
    await trail.append(transaction, {
      kind: 'token.revoked',
      actor: by,
      body: { token: token.name, id, user },
    })
  }
  await changes.make(write, () => {
    tokens.forget([id])
    endings.tell({ principal: `token:${id}` })
  })
}

/** Tells of tokens that have expired since it was last asked. */
export function endExpired({ tokens, endings }: Parts) {
  for (const { id } of tokens.takeExpired()) endings.tell({ principal: `token:${id}` })
}

import {
  createToken,
  listTokens,
  longestTokenDays,
  revokeToken as revoking,
} from '@wheelhouse/contract'
import { mayToAll, notAllowed } from '../../../rights/may.ts'
import { Problem } from '../../../http/problem.ts'
import { routeOf, type App } from '../../../http/route.ts'
import type { Access } from '../access.ts'
import { personOf } from '../person.ts'
import { revokeToken } from './token-ends.ts'

const dayMs = 24 * 3_600_000

/** What scripts sign in with; made and revoked by people. */
export async function tokenRoutes(
  app: App,
  { access, clock }: { access: Access; clock: () => number },
) {
  const { tokens, users } = access

  app.route({
    ...routeOf(listTokens),
    handler: async (request) => {
      const person = personOf(request, access)
      const isForAll = request.query.all === 'true'
      if (isForAll && !mayToAll(person, 'users')) throw notAllowed('users')
      const items = tokens
        .list(isForAll ? undefined : person.account.id)
        .map((token) => tokens.shown(token, users.get(token.userId)?.name ?? ''))
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(createToken),
    handler: async (request, reply) => {
      const { account } = personOf(request, access)
      const { name, grants, expiresAt } = request.body
      const expiresAtMs = Date.parse(expiresAt)
      const fault = expiryFault(expiresAtMs - clock())
      if (fault)
        throw new Problem(
          'INVALID_INPUT',
          `a token is good for ${longestTokenDays} days at most, and ends in the future`,
          { field: 'body.expiresAt', fault },
        )
      const { text, token } = await tokens.create(account, { name, grants, expiresAtMs })
      return reply.code(201).send({ ...tokens.shown(token, account.name), token: text })
    },
  })

  app.route({
    ...routeOf(revoking),
    handler: async (request, reply) => {
      const person = personOf(request, access)
      const mayEnd = (userId: string) => userId === person.account.id || mayToAll(person, 'users')
      await revokeToken(access, request.params.id, { by: person.actor, mayEnd })
      return reply.code(204).send(null)
    },
  })
}

function expiryFault(leftMs: number): 'in-the-past' | 'too-far' | undefined {
  if (leftMs <= 0) return 'in-the-past'
  return leftMs > longestTokenDays * dayMs ? 'too-far' : undefined
}

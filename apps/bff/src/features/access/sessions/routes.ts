import { getSession, listSessions, revokeSession as revoking } from '@wheelhouse/contract'
import { signOut as signingOut } from '@wheelhouse/contract'
import { mayToAll, notAllowed } from '../../../rights/may.ts'
import { routeOf, type App } from '../../../http/route.ts'
import { iso } from '../../../time.ts'
import type { Access } from '../access.ts'
import { personOf } from '../person.ts'
import type { SessionOf } from '../session-view.ts'
import { revokeSession, signOut } from './session-ends.ts'

/** Who is asking, where they are signed in, and the end of it. */
export async function sessionRoutes(
  app: App,
  { access, sessionOf }: { access: Access; sessionOf: SessionOf },
) {
  const { setup, sessions, users, cookie, seen } = access

  app.route({
    ...routeOf(getSession),
    handler: async ({ asking }) => {
      setup.refresh()
      return sessionOf(asking)
    },
  })

  app.route({
    ...routeOf(signingOut),
    handler: async (request, reply) => {
      await signOut(access, personOf(request, access))
      cookie.clear(reply)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...routeOf(listSessions),
    handler: async (request) => {
      const person = personOf(request, access)
      const isForAll = request.query.all === 'true'
      if (isForAll && !mayToAll(person, 'users')) throw notAllowed('users')
      const items = sessions.list(isForAll ? undefined : person.account.id).map((session) => ({
        id: session.id,
        user: users.get(session.userId)?.name ?? '',
        isThis: session.id === person.session,
        createdAt: iso(session.createdAtMs),
        seenAt: iso(seen.at('session', session.id) ?? session.createdAtMs),
        endsAt: iso(session.endsAtMs),
        userAgent: session.userAgent,
        address: session.address,
      }))
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(revoking),
    handler: async (request, reply) => {
      const person = personOf(request, access)
      const mayEnd = (userId: string) => userId === person.account.id || mayToAll(person, 'users')
      await revokeSession(access, request.params.id, { by: person.actor, mayEnd })
      return reply.code(204).send(null)
    },
  })
}

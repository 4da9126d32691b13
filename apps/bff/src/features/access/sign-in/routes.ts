import { changePassword as changing, setUp, signIn as signingIn } from '@wheelhouse/contract'
import type { FastifyReply } from 'fastify'
import { routeOf, type App } from '../../../http/route.ts'
import type { Access } from '../access.ts'
import type { Begun } from '../parts.ts'
import { personOf, whenceOf } from '../person.ts'
import type { SessionOf } from '../session-view.ts'
import { changePassword, signIn } from './sign-in.ts'

/** How somebody comes by a session: a name and a password, and once the setup token. */
export async function signInRoutes(
  app: App,
  { access, sessionOf }: { access: Access; sessionOf: SessionOf },
) {
  const { setup, cookie } = access
  const begin = (reply: FastifyReply, { token, principal }: Begun) => {
    cookie.write(reply, token)
    return sessionOf(principal)
  }

  app.route({
    ...routeOf(signingIn),
    handler: async (request, reply) => {
      const whence = whenceOf(request)
      const replaced = request.asking?.session
      return begin(reply, await signIn(access, request.body, { ...whence, replaced }))
    },
  })

  app.route({
    ...routeOf(setUp),
    handler: async (request, reply) =>
      begin(reply, await setup.finish(request.body, whenceOf(request))),
  })

  app.route({
    ...routeOf(changing),
    handler: async (request, reply) => {
      const { account } = personOf(request, access)
      const whence = whenceOf(request)
      return begin(reply, await changePassword(access, request.body, { account, ...whence }))
    },
  })
}

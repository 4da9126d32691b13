import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Endpoint } from '@wheelhouse/contract'
import { local, type Principal } from '../features/access/principal.ts'
import { Problem } from '../problem.ts'

/** Who may call a route, and what of it goes on record: said by the contract, or by the list of public routes. */
export type RouteAccess = Pick<Endpoint, 'permission' | 'audit'> & {
  target?: Endpoint['target'] | undefined
}

interface Options {
  /** Who asks; `null` where nobody is signed in. Throws `NOT_SIGNED_IN` where what they show is no good. */
  principalOf?: (request: FastifyRequest) => Promise<Principal | null>
}

/**
 * The door: every route says who may pass, or the server does not start; everybody is known before a
 * body is read.
 */
export const access = fp<Options>(
  async (app, { principalOf = async () => local }) => {
    app.decorateRequest('asking', null)

    app.addHook('onRequest', async (request) => {
      request.asking = await principalOf(request)
    })
  },
  { name: 'access' },
)

/** Who asks. Throws `NOT_SIGNED_IN` where a route is called without anybody. */
export function principalOf({ asking }: FastifyRequest): Principal {
  if (!asking) throw new Problem('NOT_SIGNED_IN', 'sign in first')
  return asking
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on public routes where nobody is signed in. */
    asking: Principal | null
  }
  interface FastifyContextConfig {
    access?: RouteAccess
  }
}

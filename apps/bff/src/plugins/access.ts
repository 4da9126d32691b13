import type { FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { apiPrefix, type Endpoint, type Permission, type Target } from '@wheelhouse/contract'
import { local, type Principal } from '../rights/principal.ts'
import { Denied, may, mayToCluster, mayToSome, mayWithin, notAllowed } from '../rights/may.ts'
import { Problem } from '../http/problem.ts'
import { Denials, type Denial } from './denials.ts'

/** Who may call a route, and what of it goes on record: said by the contract, or by `publicAccess`. */
export type RouteAccess = Pick<Endpoint, 'permission' | 'audit'> & {
  target?: Endpoint['target'] | undefined
}

/** Anybody's. Each such route is named in `publicRoutes`. */
export const publicAccess: RouteAccess = { permission: 'public', audit: 'none' }

/** Of the files of the page, as the build left them: each is a route of its own. */
export const pageFileAccess: RouteAccess = { permission: 'public', audit: 'none' }

const signingIn = `POST ${apiPrefix}/session`

/** All that is answered to whoever reaches us. A route that says `public` and does not stand here ends the start. */
export const publicRoutes: ReadonlySet<string> = new Set([
  'GET /healthz',
  'GET /readyz',
  'GET /',
  'HEAD /',
  'GET /*',
  'HEAD /*',
  'POST /api/csp-report',
  `GET ${apiPrefix}/session`,
  `POST ${apiPrefix}/setup`,
  signingIn,
])

/** What the ids in addresses name; `undefined` where there is no such thing. */
export interface Targets {
  component: (id: string) => Target | undefined
  operation: (id: string) => Promise<Target | undefined>
  hasCluster: (id: string) => boolean
}

interface Options {
  /** Who asks; `null` where nobody is signed in. Throws `NOT_SIGNED_IN` where what they show is no good. */
  principalOf?: (request: FastifyRequest) => Promise<Principal | null>
  /** Whether there is no administrator yet. */
  isSetupNeeded?: () => boolean
  targets: Targets
  /** Puts on record that something was not allowed to somebody who is signed in. */
  onDenied: (denial: Denial) => Promise<void>
  steady: () => number
}

/**
 * The door: every route says who may pass, or the server does not start; everybody is known before a
 * body is read, and what is out of their scope is answered as what isn't there. Looks at the matched
 * route and its parameters, never at the address as it was written.
 */
export const access = fp<Options>(
  async (app, options) => {
    const { principalOf: find = async () => local, isSetupNeeded = () => false, targets } = options
    const routes: RouteOptions[] = []
    const denials = new Denials(options)
    app.decorateRequest('asking', null)
    app.decorate('guardedRoutes', routes)

    // Looked at when all are there: what a route says of itself may be added to it by its plugin.
    app.addHook('onRoute', (route) => void routes.push(route))
    app.addHook('onReady', async () => {
      for (const route of routes) refuseUnsaid(route)
    })

    app.addHook('onRequest', async (request) => {
      // Nothing is there: it is answered so to everybody.
      if (request.is404) return
      const { access: said, url, method } = routeOf(request)
      if (!said) throw new Problem('INTERNAL', 'the route does not say who may call it')
      const isPublic = said.permission === 'public'
      // The page, its files, health: who asks isn't even looked at.
      if (isPublic && !url.startsWith(apiPrefix)) return
      if (isSetupNeeded() && (!isPublic || `${method} ${url}` === signingIn))
        throw new Problem('SETUP_NEEDED', 'make the first administrator with the setup token')
      request.asking = await find(request)
      if (isPublic) return
      await pass(principalOf(request), said, { request, targets })
    })

    app.addHook('onError', async (request, _reply, error) => {
      const { asking: principal, log } = request
      if (!(error instanceof Denied) || !principal) return
      const denied = { problem: error, principal, ...routeOf(request) }
      // After the answer: how long that takes must not tell what there is.
      setImmediate(() => {
        denials
          .record(denied)
          .catch((err: unknown) => log.error({ err }, 'a denial is not on record'))
      })
    })
  },
  { name: 'access' },
)

/** Who asks. Throws `NOT_SIGNED_IN` where a route is called without anybody. */
export function principalOf({ asking }: FastifyRequest): Principal {
  if (!asking) throw new Problem('NOT_SIGNED_IN', 'sign in first')
  return asking
}

function routeOf({ routeOptions: { config, url = '', method } }: FastifyRequest) {
  return { access: config.access, url, method: String(method) }
}

function refuseUnsaid({ method, url, config }: RouteOptions) {
  for (const one of [method].flat()) {
    const said = config?.access
    if (!said) throw new Error(`${one} ${url} does not say who may call it (config.access)`)
    const isNamed = said === pageFileAccess || publicRoutes.has(`${one} ${url}`)
    if (said.permission === 'public' && !isNamed)
      throw new Error(`${one} ${url} says that it is public and is not among the public routes`)
  }
}

/** Throws `NOT_ALLOWED`, or `NOT_FOUND` for what is not there as for what may not be seen. */
async function pass(
  principal: Principal,
  { permission: said, target }: RouteAccess,
  { request, targets }: { request: FastifyRequest; targets: Targets },
) {
  if (said === 'public' || said === 'signed-in') return
  // What else an operation needs, its kind and its input tell.
  const permission: Permission = said === 'operate' ? 'read' : said
  if (!mayToSome(principal, permission)) throw notAllowed(permission)
  if (target === undefined || target === 'own') return
  const { id } = request.params as { id: string }
  if (target === 'cluster') {
    if (!targets.hasCluster(id) || !mayWithin(principal, 'read', id))
      throw missing(target, { id, isThere: targets.hasCluster(id) })
    if (permission !== 'read' && !mayToCluster(principal, permission, id))
      throw notAllowed(permission, id)
    return
  }
  const found = await targets[target](id)
  if (!found || !may(principal, 'read', found)) throw missing(target, { id, isThere: !!found })
  if (!may(principal, permission, found)) throw notAllowed(permission, id)
}

/** Of what is there it goes on record; to who asks it is the same. */
function missing(kind: string, { id, isThere }: { id: string; isThere: boolean }): Problem {
  const detail = `no ${kind} has the id ${id}`
  return isThere
    ? new Denied('NOT_FOUND', detail, { target: id })
    : new Problem('NOT_FOUND', detail)
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on public routes where nobody is signed in. */
    asking: Principal | null
  }
  interface FastifyInstance {
    /** All that is answered, but for what isn't there. */
    guardedRoutes: readonly RouteOptions[]
  }
  interface FastifyContextConfig {
    access?: RouteAccess
  }
}

import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../http/problem.ts'
import { ownAddresses, type OwnAddresses } from './own-addresses.ts'

interface Options {
  publicOrigin: string | undefined
  /** The address that is listened on, one of this machine's own. */
  host: string
  /** Whether people sign in, and a browser therefore carries what a foreign page could use. */
  hasSessions?: boolean
}

/** All that a body may be said to be; anything else is a way around the checks that follow. */
const jsonTypes = new Set(['application/json', 'application/json; charset=utf-8'])

/**
 * What holds for every request before it is asked who sends it: it names this machine (else a foreign
 * page could reach us by DNS rebinding), and a change comes from our own pages or from a script, never
 * from another site, and is JSON.
 */
export const security = fp<Options>(
  async (app, { publicOrigin, host, hasSessions = false }) => {
    // Found once: to take four addresses apart costs more than to answer.
    const known = new Map<number, OwnAddresses>()
    const ownAt = (port: number): OwnAddresses => {
      const own = known.get(port) ?? ownAddresses(port, { publicOrigin, host })
      known.set(port, own)
      return own
    }
    app.addHook('onRequest', async (request) => {
      const own = ownAt(request.socket.localPort ?? 80)
      if (!own.hosts.has(request.headers.host ?? '') || !namesOneHost(request.raw.rawHeaders))
        throw new Problem(
          'FOREIGN_HOST',
          'use the address under which Wheelhouse listens, or set publicOrigin',
        )
      if (request.method === 'GET' || request.method === 'HEAD') return
      if (request.routeOptions.config.isFromBrowser) return
      // A token is put there by whoever knows it; no browser adds one by itself, and no cookie is read then.
      if (!hasSessions || !carriesToken(request)) {
        refuseForeignPages(request, { own, needsOrigin: hasSessions })
        // Forces a preflight, which is never answered, for a page that leaves Origin out.
        if (request.headers['x-wheelhouse'] !== '1')
          throw new Problem('HEADER_MISSING', 'a change needs the header X-Wheelhouse: 1')
      }
      refuseOtherTypes(request)
    })
  },
  { name: 'security' },
)

/**
 * Whether a request shows a token, a good one or not: then its cookies count for nothing. Another scheme
 * is no token: `Basic` is what a browser sends by itself for a link with a name and a password in it.
 */
export const carriesToken = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  /^bearer(?:\s|$)/iu.test(headers.authorization ?? '')

/** Node keeps the first of several; what stands before us may have gone by the last. */
function namesOneHost(names: readonly string[]): boolean {
  let hosts = 0
  for (let at = 0; at < names.length; at += 2)
    if (names[at]?.length === 4 && names[at]?.toLowerCase() === 'host') hosts += 1
  return hosts === 1
}

interface Expected {
  own: OwnAddresses
  needsOrigin: boolean
}

function refuseForeignPages({ headers }: FastifyRequest, { own, needsOrigin }: Expected) {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const isOurs = origin === undefined ? !needsOrigin : own.origins.has(origin)
  if (!isOurs || (site !== undefined && site !== 'same-origin'))
    throw new Problem(
      'FOREIGN_ORIGIN',
      `changes are taken from ${own.origins.values().next().value ?? 'this address'} only`,
    )
}

function refuseOtherTypes({ headers }: FastifyRequest) {
  const type = headers['content-type']
  const length = headers['content-length']
  const hasBody =
    headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  if (type === undefined ? hasBody : !jsonTypes.has(type))
    throw new Problem('INVALID_INPUT', 'a body is sent as application/json', { field: 'body' })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Sent by browsers on their own account, with nothing that says who sends it: it may change nothing. */
    isFromBrowser?: true
  }
}

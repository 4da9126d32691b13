import helmet from '@fastify/helmet'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../problem.ts'

interface Options {
  publicOrigin: string | undefined
  /** The address that is listened on, one of this machine's own. */
  host: string
}

/**
 * What holds for every request while there are no users: it names this machine (else a foreign page
 * could reach us by DNS rebinding), and a change comes from our own pages or from a script, never
 * from another site.
 */
export const security = fp<Options>(
  async (app, { publicOrigin, host }) => {
    const isSecure = publicOrigin?.startsWith('https:') ?? false

    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isSecure,
      // Browsers ignore these two on plain http, with an error on the console each time.
      crossOriginOpenerPolicy: isSecure,
      originAgentCluster: isSecure,
    })

    app.addHook('onRequest', async (request) => {
      const origins = ownOrigins(request, { publicOrigin, host })
      if (!origins.some((origin) => URL.parse(origin)?.host === request.headers.host))
        throw new Problem(
          'FOREIGN_HOST',
          'use the address under which Wheelhouse listens, or set publicOrigin',
        )
      if (request.method === 'GET' || request.method === 'HEAD') return

      const { origin } = request.headers
      if (origin !== undefined && !origins.includes(origin))
        throw new Problem(
          'FOREIGN_ORIGIN',
          `changes are taken from ${publicOrigin ?? 'this address'} only`,
        )
      // Forces a preflight, which is never answered, for a page that leaves Origin out.
      if (request.headers['x-wheelhouse'] !== '1')
        throw new Problem('HEADER_MISSING', 'a change needs the header X-Wheelhouse: 1')
    })
  },
  { name: 'security' },
)

/** On loopback the three spellings of this machine count as one. */
function ownOrigins(request: FastifyRequest, { publicOrigin, host }: Options): string[] {
  const port = request.socket.localPort ?? 80
  const listening = host.includes(':') ? `[${host}]` : host
  const local = ['127.0.0.1', 'localhost', '[::1]', listening].map(
    (own) => new URL(`http://${own}:${port}`).origin,
  )
  return publicOrigin === undefined ? local : [publicOrigin, ...local]
}

import helmet from '@fastify/helmet'
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

    // Found once: to take four addresses apart costs more than to answer.
    const known = new Map<number, Own>()
    const ownAt = (port: number): Own => {
      const own = known.get(port) ?? ownOf(port, { publicOrigin, host })
      known.set(port, own)
      return own
    }
    app.addHook('onRequest', async (request) => {
      const own = ownAt(request.socket.localPort ?? 80)
      if (!own.hosts.has(request.headers.host ?? ''))
        throw new Problem(
          'FOREIGN_HOST',
          'use the address under which Wheelhouse listens, or set publicOrigin',
        )
      if (request.method === 'GET' || request.method === 'HEAD') return

      const { origin } = request.headers
      if (origin !== undefined && !own.origins.has(origin))
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

interface Own {
  origins: ReadonlySet<string>
  /** As a request names them. */
  hosts: ReadonlySet<string>
}

/** On loopback the three spellings of this machine count as one. */
function ownOf(port: number, { publicOrigin, host }: Options): Own {
  const listening = host.includes(':') ? `[${host}]` : host
  const local = ['127.0.0.1', 'localhost', '[::1]', listening].map(
    (own) => new URL(`http://${own}:${port}`).origin,
  )
  const origins = publicOrigin === undefined ? local : [publicOrigin, ...local]
  return {
    origins: new Set(origins),
    hosts: new Set(origins.flatMap((origin) => URL.parse(origin)?.host ?? [])),
  }
}

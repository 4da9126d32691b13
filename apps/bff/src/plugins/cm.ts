import { createCmClient, type CmClient } from '@wheelhouse/cm-client'
import fp from 'fastify-plugin'
import type { ClusterConfig } from '../config/config.ts'

interface Options {
  clusters: readonly ClusterConfig[]
  /** Whether nothing may be written to a cluster now. */
  isReadOnly: (cluster: string) => boolean
}

/** One client a cluster: the only holders of the CMs' addresses. */
export const cm = fp<Options>(
  async (app, { clusters, isReadOnly }) => {
    const clients = new Map(
      clusters.map(({ id, url, timeouts }) => [
        id,
        createCmClient({
          url,
          isReadOnly: () => isReadOnly(id),
          timeouts,
          observe: ({ endpoint, effect, ms, outcome }) => {
            const level = effect === 'read' ? 'debug' : 'info'
            app.log[level]({ cluster: id, endpoint, ms: Math.round(ms), outcome }, 'CM call')
          },
        }),
      ]),
    )
    app.decorate('cm', clients)
    app.addHook('onClose', async () => {
      // Not awaited: a call that is still out now is on record as uncertain, and ends with the process.
      for (const client of clients.values()) void client.close()
    })
  },
  { name: 'cm' },
)

declare module 'fastify' {
  interface FastifyInstance {
    /** By cluster id. */
    cm: ReadonlyMap<string, CmClient>
  }
}

import { createCmClient, type CmClient } from '@wheelhouse/cm-client'
import fp from 'fastify-plugin'
import type { ClusterConfig } from '../config.ts'

/** One client a cluster: the only holders of the CMs' addresses. */
export const cm = fp<{ clusters: readonly ClusterConfig[] }>(
  async (app, { clusters }) => {
    const clients = new Map(
      clusters.map(({ id, url, readOnly, timeouts }) => [
        id,
        createCmClient({
          url,
          readOnly,
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

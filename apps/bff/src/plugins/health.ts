import fp from 'fastify-plugin'
import { Problem } from '../problem.ts'

/**
 * `/healthz`: the process lives. `/readyz`: its own database takes a write and it is not going down. Neither
 * asks CM: a dead CM is what the product must show, not a reason to take it away.
 */
export const health = fp(
  async (app) => {
    let isDraining = false
    app.addHook('preClose', async () => {
      isDraining = true
    })

    app.get('/healthz', { schema: { hide: true }, logLevel: 'silent' }, async () => ({
      status: 'ok',
    }))

    app.get('/readyz', { schema: { hide: true }, logLevel: 'silent' }, async () => {
      if (isDraining) throw new Problem('SHUTTING_DOWN', 'no new requests are taken')
      // A write, though it changes nothing: a full disk reads well.
      await app.db.updateTable('meta').set({ value: 'yes' }).where('key', '=', 'ready').execute()
      return { status: 'ready' }
    })
  },
  { name: 'health', dependencies: ['db'] },
)

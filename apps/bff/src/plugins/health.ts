import fp from 'fastify-plugin'
import { Problem } from '../http/problem.ts'
import { publicAccess } from './access.ts'

interface Options {
  /** Throws where nothing can be put on record. */
  canRecord: () => Promise<void>
}

/**
 * `/healthz`: the process lives. `/readyz`: its own database takes a write and a record, and it is not going
 * down. Neither asks CM: a dead CM is what the product must show, not a reason to take it away.
 */
export const health = fp<Options>(
  async (app, { canRecord }) => {
    let isDraining = false
    app.addHook('preClose', async () => {
      isDraining = true
    })

    const anybodys = {
      schema: { hide: true },
      logLevel: 'silent',
      config: { access: publicAccess },
    } as const
    app.get('/healthz', anybodys, async () => ({ status: 'ok' }))

    app.get('/readyz', anybodys, async () => {
      if (isDraining) throw new Problem('SHUTTING_DOWN', 'no new requests are taken')
      try {
        // A write, though it changes nothing: a full disk reads well.
        await app.db.updateTable('meta').set({ value: 'yes' }).where('key', '=', 'ready').execute()
        await canRecord()
      } catch (error) {
        throw new Problem('AUDIT_UNAVAILABLE', 'nothing can be written down now', { cause: error })
      }
      return { status: 'ready' }
    })
  },
  { name: 'health', dependencies: ['db'] },
)

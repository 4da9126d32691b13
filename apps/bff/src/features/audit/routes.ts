import { exportAudit, listAudit } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { routeOf, type App } from '../../http/route.ts'
import { formats } from './export.ts'
import type { AuditTrail } from './trail.ts'

interface Options {
  trail: AuditTrail
  /** Epoch milliseconds. */
  clock: () => number
}

export async function auditRoutes(app: App, { trail, clock }: Options) {
  app.route({
    ...routeOf(listAudit),
    handler: async ({ query }) => {
      const { before, limit, ...filter } = query
      const [items, total] = await Promise.all([
        trail.list(filter, {
          ...(before !== undefined && { before: Number(before) }),
          ...(limit !== undefined && { limit: Number(limit) }),
        }),
        trail.count(filter),
      ])
      return { items, total }
    },
  })

  app.route({
    ...routeOf(exportAudit),
    handler: async (request, reply) => {
      const { query } = request
      const { format, ...filter } = query
      // Before the first byte leaves: what can't be put on record isn't handed out.
      const through = await trail.record({
        kind: 'audit.exported',
        actor: principalOf(request).actor,
        body: { format, filter },
      })
      const { type, write } = formats[format]
      const file = write(trail.export(filter, { through }))
      return (
        reply
          .type(type)
          .header('content-disposition', `attachment; filename="${fileName(clock(), format)}"`)
          .header('cache-control', 'no-store')
          // The text that the contract promises, as it comes.
          .send(file as unknown as string)
      )
    },
  })
}

/** Of letters that every file system takes. */
const fileName = (nowMs: number, format: string): string =>
  `wheelhouse-audit-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z.${format}`

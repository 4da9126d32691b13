import type { App } from '../../route.ts'
import type { AuditTrail } from './trail.ts'

const everyMs = 10 * 60_000

/**
 * Says in the log where the chain stands, at the start, now and then, and at the end: who cuts records off
 * the end of the trail, or puts an older database in its place, would have to change those lines as well.
 */
export async function auditAnchors(app: App, { trail }: { trail: AuditTrail }) {
  const tell = async () => app.log.info(await trail.head(), 'audit anchor')
  let timer: NodeJS.Timeout | undefined

  app.addHook('onReady', async () => {
    await tell()
    timer = setInterval(() => {
      tell().catch((error: unknown) => app.log.error({ err: error }, 'no audit anchor'))
    }, everyMs)
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await tell()
  })
}

import type { App } from '../../http/route.ts'
import type { AuditTrail } from './trail.ts'

const everyMs = 10 * 60_000
const everyRecords = 100

interface Options {
  trail: AuditTrail
  /** Whoever wants to hear of failures only still gets the anchors; nothing at all is said where it is `silent`. */
  logLevel: string
}

/**
 * Says in the log where the chain stands: at the start, every hundred records and every ten minutes, and
 * at the end. Who cuts records off the end of the trail, or puts an older database in its place, would
 * have to change those lines as well, which are elsewhere by then.
 */
export async function auditAnchors(app: App, { trail, logLevel }: Options) {
  const log = app.log.child({}, { level: logLevel === 'silent' ? 'silent' : 'info' })
  let next = everyRecords
  const tell = async ({ from = 0 } = {}) => {
    const head = await trail.head()
    if (head.seq < from) return // the transaction that wrote it failed
    next = head.seq - (head.seq % everyRecords) + everyRecords
    log.info(head, 'audit anchor')
  }
  const tellSoon = (from = 0) => {
    tell({ from }).catch((error: unknown) => app.log.error({ err: error }, 'no audit anchor'))
  }
  let timer: NodeJS.Timeout | undefined

  trail.onAppend((seq) => {
    // It is read once the transaction that is writing it has ended: there is one connection.
    if (seq >= next) tellSoon(next)
  })
  app.addHook('onReady', async () => {
    await tell()
    timer = setInterval(tellSoon, everyMs)
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await tell()
  })
}

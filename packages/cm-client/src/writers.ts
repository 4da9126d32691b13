import type { CmCall } from './call.ts'
import { send, type SendOptions } from './request.ts'
import type { Transport } from './transport.ts'
import { acknowledged, type WriteReply } from './verdict.ts'
import { readWriterDetail, type WriterDetail } from './wire.ts'

/** The writer's documented calls as data (cm-runbook.zh.md, "Writer 相关接口"; cm-api.md §1.2 rows 11, 12, 16). */
export const writerCalls = {
  detail: (name: string): CmCall => ({
    method: 'GET',
    effect: 'read',
    path: '/JDBCWriter/detail',
    query: { writerName: name },
  }),
  start: (name: string): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/start',
    form: { applierName: name },
  }),
  stop: (name: string): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/stop',
    form: { applierName: name },
  }),
}

/** Every method throws `CmError` and nothing else. */
export type Writers = {
  /** What CM says about one writer. */
  detail: (name: string, options?: SendOptions) => Promise<WriterDetail>
  /** Sent once, never again. Resolves when CM said `isSuccess: true`, which is not "it runs". */
  start: (name: string, options?: SendOptions) => Promise<WriteReply>
  /** Sent once, never again. Whether CM answers before the writer has stopped is not documented. */
  stop: (name: string, options?: SendOptions) => Promise<WriteReply>
}

/** The writer's calls bound to one CM. */
export function createWriters(transport: Transport): Writers {
  return {
    detail: (name, options) =>
      send(transport, writerCalls.detail(name), {
        ...options,
        read: (reply) => readWriterDetail(reply, name),
      }),
    start: (name, options) =>
      send(transport, writerCalls.start(name), { ...options, read: acknowledged }),
    stop: (name, options) =>
      send(transport, writerCalls.stop(name), { ...options, read: acknowledged }),
  }
}

import type { CmCall } from './call.ts'
import { send, type SendOptions } from './request.ts'
import type { Transport } from './transport.ts'
import { readWriterDetail, type WriterDetail } from './wire.ts'

/** The writer's documented calls as data (the vendor's page, Writer 相关接口; docs/cm-api.md §1.2 rows 11, 12, 16). */
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

/** The documented read; throws `CmError` and nothing else. */
export type Writers = {
  /** What CM says about one writer. */
  detail: (name: string, options?: SendOptions) => Promise<WriterDetail>
}

/** The writer's calls bound to one CM. */
export function createWriters(transport: Transport): Writers {
  return {
    detail: (name, options) =>
      send(transport, writerCalls.detail(name), {
        ...options,
        read: (reply) => readWriterDetail(reply, name),
      }),
  }
}

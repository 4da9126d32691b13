import type { CmCall } from './call.ts'
import { send, type SendOptions } from './request.ts'
import { settingFields } from './settings.ts'
import type { Transport } from './transport.ts'
import type { CmValue } from './value.ts'
import { readWriterDetail, type WriterDetail } from './wire.ts'

/** The writer's documented calls as data (the vendor's page, Writer 相关接口; cm-api.md §1.2 rows 11-16). */
export const writerCalls = {
  detail: (name: CmValue): CmCall => ({
    method: 'GET',
    effect: 'read',
    path: '/JDBCWriter/detail',
    query: { writerName: name },
  }),
  start: (name: CmValue): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/start',
    form: { applierName: name },
  }),
  stop: (name: CmValue): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/stop',
    form: { applierName: name },
  }),
  /** The vendor's 删除: the writer is gone for good. */
  clean: (name: CmValue): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/clean',
    form: { applierName: name },
  }),
  /**
   * Only while it is stopped or does not run; what it returns is another name. `force` is for a
   * writer whose host is down, and is left out otherwise.
   */
  migrate: (
    name: CmValue,
    node: CmValue,
    { force = false }: { readonly force?: boolean } = {},
  ): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/migrate',
    form: { applierName: name, node, ...(force && { force: 'true' }) },
  }),
  /**
   * Only while it is stopped. Keys are `JDBCWriter.…` (§5.3), several in one call; any other is a
   * `TypeError`.
   */
  update: (name: CmValue, settings: Readonly<Record<string, CmValue>>): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/applier/update',
    form: { applierName: name, ...settingFields(settings, { prefixes: ['JDBCWriter.'] }) },
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

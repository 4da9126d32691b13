import type { CmCall } from './call.ts'
import { settingFields } from './settings.ts'
import type { CmValue } from './value.ts'

/**
 * The classic connector's documented calls as data (the vendor's page, Light-Connector 相关接口;
 * cm-api.md §1.2 rows 1-4). `name` is the connector's directory name. CM documents no way to
 * read one.
 */
export const connectorCalls = {
  /** `resume: false` starts it from `source.checkpoint` after a rewind, not from CM's own position. */
  start: (name: CmValue, { resume }: { readonly resume?: false } = {}): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/connector/task/startByName',
    query: { taskName: name, ...(resume === false && { resume: 'false' }) },
  }),
  stop: (name: CmValue): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/connector/task/stopByName',
    query: { taskName: name },
  }),
  /**
   * Only while it is stopped. Keys are `source.…`, `dest.…` and `coordinator.…` (§5.1), several in
   * one call; any other is a `TypeError`.
   */
  update: (name: CmValue, settings: Readonly<Record<string, CmValue>>): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/connector/task/updateByName',
    form: {
      taskName: name,
      ...settingFields(settings, { prefixes: ['source.', 'dest.', 'coordinator.'] }),
    },
  }),
  /** A GET that changes something. Only while it is stopped; what it returns is another name. */
  migrate: (name: CmValue, node: CmValue): CmCall => ({
    method: 'GET',
    effect: 'write',
    path: '/connector/task/migrate',
    query: { taskName: name, node },
  }),
}

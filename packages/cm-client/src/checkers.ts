import type { CmCall } from './call.ts'
import { settingFields } from './settings.ts'
import type { CmValue } from './value.ts'

/** What a checker checks: a full migration or a full verification (cm-api.md §5.4). */
export type CheckerType = 'migrate' | 'verify'

type CheckerStart = {
  readonly type: CheckerType
  /** False: from the beginning. */
  readonly resume: boolean
}

/**
 * The checker's documented calls as data (the vendor's page, Checker 相关接口; cm-api.md §1.2
 * rows 17-19). `taskId` is the bare `task.id`, `90230` of `10.186.17.106-9000:90230:0000000016`.
 * CM documents no way to read one.
 */
export const checkerCalls = {
  start: (taskId: CmValue, { type, resume }: CheckerStart): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/checker/start',
    form: { 'task.id': taskId, 'task.type': type, 'task.resume': String(resume) },
  }),
  /** In any state. Keys stand bare (§5.4), several in one call; `task.…` is a `TypeError`. */
  update: (taskId: CmValue, settings: Readonly<Record<string, CmValue>>): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/checker/update',
    form: { 'task.id': taskId, ...settingFields(settings, { prefixes: [] }) },
  }),
  /** The console calls it a pause. */
  stop: (taskId: CmValue, type: CheckerType): CmCall => ({
    method: 'POST',
    effect: 'write',
    path: '/checker/stop',
    form: { 'task.id': taskId, 'task.type': type },
  }),
}

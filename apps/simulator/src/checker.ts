import { fakeSecret } from './fake-secret.ts'

export const checkerTypes = ['migrate', 'verify'] as const

export type CheckerType = (typeof checkerTypes)[number]

/** A full migration or verification. No documented call reads one. */
export interface Checker {
  /** An integer, written in decimal: the name that all calls use (cm-api.md §3). */
  taskId: string
  type: CheckerType
  running: boolean
  /** The `task.resume` of its last start; `null` before there was one. */
  resumed: boolean | null
  config: ReadonlyMap<string, string>
}

export interface CheckerFacts {
  taskId: string
  type?: CheckerType
  running?: boolean
  config?: Readonly<Record<string, string>>
}

/** Keys of cm-api.md §5.4; all values but defaults are inventions. */
export function createChecker(facts: CheckerFacts): Checker {
  const { taskId, type = 'migrate', running = true, config = {} } = facts
  return {
    taskId,
    type,
    running,
    resumed: null,
    config: new Map([
      ['task.id', taskId],
      ['task.type', type],
      ['limitator.table.diff.max', '1000000'],
      ['limitator.platform.threads.number', '3'],
      ['limitator.select.batch.max', '3000'],
      ['limitator.java.opt', '-server -Xms4g -Xmx4g'],
      ['filter.verify.rectify.type', 'no'],
      ['datasource.master.password', fakeSecret('master', taskId)],
      ['datasource.image.password', fakeSecret('image', taskId)],
      ...Object.entries(config),
    ]),
  }
}

import type { Component, OperationRequest, TaskType } from '@wheelhouse/contract'
import type { Around } from '@wheelhouse/contract'

interface ConfigureForm {
  readonly set: Readonly<Record<string, string>>
  readonly around: Around
  readonly taskType: TaskType | undefined
}

/** What the form comes to; nothing where nothing changes. A checker's task is said where it is stopped or started. */
export function configureRequest(
  { id, kind }: Pick<Component, 'id' | 'kind'>,
  { set, around, taskType }: ConfigureForm,
): OperationRequest | undefined {
  if (Object.keys(set).length === 0) return undefined
  const needsTask = kind === 'checker' && (around.stop || around.start)
  if (needsTask && !taskType) return undefined
  return {
    kind: 'configure',
    component: id,
    input: { set, ...around, ...(needsTask ? { taskType } : {}) },
  }
}

import type { Component, OperationRequest, TaskType } from '@wheelhouse/contract'

interface Task {
  readonly taskType: TaskType | undefined
  readonly resume?: boolean
}

/** A start or a stop; of a checker with its task, and nothing while that is not chosen. */
export function taskRequest(
  kind: 'start' | 'stop',
  component: Pick<Component, 'id' | 'kind'>,
  { taskType, resume }: Task,
): OperationRequest | undefined {
  const { id } = component
  if (component.kind !== 'checker') return { kind, component: id }
  if (!taskType) return undefined
  if (kind === 'stop') return { kind, component: id, input: { taskType } }
  return { kind, component: id, input: { taskType, ...(resume === undefined ? {} : { resume }) } }
}

import {
  checkerCalls,
  connectorCalls,
  writerCalls,
  type CmCall,
  type CmValue,
} from '@wheelhouse/cm-client'
import type { ComponentKind, TaskType } from '@wheelhouse/contract'
import { invalidInput } from '../../../http/problem.ts'

type Settings = Readonly<Record<string, CmValue>>

/** What CM can be told about a component, whatever its kind is called upstream. */
export interface Commands {
  stop: () => CmCall
  start: (name?: CmValue) => CmCall
  /** Starts where a moved checkpoint says, and not where CM had got to. */
  startThere: () => CmCall
  update: (settings: Settings) => CmCall
}

interface Target {
  kind: ComponentKind
  name: string
}

interface CheckerTask {
  taskType?: TaskType | undefined
  resume?: boolean | undefined
}

/** The name that a migration answers, until it has. */
export const newName = { variable: 'NEW_NAME' } as const

export function commandsFor({ kind, name }: Target, task: CheckerTask = {}): Commands {
  switch (kind) {
    case 'writer':
      return {
        stop: () => writerCalls.stop(name),
        start: (other = name) => writerCalls.start(other),
        startThere: () => writerCalls.start(name),
        update: (settings) => writerCalls.update(name, settings),
      }
    case 'connector':
      return {
        stop: () => connectorCalls.stop(name),
        start: (other = name) => connectorCalls.start(other),
        // As the vendor's recipe has it: resuming would take up CM's own saved position again.
        startThere: () => connectorCalls.start(name, { resume: false }),
        update: (settings) => connectorCalls.update(name, settings),
      }
    case 'checker': {
      const start = () =>
        checkerCalls.start(name, { type: taskTypeOf(task), resume: task.resume ?? true })
      return {
        stop: () => checkerCalls.stop(name, taskTypeOf(task)),
        start,
        startThere: start,
        update: (settings) => checkerCalls.update(name, settings),
      }
    }
    default:
      return kind satisfies never
  }
}

function taskTypeOf({ taskType }: CheckerTask): TaskType {
  if (taskType) return taskType
  throw invalidInput(
    'body.input.taskType',
    'missing',
    'a checker needs to be told which task: migrate or verify',
  )
}

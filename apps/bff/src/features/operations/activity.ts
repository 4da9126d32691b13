import { isOpen, type Operation, type StepName } from '@wheelhouse/contract'
import type { Activity } from '../components/view.ts'
import type { OperationRepository } from './record/repository.ts'

const none: Activity = {
  operation: null,
  failedOperation: null,
  ownStopAt: null,
  lastCommand: null,
}

/** So many of a component's newest operations tell what its row shows. */
const newest = 20

/** What we did to each component, kept in memory so that a list needs no query for each row. */
export class ActivityIndex {
  readonly #repository: OperationRepository
  readonly #byComponent = new Map<string, Activity>()

  constructor(repository: OperationRepository) {
    this.#repository = repository
  }

  async load() {
    for (const component of await this.#repository.componentsWithOperations())
      await this.refresh(component)
  }

  get(component: string): Activity {
    return this.#byComponent.get(component) ?? none
  }

  async refresh(component: string) {
    const operations = await this.#repository.list({ component, limit: newest })
    this.#byComponent.set(component, activityOf(operations))
  }
}

/** From operations, the newest first. */
export function activityOf(operations: readonly Operation[]): Activity {
  const open = operations.find(({ state }) => isOpen(state))
  const closed = operations.find(({ state }) => !isOpen(state))
  const commanding = operations.find((operation) => commandOf(operation) !== undefined)
  const command = commanding && commandOf(commanding)
  return {
    operation: open ? { id: open.id, kind: open.kind, state: open.state } : null,
    failedOperation: closed?.state === 'failed' ? { id: closed.id, kind: closed.kind } : null,
    ownStopAt: commanding && command && isBelievedStop(commanding, command) ? command.at : null,
    lastCommand:
      commanding && command
        ? {
            kind: commanding.kind,
            at: command.at,
            by: commanding.actor,
            operation: commanding.id,
            leaves: operations.map(leavesOf).find((leaves) => leaves !== null) ?? null,
            taskType: operations.find(({ input }) => input.taskType)?.input.taskType ?? null,
          }
        : null,
  }
}

interface Command {
  step: StepName
  at: string
  isAccepted: boolean
}

/** The newest call that CM accepted, or may have: a refused one was none. */
function commandOf({ steps }: Operation): Command | undefined {
  const sent = steps.findLast(
    ({ state, effect }) => effect === 'write' && (state === 'succeeded' || state === 'uncertain'),
  )
  const at = sent?.finishedAt ?? sent?.startedAt
  return sent && at ? { step: sent.name, at, isAccepted: sent.state === 'succeeded' } : undefined
}

/** What each step leaves behind; a migrated component is stopped until it is started (cm-api.md §9.1). */
const leftBy: Record<StepName, 'running' | 'stopped' | null> = {
  start: 'running',
  'start-there': 'running',
  'start-new': 'running',
  stop: 'stopped',
  migrate: 'stopped',
  delete: 'stopped',
  update: null,
  'move-checkpoint': null,
  'see-stopped': null,
}

function leavesOf({ steps }: Operation): 'running' | 'stopped' | null {
  const sent = steps.filter(({ state }) => state === 'succeeded' || state === 'uncertain')
  const telling = sent.findLast(({ name }) => leftBy[name] !== null)
  return telling ? leftBy[telling.name] : null
}

/** Whether what we did explains that it is inactive. */
const isBelievedStop = (operation: Operation, { isAccepted }: Command): boolean =>
  leavesOf(operation) === 'stopped' && isAccepted && operation.verification !== 'contradicted'

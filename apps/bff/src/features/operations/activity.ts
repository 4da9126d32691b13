import { isOpen, type Component, type Operation } from '@wheelhouse/contract'
import type { Activity } from '../components/view.ts'
import type { OperationRepository } from './repository.ts'

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
  const commanding = operations.find((operation) => commandOf(operation) !== null)
  const lastCommand = commanding ? commandOf(commanding) : null
  return {
    operation: open ? { id: open.id, kind: open.kind, state: open.state } : null,
    failedOperation: closed?.state === 'failed' ? { id: closed.id, kind: closed.kind } : null,
    ownStopAt: commanding && isBelievedStop(commanding) ? (lastCommand?.at ?? null) : null,
    lastCommand,
  }
}

/** The command that CM accepted, or may have: a refused one was none. */
function commandOf({ id, kind, actor, steps }: Operation): Component['lastCommand'] {
  const sent = steps.findLast(({ state }) => state === 'succeeded' || state === 'uncertain')
  const at = sent?.finishedAt ?? sent?.startedAt
  return at ? { kind, at, by: actor, operation: id } : null
}

const isBelievedStop = ({ kind, state, verification }: Operation): boolean =>
  kind === 'stop' && state === 'succeeded' && verification !== 'contradicted'

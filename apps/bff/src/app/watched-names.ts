import { isObservable } from '@wheelhouse/contract'
import { readForMs, type FormerNaming } from '../features/components/former-names.ts'
import type { Inventory, Tracked } from '../features/components/inventory.ts'
import type { Poller } from '../features/observations/poller.ts'
import type { ObservationStore } from '../features/observations/store.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  pollers: ReadonlyMap<string, Poller>
  clock: () => number
}

/** How often it is looked whether a former name has been read for long enough. */
const sweepEveryMs = 60_000

/**
 * Keeps the pollers reading what can be read: every component's name, and for a day after a migration
 * the name that it had, under an id of its own, so that a twin that comes back is seen.
 */
export function watchNames({ inventory, observations, pollers, clock }: Sources) {
  const read = ({ id, cluster, kind, name }: Pick<Tracked, 'id' | 'cluster' | 'kind' | 'name'>) => {
    if (isObservable(kind)) pollers.get(cluster)?.add(id, name)
  }
  /** For a day, and not while its component has this name again. */
  const isStillRead = ({ componentId, name, untilMs }: FormerNaming) =>
    clock() < untilMs + readForMs && inventory.get(componentId).name !== name
  const drop = ({ id, cluster }: Pick<Tracked, 'id' | 'cluster'>) => {
    pollers.get(cluster)?.remove(id)
    observations.forget(id)
  }

  inventory.onTracked((tracked) => {
    for (const one of tracked) read(one)
  })
  inventory.onUntracked((tracked, former) => {
    for (const one of [tracked, ...former]) drop(one)
  })
  inventory.onRenamed((tracked, former) => {
    pollers.get(tracked.cluster)?.remove(tracked.id)
    // What was seen was seen of the name that it had.
    observations.move(tracked.id, former.id)
    read(tracked)
    read(former)
    for (const one of inventory.formerNames.of(tracked.id)) if (!isStillRead(one)) drop(one)
  })

  for (const tracked of inventory.all()) read(tracked)
  for (const former of inventory.formerNames.all()) if (isStillRead(former)) read(former)
  const sweeping = setInterval(() => {
    for (const former of inventory.formerNames.all()) if (!isStillRead(former)) drop(former)
  }, sweepEveryMs)
  sweeping.unref()
  return { stop: () => clearInterval(sweeping) }
}

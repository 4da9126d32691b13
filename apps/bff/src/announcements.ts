import type { Component, Operation, ServerEvent } from '@wheelhouse/contract'
import type { ClusterDirectory } from './features/clusters/directory.ts'
import type { Inventory } from './features/components/inventory.ts'
import type { Twins } from './features/components/twins.ts'
import type { EventHub } from './features/events/hub.ts'
import type { ObservationStore } from './features/observations/store.ts'
import { iso } from './time.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  twins: Twins
  clusters: ClusterDirectory
  hub: EventHub
  viewOf: (id: string) => Component
  clock: () => number
}

/** Turns what happens in the features into the stream's events: whole rows, as the API shows them. */
export function announceChanges({
  inventory,
  observations,
  twins,
  clusters,
  hub,
  viewOf,
  clock,
}: Sources) {
  const at = () => iso(clock())
  const component = (id: string) => {
    if (inventory.has(id))
      hub.publish({ type: 'component.changed', at: at(), component: viewOf(id) })
  }
  const cluster = (id: string) => {
    if (clusters.has(id))
      hub.publish({ type: 'cluster.changed', at: at(), cluster: clusters.get(id) })
  }

  observations.onChange(component)
  twins.onChange((ids) => {
    for (const id of ids) component(id)
  })
  inventory.onRenamed(({ id }) => component(id))
  clusters.onChange((id) => {
    cluster(id)
    for (const tracked of inventory.all()) if (tracked.cluster === id) component(tracked.id)
  })
  inventory.onTracked((tracked) => {
    for (const { id } of tracked) component(id)
    for (const id of new Set(tracked.map((one) => one.cluster))) cluster(id)
  })
  inventory.onUntracked((tracked) => {
    hub.publish({ type: 'component.untracked', at: at(), id: tracked.id })
    cluster(tracked.cluster)
  })

  return {
    operation: (operation: Operation) => {
      hub.publish({ type: 'operation.changed', at: at(), operation })
      component(operation.component.id)
    },
    snapshot: (): ServerEvent => ({
      type: 'snapshot',
      at: at(),
      components: [...inventory.all()].map(({ id }) => viewOf(id)),
      clusters: clusters.all(),
    }),
  }
}

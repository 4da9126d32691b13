import type { Component } from '@wheelhouse/contract'
import type { ClusterDirectory } from './features/clusters/directory.ts'
import type { Inventory } from './features/components/inventory.ts'
import type { Twins } from './features/components/twins.ts'
import { componentView } from './features/components/view.ts'
import type { ObservationStore } from './features/observations/store.ts'
import type { ActivityIndex } from './features/operations/activity.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  activity: ActivityIndex
  twins: Twins
  clusters: ClusterDirectory
  clock: () => number
}

/** Puts a component's row together from what each feature knows of it; throws `NOT_FOUND`. */
export const componentViews =
  ({ inventory, observations, activity, twins, clusters, clock }: Sources) =>
  (id: string): Component => {
    const tracked = inventory.get(id)
    return componentView(tracked, {
      observation: observations.get(id),
      formerNames: inventory.formerNames.of(id).map(({ name }) => name),
      twin: twins.of(id),
      activity: activity.get(id),
      // Its cluster may have left the configuration since.
      reachability: clusters.has(tracked.cluster)
        ? clusters.reachabilityOf(tracked.cluster).state.reachability
        : 'unknown',
      nowMs: clock(),
    })
  }

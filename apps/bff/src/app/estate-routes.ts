import type { Audiences } from '../telling/audiences.ts'
import type { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import type { ClusterDirectory } from '../features/clusters/directory.ts'
import { clusterRoutes } from '../features/clusters/routes.ts'
import { clusterSettingsRoutes } from '../features/clusters/settings-routes.ts'
import type { Inventory } from '../features/components/inventory.ts'
import { inventoryRoutes } from '../features/components/inventory-routes.ts'
import { componentRoutes } from '../features/components/routes.ts'
import type { Ended } from '../features/events/open-streams.ts'
import { eventRoutes } from '../features/events/routes.ts'
import type { Watches } from '../features/events/watches.ts'
import type { AuditTrail } from '../features/audit/trail.ts'
import type { Heaps } from '../features/hosts/heaps.ts'
import { hostRoutes } from '../features/hosts/routes.ts'
import type { ObservationStore } from '../features/observations/store.ts'
import type { ActivityIndex } from '../features/operations/activity.ts'
import type { App } from '../http/route.ts'

interface Rooms {
  audiences: Audiences
  watches: Watches
  inventory: Inventory
  observations: ObservationStore
  activity: ActivityIndex
  clusters: ClusterDirectory
  settings: ClusterSettings
  heaps: Heaps
  trail: AuditTrail
  /** Calls back when somebody's session has ended, or when what they may do has changed. */
  onEnd: (listener: (ended: Ended) => void) => void
  clock: () => number
}

/** What is told of the estate, each time as whoever asks sees it. */
export async function estateRoutes(app: App, rooms: Rooms) {
  const { audiences, watches, inventory, observations, activity, clusters, ...others } = rooms
  const { settings, heaps, trail, onEnd, clock } = others
  const hasCluster = (id: string) => clusters.has(id)

  await app.register(clusterRoutes, {
    clusters: (scope) => audiences.of(scope).sight.clusters(),
  })
  await app.register(clusterSettingsRoutes, { settings, clusterOf: (id) => clusters.get(id) })
  await app.register(componentRoutes, {
    inventory,
    observations,
    audienceOf: (scope) => audiences.of(scope),
    isBusy: (id) => activity.get(id).operation !== null,
    hasCluster,
    clock,
  })
  await app.register(inventoryRoutes, {
    inventory,
    trail,
    viewOf: (scope, id) => audiences.of(scope).sight.component(id),
    hasCluster,
    clock,
  })
  await app.register(hostRoutes, {
    components: (scope) => audiences.of(scope).sight.components(),
    heapOf: (id) => heaps.of(id),
    clock,
  })
  await app.register(eventRoutes, {
    audiences,
    watches,
    sees: (scope, id) => inventory.has(id) && scope.sees(inventory.get(id)),
    onEnd,
  })
}

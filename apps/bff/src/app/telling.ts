import { announceChanges } from '../telling/announcements.ts'
import { Audiences } from '../telling/audiences.ts'
import { ComponentViews } from '../telling/component-views.ts'
import type { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import type { Inventory } from '../features/components/inventory.ts'
import { Watches } from '../features/events/watches.ts'
import type { ActivityIndex } from '../features/operations/activity.ts'
import type { ProductSettings } from '../features/settings/product-settings.ts'
import { newId } from '../id.ts'
import type { Observing } from './observing.ts'
import { sightOf } from '../telling/sight.ts'
import { iso } from '../time.ts'

interface Options {
  observing: Observing
  inventory: Inventory
  settings: ClusterSettings
  product: ProductSettings
  activity: ActivityIndex
  clock: () => number
  steady: () => number
  onBug: (error: unknown) => void
}

/** Of a kind that can't be read, or in a cluster that has left the configuration. */
const unreadFreshSeconds = 30

/** How what is known reaches those who look: rows, the whole list, and the streams that tell of changes. */
export function tell({ observing, inventory, settings, product, activity, ...tools }: Options) {
  const { observations, twins, clusters, pollers, pollerOf } = observing
  const { clock, steady, onBug } = tools
  const views = new ComponentViews({
    inventory,
    observations,
    activity,
    twins,
    clusters,
    protectionOf: (cluster) => settings.protectionOf(cluster),
    freshForSeconds: (id) => pollerOf(id)?.freshForSeconds(id) ?? unreadFreshSeconds,
    clock,
  })
  const audiences = new Audiences({
    sightOf: (scope) => sightOf(scope, { inventory, views, clusters }),
    newEpoch: () => newId().slice(0, 8),
    now: () => iso(clock()),
    steady,
    onBug,
  })
  const watches = new Watches({
    clusterOf: (id) => (inventory.has(id) ? inventory.get(id).cluster : undefined),
    watch: (cluster, ids) => pollers.get(cluster)?.watch(ids),
  })
  const announce = announceChanges({
    inventory,
    observations,
    twins,
    clusters,
    settings,
    product,
    views,
    audiences,
    clock,
  })
  views.onChange(({ cluster, id, verdict }) => pollers.get(cluster)?.judge(id, verdict))
  return { views, audiences, watches, announce }
}

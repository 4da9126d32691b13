import { announceChanges } from './announcements.ts'
import { ComponentViews } from './component-views.ts'
import { EstateSnapshots } from './estate-snapshots.ts'
import type { ClusterSettings } from './features/clusters/cluster-settings.ts'
import type { Inventory } from './features/components/inventory.ts'
import { Broadcast } from './features/events/broadcast.ts'
import { Watches } from './features/events/watches.ts'
import type { ActivityIndex } from './features/operations/activity.ts'
import { newId } from './id.ts'
import type { Observing } from './observing.ts'
import { iso } from './time.ts'

interface Options {
  observing: Observing
  inventory: Inventory
  settings: ClusterSettings
  activity: ActivityIndex
  clock: () => number
  steady: () => number
  onBug: (error: unknown) => void
}

/** Of a kind that can't be read, or in a cluster that has left the configuration. */
const unreadFreshSeconds = 30

/** How what is known reaches those who look: rows, the whole list, and the streams that tell of changes. */
export function tell({ observing, inventory, settings, activity, ...tools }: Options) {
  const { observations, twins, clusters, pollers, pollerOf } = observing
  const { clock, steady, onBug } = tools
  const now = () => iso(clock())
  const epoch = newId().slice(0, 8)
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
  const broadcast: Broadcast = new Broadcast({
    epoch,
    snapshot: (notBefore) => estate.message(notBefore),
    now,
    steady,
    chance: Math.random,
    onBug,
  })
  const estate = new EstateSnapshots({
    epoch,
    views,
    clusters: () => clusters.all(),
    broadcast,
    now,
    steady,
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
    views,
    broadcast,
    outdate: () => estate.outdate(),
    clock,
  })
  views.onChange(({ cluster, id, verdict }) => pollers.get(cluster)?.judge(id, verdict))
  return { views, estate, broadcast, watches, announce }
}

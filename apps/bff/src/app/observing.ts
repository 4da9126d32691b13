import type { CmClient } from '@wheelhouse/cm-client'
import type { Cluster } from '@wheelhouse/contract'
import type { Config } from '../config/config.ts'
import type { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import { ClusterDirectory } from '../features/clusters/directory.ts'
import type { Inventory } from '../features/components/inventory.ts'
import { Twins } from '../features/components/twins.ts'
import { Poller } from '../features/observations/poller.ts'
import { writerReader } from '../features/observations/reader.ts'
import { ObservationStore } from '../features/observations/store.ts'
import { watchNames } from './watched-names.ts'

interface Options {
  config: Config
  inventory: Inventory
  settings: ClusterSettings
  readOnlyBy: (cluster: string) => Cluster['readOnlyBy']
  cmOf: (cluster: string) => CmClient
  clock: () => number
  steady: () => number
  onBug: (error: unknown) => void
}

/** Who reads what of which CM: a poller for each cluster, and what is known from their readings. */
export function observe(options: Options) {
  const { config, inventory, settings, readOnlyBy, cmOf, clock, steady, onBug } = options
  const clusters = new ClusterDirectory(config.clusters, {
    inventory,
    protectionOf: (cluster) => settings.protectionOf(cluster),
    readOnlyBy,
    clock,
    steady,
  })
  const observations = new ObservationStore()
  const twins = new Twins({ inventory, observations })
  const pollers = new Map(
    config.clusters.map((cluster) => [
      cluster.id,
      new Poller({
        cluster,
        reader: writerReader(cmOf(cluster.id)),
        store: observations,
        reachability: clusters.reachabilityOf(cluster.id),
        clock,
        steady,
        onBug,
      }),
    ]),
  )
  clusters.healthFrom((id) => pollers.get(id)?.health())
  return {
    clusters,
    observations,
    twins,
    pollers,
    pollerOf: (component: string) => pollers.get(inventory.get(component).cluster),
    /** Begins to read each name that is tracked, in the order of the listeners: after those who judge readings. */
    readNames: () => watchNames({ inventory, observations, pollers, clock }),
  }
}

export type Observing = ReturnType<typeof observe>

import { componentKinds } from '@wheelhouse/contract'
import type { Cluster, Component, ComponentKind } from '@wheelhouse/contract'
import { origins } from './inventory-search.ts'
import type { Origin } from './inventory-search.ts'

interface ClusterCount {
  readonly cluster: Pick<Cluster, 'id' | 'name'>
  readonly kinds: Readonly<Record<ComponentKind, number>>
  readonly total: number
}

interface TrackedCounts {
  /** Of each cluster, those of which nothing is tracked too. */
  readonly clusters: readonly ClusterCount[]
  readonly origins: Readonly<Record<Origin, number>>
  readonly total: number
}

/** How many are tracked, by cluster and kind, and by where their names came from. */
export function countTracked(
  components: readonly Component[],
  clusters: readonly Pick<Cluster, 'id' | 'name'>[],
): TrackedCounts {
  const byOrigin = zeros(origins)
  const byCluster = new Map(clusters.map(({ id }) => [id, zeros(componentKinds)]))
  for (const { cluster, kind, origin } of components) {
    byOrigin[origin] += 1
    const kinds = byCluster.get(cluster)
    if (kinds) kinds[kind] += 1
  }
  return {
    clusters: clusters.map((cluster) => {
      const kinds = byCluster.get(cluster.id) ?? zeros(componentKinds)
      return { cluster, kinds, total: componentKinds.reduce((sum, kind) => sum + kinds[kind], 0) }
    }),
    origins: byOrigin,
    total: components.length,
  }
}

// `fromEntries` forgets which keys it was given.
const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>

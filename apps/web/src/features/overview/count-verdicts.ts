import type { Cluster, Component, Verdict } from '@wheelhouse/contract'

interface Counted {
  readonly cluster: Cluster
  readonly total: number
  /** What there is none of is left out. */
  readonly counts: Partial<Record<Verdict, number>>
}

/** How many components of each cluster have which verdict; the clusters stay in their order. */
export function countVerdicts(
  components: readonly Component[],
  clusters: readonly Cluster[],
): Counted[] {
  const counted = new Map<string, { total: number; counts: Partial<Record<Verdict, number>> }>()
  for (const { cluster, verdict } of components) {
    const those = counted.get(cluster) ?? { total: 0, counts: {} }
    counted.set(cluster, those)
    those.total += 1
    those.counts[verdict] = (those.counts[verdict] ?? 0) + 1
  }
  return clusters.map((cluster) => ({
    cluster,
    ...(counted.get(cluster.id) ?? { total: 0, counts: {} }),
  }))
}

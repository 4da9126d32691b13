import { verdictRank } from '@wheelhouse/contract'
import type { Component, Verdict } from '@wheelhouse/contract'

/** A host on which something of ours was seen. */
export interface Host {
  readonly host: string
  readonly components: number
  /** The worst verdict there, and how many have it. */
  readonly worst: Verdict
  readonly worstCount: number
}

/** The hosts of one cluster that the tracked components tell of, those in the best state first. */
export function hostsOf(components: readonly Component[], cluster: string): Host[] {
  const byHost = new Map<string, Verdict[]>()
  for (const { host, verdict, cluster: home } of components) {
    if (host === null || home !== cluster) continue
    byHost.set(host, [...(byHost.get(host) ?? []), verdict])
  }
  const hosts = [...byHost].map(([host, verdicts]): Host => {
    const worst = verdicts.reduce((a, b) => (verdictRank(a) <= verdictRank(b) ? a : b))
    const worstCount = verdicts.filter((it) => it === worst).length
    return { host, components: verdicts.length, worst, worstCount }
  })
  return hosts.toSorted(
    (a, b) =>
      verdictRank(b.worst) - verdictRank(a.worst) ||
      a.components - b.components ||
      a.host.localeCompare(b.host),
  )
}

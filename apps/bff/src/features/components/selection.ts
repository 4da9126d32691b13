import { verdictRank, type Component, type Query, type listComponents } from '@wheelhouse/contract'

type Filter = Query<typeof listComponents>

/** The components that a filter lets through, the worst first, of the same verdict the most behind first. */
export function select(components: readonly Component[], filter: Filter): Component[] {
  const needle = filter.q?.toLowerCase() ?? ''
  return components
    .filter(
      (component) =>
        (filter.cluster === undefined || component.cluster === filter.cluster) &&
        (filter.kind === undefined || component.kind === filter.kind) &&
        (filter.verdict === undefined || component.verdict === filter.verdict) &&
        (filter.host === undefined || component.host === filter.host) &&
        `${component.name}\n${component.host ?? ''}`.toLowerCase().includes(needle),
    )
    .toSorted(
      (one, other) =>
        verdictRank(one.verdict) - verdictRank(other.verdict) ||
        (other.lagSeconds ?? Number.NEGATIVE_INFINITY) -
          (one.lagSeconds ?? Number.NEGATIVE_INFINITY) ||
        (one.name < other.name ? -1 : 1),
    )
}

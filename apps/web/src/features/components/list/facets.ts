import { matches, verdicts } from '@wheelhouse/contract'
import type { Component, ComponentFilter } from '@wheelhouse/contract'

/** What a list can be narrowed by with check boxes; several of one may be chosen. */
export const facetKeys = ['verdict', 'cluster', 'host', 'project'] as const
export type FacetKey = (typeof facetKeys)[number]

/** How many there are of each value. */
export type Counts = ReadonlyMap<string, number>
export type Facets = Readonly<Record<FacetKey, Counts>>

/** The chosen values of a filter, which stand between commas in the URL. */
export const chosenOf = (list: string | undefined): readonly string[] =>
  list === undefined ? [] : list.split(',')

/** The filter with one value more or less; `undefined` when none is left. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const chosen = chosenOf(list)
  const next = chosen.includes(value) ? chosen.filter((it) => it !== value) : [...chosen, value]
  return next.length === 0 ? undefined : next.join(',')
}

/**
 * Of each value, how many the list would hold if it were the only one chosen of its kind: counted among
 * what all other filters let through, in one pass over the rows.
 */
export function facetsOf(components: readonly Component[], filter: ComponentFilter): Facets {
  const counts = {
    verdict: new Map<string, number>(verdicts.map((verdict) => [verdict, 0])),
    cluster: new Map<string, number>(),
    host: new Map<string, number>(),
    project: new Map<string, number>(),
  }
  const chosen = facetKeys.map((key) => ({
    key,
    values: filter[key] === undefined ? undefined : new Set(chosenOf(filter[key])),
  }))
  const others = { q: filter.q, kind: filter.kind }
  const hasOthers = others.q !== undefined || others.kind !== undefined

  for (const component of components) {
    const against = chosen.filter(
      ({ key, values }) => values !== undefined && !values.has(component[key] ?? ''),
    )
    // What two filters keep out is in no count of either; the search comes last, for it costs most.
    if (against.length > 1 || (hasOthers && !matches(component, others))) continue
    for (const { key } of against.length === 0 ? chosen : against) {
      const value = component[key]
      if (value !== null) counts[key].set(value, (counts[key].get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** Numbers within words by their size: `10.0.0.9` before `10.0.0.10`. */
const byNature = new Intl.Collator('en', { numeric: true })

export interface FacetValue {
  readonly value: string
  readonly count: number
  readonly isChosen: boolean
}

/**
 * The values to choose from, in an order that does not move with the counts. One that would leave
 * nothing is there only while it is chosen; verdicts and clusters always are.
 */
export function facetValues(
  key: FacetKey,
  counts: Counts,
  list: string | undefined,
): readonly FacetValue[] {
  const chosen = new Set(chosenOf(list))
  const values = [...counts.keys(), ...[...chosen].filter((value) => !counts.has(value))]
  // A verdict's own order is the worst first.
  const inOrder = key === 'verdict' ? values : values.toSorted((a, b) => byNature.compare(a, b))
  return inOrder.map((value) => ({
    value,
    count: counts.get(value) ?? 0,
    isChosen: chosen.has(value),
  }))
}

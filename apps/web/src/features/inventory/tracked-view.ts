import type { Component } from '@wheelhouse/contract'
import type { InventorySearch } from './inventory-search.ts'

/** Those that are looked for, in an order that no reading changes: by cluster, kind and name. */
export function shownTracked(
  components: readonly Component[],
  { q, cluster, kind, origin, level }: InventorySearch,
): Component[] {
  const sought = q?.trim().toLowerCase() ?? ''
  return components
    .filter(
      (it) =>
        (cluster === undefined || it.cluster === cluster) &&
        (kind === undefined || it.kind === kind) &&
        (origin === undefined || it.origin === origin) &&
        (level === undefined || it.protection.isOwn) &&
        (sought === '' || texts(it).some((text) => text.toLowerCase().includes(sought))),
    )
    .toSorted(byPlace)
}

const texts = ({ name, formerNames, host, note }: Component): string[] => [
  name,
  ...formerNames,
  host ?? '',
  note?.text ?? '',
]

const byPlace = (one: Component, other: Component): number =>
  compare(one.cluster, other.cluster) ||
  compare(one.kind, other.kind) ||
  compare(one.identity ?? one.name, other.identity ?? other.name) ||
  compare(one.name, other.name)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)

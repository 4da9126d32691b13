import { componentKindSchema } from '@wheelhouse/contract'
import type { Component, ComponentKind } from '@wheelhouse/contract'
import { origins } from './count-tracked.ts'
import type { Origin } from './count-tracked.ts'

export interface InventorySearch {
  readonly q?: string | undefined
  readonly cluster?: string | undefined
  readonly kind?: ComponentKind | undefined
  readonly origin?: Origin | undefined
  /** Only those with a protection level of their own. */
  readonly level?: 'own' | undefined
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What an URL says that can't be meant is left out. */
export const parseInventorySearch = (search: Record<string, unknown>): InventorySearch => ({
  q: word(search['q']),
  cluster: word(search['cluster']),
  kind: componentKindSchema.safeParse(search['kind']).data,
  origin: origins.find((origin) => origin === search['origin']),
  level: search['level'] === 'own' ? 'own' : undefined,
})

export const isNarrowed = (search: InventorySearch): boolean =>
  Object.values(search).some((value) => value !== undefined)

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

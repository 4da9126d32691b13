import type { Host } from '@wheelhouse/contract'

/** `worst` is the order in which the BFF answers. */
export const hostSorts = ['worst', 'host', 'components', 'heap', 'seen'] as const
export type HostSort = (typeof hostSorts)[number]

export interface HostsSearch {
  readonly q?: string | undefined
  readonly cluster?: string | undefined
  readonly sort?: HostSort | undefined
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What an URL says that can't be meant is left out. */
export const parseHostsSearch = (search: Record<string, unknown>): HostsSearch => {
  const sort = hostSorts.find((known) => known === search['sort'])
  return {
    q: word(search['q']),
    cluster: word(search['cluster']),
    sort: sort === 'worst' ? undefined : sort,
  }
}

const byHost = (one: Host, other: Host): number =>
  one.host.localeCompare(other.host, 'en', { numeric: true }) ||
  one.cluster.localeCompare(other.cluster)

/** What is not known comes last. */
const orders: Record<HostSort, (one: Host, other: Host) => number> = {
  worst: () => 0,
  host: byHost,
  components: (one, other) => other.components - one.components || byHost(one, other),
  heap: (one, other) =>
    (other.heapMegabytes ?? -1) - (one.heapMegabytes ?? -1) || byHost(one, other),
  seen: (one, other) => {
    if (one.lastSeenAt === other.lastSeenAt) return byHost(one, other)
    if (one.lastSeenAt === null || other.lastSeenAt === null)
      return one.lastSeenAt === null ? 1 : -1
    return Date.parse(one.lastSeenAt) - Date.parse(other.lastSeenAt)
  },
}

/** The hosts that are looked for, in the order that is wanted. */
export function shownHosts(hosts: readonly Host[], { q, cluster, sort }: HostsSearch): Host[] {
  const sought = q?.trim().toLowerCase() ?? ''
  return hosts
    .filter((it) => cluster === undefined || it.cluster === cluster)
    .filter(({ host }) => host.toLowerCase().includes(sought))
    .toSorted(orders[sort ?? 'worst'])
}

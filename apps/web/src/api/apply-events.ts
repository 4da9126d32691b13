import type { Cluster, Component, Operation, ServerEvent } from '@wheelhouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { laterOf } from './newest.ts'
import {
  clustersQuery,
  componentQuery,
  componentsQuery,
  knownOperation,
  operationQuery,
} from './queries.ts'
import type { OperationFilter } from './queries.ts'

interface List<T> {
  items: T[]
  total: number
}

/**
 * Takes what the stream told into the cache. Events carry whole rows, so they replace and never
 * patch. Many at once cost one new list, not one each.
 */
export function applyEvents(client: QueryClient, events: readonly ServerEvent[]) {
  const components = new Map<string, Component | undefined>()
  for (const event of events) {
    switch (event.type) {
      case 'snapshot':
        components.clear()
        replaceAll(client, event.components, event.clusters)
        break
      case 'component.changed':
        components.set(event.component.id, event.component)
        break
      case 'component.untracked':
        components.set(event.id, undefined)
        break
      case 'cluster.changed':
        replaceCluster(client, event.cluster)
        break
      case 'operation.changed':
        replaceOperation(client, event.operation)
        break
      case 'heartbeat':
        break
      default:
        event satisfies never
    }
  }
  replaceComponents(client, components)
}

export const replaceComponent = (client: QueryClient, component: Component) =>
  replaceComponents(client, new Map([[component.id, component]]))

/** It is not tracked any more. */
export const forgetComponent = (client: QueryClient, id: string) =>
  replaceComponents(client, new Map([[id, undefined]]))

function replaceAll(client: QueryClient, components: Component[], clusters: Cluster[]) {
  client.setQueryData(componentsQuery.queryKey, { items: components, total: components.length })
  client.setQueryData(clustersQuery.queryKey, { items: clusters, total: clusters.length })
  const byId = new Map(components.map((component) => [component.id, component]))
  for (const [key] of client.getQueriesData({ queryKey: ['components', 'one'] })) {
    client.setQueryData(key, byId.get(String(key[2])) ?? null)
  }
  // A snapshot has no operations: those seen before the stream broke may have gone on.
  void client.invalidateQueries({ queryKey: ['operations'] })
}

function replaceComponents(
  client: QueryClient,
  changes: ReadonlyMap<string, Component | undefined>,
) {
  if (changes.size === 0) return
  client.setQueryData(componentsQuery.queryKey, (list) => list && changed(list, changes))
  for (const [id, component] of changes)
    client.setQueryData(componentQuery(id).queryKey, component ?? null)
}

function changed(
  { items }: List<Component>,
  changes: ReadonlyMap<string, Component | undefined>,
): List<Component> {
  const known = new Set(items.map(({ id }) => id))
  const kept = items.flatMap((item) => {
    if (!changes.has(item.id)) return [item]
    const next = changes.get(item.id)
    return next ? [next] : []
  })
  const added = [...changes.values()].flatMap((next) => (next && !known.has(next.id) ? [next] : []))
  const all = [...kept, ...added]
  return { items: all, total: all.length }
}

function replaceCluster(client: QueryClient, cluster: Cluster) {
  client.setQueryData(clustersQuery.queryKey, (list) => list && withRow(list, cluster))
}

/** Whatever tells of an operation ends here, in whatever order it comes: what is shown only goes on. */
export function replaceOperation(client: QueryClient, arrived: Operation) {
  const operation = laterOf(knownOperation(client, arrived.id), arrived)
  client.setQueryData(operationQuery(operation.id).queryKey, operation)
  const lists = client.getQueriesData<List<Operation>>({ queryKey: ['operations', 'list'] })
  for (const [key, list] of lists) {
    if (!list) continue
    // `operationsQuery` alone makes such keys, and this is where its filter stands.
    const isIn = isListed(operation, key[2] as OperationFilter)
    client.setQueryData(key, isIn ? withRow(list, operation) : withoutRow(list, operation.id))
  }
  // What an operation changes beside the component itself, and no event tells.
  for (const what of ['config', 'names']) {
    void client.invalidateQueries({ queryKey: [what, operation.component.id] })
  }
}

const isListed = (operation: Operation, { component, kind, state }: OperationFilter): boolean =>
  (component === undefined || component === operation.component.id) &&
  (kind === undefined || kind === operation.kind) &&
  (state === undefined || state === operation.state)

/** Its state may have led it out of a list that is narrowed to another. */
function withoutRow<T extends { id: string }>(list: List<T>, id: string): List<T> {
  const items = list.items.filter((item) => item.id !== id)
  return items.length === list.items.length ? list : { items, total: list.total - 1 }
}

/** The row in its place, or first where it is new. */
function withRow<T extends { id: string }>({ items, total }: List<T>, row: T): List<T> {
  const isKnown = items.some(({ id }) => id === row.id)
  if (!isKnown) return { items: [row, ...items], total: total + 1 }
  return { items: items.map((item) => (item.id === row.id ? row : item)), total }
}

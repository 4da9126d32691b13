import type { Cluster, ComponentReading, Operation, ServerEvent } from '@wheelhouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { noteServerTime } from '../lib/clock.ts'
import type { EstateStore, RowChange } from './estate-store.ts'
import { laterOf } from './newest.ts'
import { parseEvents } from './parse-events.ts'
import { knownOperation, operationQuery } from './queries.ts'
import type { OperationFilter } from './queries.ts'
import { isLater } from './revision.ts'

interface List<T> {
  items: T[]
  total: number
}

interface Places {
  readonly client: QueryClient
  readonly estate: EstateStore
}

/**
 * Takes a message of the stream in, unless what is shown is as late already: nothing goes back. `hereMs`
 * is when it came, by this browser's clock.
 */
export function applyMessage(
  { client, estate }: Places,
  { revision, data }: { readonly revision: string; readonly data: string },
  hereMs: number,
) {
  const known = estate.revision()
  const events = parseEvents(data)
  for (const event of events) {
    if ('at' in event) noteServerTime(Date.parse(event.at), hereMs)
  }
  if (revision === '' || (known !== undefined && !isLater(revision, known))) return
  applyEvents({ client, estate }, events)
  estate.setRevision(revision)
}

/** Events carry whole rows, or all that a reading moves: they replace and never patch. */
export function applyEvents({ client, estate }: Places, events: readonly ServerEvent[]) {
  const changes = new Map<string, RowChange>()
  for (const event of events) {
    switch (event.type) {
      case 'snapshot':
        changes.clear()
        estate.replaceAll(event.components, event.revision)
        estate.clusters.set(event.clusters)
        // A snapshot has no operations: those seen before the stream broke may have gone on.
        void client.invalidateQueries({ queryKey: ['operations'] })
        break
      case 'component.changed':
        changes.set(event.component.id, event.component)
        break
      case 'component.observed':
        changes.set(event.id, observed(changes.get(event.id), event.reading))
        break
      case 'component.untracked':
        changes.set(event.id, null)
        break
      case 'cluster.changed':
        if (isSwitched(estate.clusters.get(), event.cluster)) {
          // The banner, and the switch for all, are no part of a cluster.
          for (const what of ['session', 'settings'])
            void client.invalidateQueries({ queryKey: [what] })
        }
        estate.clusters.set(withCluster(estate.clusters.get(), event.cluster))
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
  estate.change(changes)
}

/** A reading of a row that the same message has told whole before. */
const observed = (told: RowChange | undefined, reading: ComponentReading): RowChange =>
  told && !('reading' in told) ? { ...told, ...reading } : { reading }

/** Whether somebody else says by now that nothing may be written to it. */
const isSwitched = (clusters: readonly Cluster[] | undefined, { id, readOnlyBy }: Cluster) =>
  clusters?.find((one) => one.id === id)?.readOnlyBy !== readOnlyBy

/** In its place, or last where it is new. */
function withCluster(clusters: readonly Cluster[] | undefined, cluster: Cluster) {
  const isKnown = clusters?.some(({ id }) => id === cluster.id)
  if (!isKnown) return clusters && [...clusters, cluster]
  return clusters?.map((one) => (one.id === cluster.id ? cluster : one))
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
  for (const what of ['config', 'names', 'history', 'checkpoints']) {
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

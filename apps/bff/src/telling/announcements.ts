import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Operation, Target } from '@wheelhouse/contract'
import type { Audiences } from './audiences.ts'
import type { ComponentViews } from './component-views.ts'
import type { ClusterDirectory } from '../features/clusters/directory.ts'
import type { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import type { Inventory } from '../features/components/inventory.ts'
import type { Twins } from '../features/components/twins.ts'
import type { ObservationStore } from '../features/observations/store.ts'
import type { ProductSettings } from '../features/settings/product-settings.ts'
import type { ReadScope } from '../rights/read-scope.ts'
import type { Sight } from './sight.ts'
import { iso } from '../time.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  twins: Twins
  clusters: ClusterDirectory
  settings: ClusterSettings
  product: ProductSettings
  views: ComponentViews
  audiences: Audiences
  clock: () => number
}

/** So many rows are put together anew in one turn of the event loop. */
const rowsPerTurn = 500

/** Turns what happens in the features into the stream's events: whole rows, as the API shows them. */
export function announceChanges({
  inventory,
  observations,
  twins,
  clusters,
  settings,
  product,
  views,
  audiences,
  clock,
}: Sources) {
  /** Put together when it leaves, so that it tells the newest. */
  const tell = (
    row: string,
    { isFor, event }: { isFor: (scope: ReadScope) => boolean; event: (sight?: Sight) => string },
  ) => audiences.put({ row, isFor, text: (sight) => `{"at":"${iso(clock())}",${event(sight)}}` })
  /** Somebody has done this and may look at once: what was kept ready to be answered is of before it. */
  const outdate = () => audiences.outdate()
  const seesComponent = (id: string) => (scope: ReadScope) =>
    inventory.has(id) && scope.sees(inventory.get(id))

  const component = (id: string) =>
    tell(`component ${id}`, {
      isFor: seesComponent(id),
      event: (sight) => `"type":"component.changed","component":${(sight ?? views).json(id)}`,
    })
  const gone = (id: string, isFor: (scope: ReadScope) => boolean) =>
    tell(`component ${id}`, { isFor, event: () => `"type":"component.untracked","id":"${id}"` })
  const observed = (id: string) =>
    audiences.put({
      row: `component ${id}`,
      isPart: true,
      isFor: seesComponent(id),
      text: () => `{"type":"component.observed","id":"${id}","reading":${views.readingJson(id)}}`,
    })
  const cluster = (id: string, isFor = (scope: ReadScope) => scope.seesInto(id)) => {
    if (!clusters.has(id)) return
    tell(`cluster ${id}`, {
      isFor,
      event: (sight) =>
        `"type":"cluster.changed","cluster":${JSON.stringify(sight?.cluster(id) ?? clusters.get(id))}`,
    })
  }
  const rowsOf = async (id: string) => {
    const ids = [...inventory.all()].flatMap((one) => (one.cluster === id ? [one.id] : []))
    for (let at = 0; at < ids.length; at += rowsPerTurn) {
      for (const one of ids.slice(at, at + rowsPerTurn)) views.touch(one)
      await nextTurn()
    }
  }

  views.onChange(({ id }, change) => (change === 'observed' ? observed(id) : component(id)))
  observations.onChange((id) => views.touch(id))
  twins.onChange((ids) => {
    for (const id of ids) views.touch(id)
  })

  clusters.onChange((id, what) => {
    cluster(id)
    // How reading it goes says nothing of its components.
    if (what === 'reachability') void rowsOf(id)
  })
  settings.onChange((id, { isProtected }) => {
    outdate()
    cluster(id)
    if (isProtected) void rowsOf(id)
  })
  product.onChange(() => {
    outdate()
    for (const { id } of clusters.all()) cluster(id)
  })
  const doneTo = ({ id }: { id: string }) => {
    outdate()
    views.touch(id)
  }
  inventory.onRenamed((tracked, former) => {
    // Whoever saw it under the old name alone sees it no more; and the counts of some are others.
    gone(tracked.id, (scope) => scope.sees(former) && !scope.sees(tracked))
    doneTo(tracked)
    cluster(tracked.cluster, (scope) => scope.sees(former) !== scope.sees(tracked))
  })
  inventory.onAnnotated(doneTo)
  inventory.onTracked((tracked) => {
    outdate()
    // Whether or not somebody has asked for its row already.
    for (const { id } of tracked) component(id)
    for (const id of new Set(tracked.map((one) => one.cluster))) cluster(id)
  })
  inventory.onUntracked((tracked) => {
    outdate()
    gone(tracked.id, (scope) => scope.sees(tracked))
    cluster(tracked.cluster)
  })

  return {
    operation: (operation: Operation) => {
      outdate()
      const target: Target = inventory.has(operation.component.id)
        ? inventory.get(operation.component.id)
        : { ...operation.component, name: operation.newName ?? operation.component.name }
      tell(`operation ${operation.id}`, {
        isFor: (scope) => scope.sees(target),
        event: () => `"type":"operation.changed","operation":${JSON.stringify(operation)}`,
      })
      views.touch(operation.component.id)
    },
  }
}

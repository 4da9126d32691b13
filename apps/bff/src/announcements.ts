import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Operation } from '@wheelhouse/contract'
import type { ComponentViews } from './component-views.ts'
import type { ClusterDirectory } from './features/clusters/directory.ts'
import type { ClusterSettings } from './features/clusters/cluster-settings.ts'
import type { Inventory } from './features/components/inventory.ts'
import type { Twins } from './features/components/twins.ts'
import type { Broadcast } from './features/events/broadcast.ts'
import type { ObservationStore } from './features/observations/store.ts'
import { iso } from './time.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  twins: Twins
  clusters: ClusterDirectory
  settings: ClusterSettings
  views: ComponentViews
  broadcast: Broadcast
  /** Somebody has done this and may look at once: what was kept ready to be answered is of before it. */
  outdate: () => void
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
  views,
  broadcast,
  outdate,
  clock,
}: Sources) {
  /** Put together when it leaves, so that it tells the newest. */
  const tell = (row: string, event: () => string) =>
    broadcast.put({ row, text: () => `{"at":"${iso(clock())}",${event()}}` })

  const component = (id: string) =>
    tell(`component ${id}`, () => `"type":"component.changed","component":${views.json(id)}`)
  const observed = (id: string) =>
    broadcast.put({
      row: `component ${id}`,
      isPart: true,
      text: () => `{"type":"component.observed","id":"${id}","reading":${views.readingJson(id)}}`,
    })
  const cluster = (id: string) => {
    if (!clusters.has(id)) return
    tell(
      `cluster ${id}`,
      () => `"type":"cluster.changed","cluster":${JSON.stringify(clusters.get(id))}`,
    )
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
  settings.onChange((id) => {
    outdate()
    cluster(id)
    void rowsOf(id)
  })
  const doneTo = ({ id }: { id: string }) => {
    outdate()
    views.touch(id)
  }
  inventory.onRenamed(doneTo)
  inventory.onAnnotated(doneTo)
  inventory.onTracked((tracked) => {
    outdate()
    // Whether or not somebody has asked for its row already.
    for (const { id } of tracked) component(id)
    for (const id of new Set(tracked.map((one) => one.cluster))) cluster(id)
  })
  inventory.onUntracked(({ id, cluster: of }) => {
    outdate()
    tell(`component ${id}`, () => `"type":"component.untracked","id":"${id}"`)
    cluster(of)
  })

  return {
    operation: (operation: Operation) => {
      outdate()
      tell(
        `operation ${operation.id}`,
        () => `"type":"operation.changed","operation":${JSON.stringify(operation)}`,
      )
      views.touch(operation.component.id)
    },
  }
}

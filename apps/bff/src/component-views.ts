import type { Component, ProtectionLevel } from '@wheelhouse/contract'
import type { ClusterDirectory } from './features/clusters/directory.ts'
import type { Inventory } from './features/components/inventory.ts'
import type { Twins } from './features/components/twins.ts'
import { componentView } from './features/components/view.ts'
import type { ObservationStore } from './features/observations/store.ts'
import type { ActivityIndex } from './features/operations/activity.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  activity: ActivityIndex
  twins: Twins
  clusters: ClusterDirectory
  protectionOf: (cluster: string) => ProtectionLevel
  /** How long a reading of the component says how it is. */
  freshForSeconds: (id: string) => number
  clock: () => number
}

/** `observed`: only what every reading moves; `changed`: anything else too. */
export type ViewChange = 'observed' | 'changed'

type Listener = (component: Component, change: ViewChange) => void

interface Row {
  component: Component
  /** The two parts of the row as JSON, of which the one seldom changes. */
  rest: string
  reading: string
  verdictSinceMs: number | null
}

/**
 * Every component's row, put together from what each feature knows of it, once for each time that any of
 * that changes: whoever asks gets what is there, and nobody's asking costs more than that.
 */
export class ComponentViews {
  readonly #sources: Sources
  readonly #rows = new Map<string, Row>()
  readonly #listeners: Listener[] = []

  constructor(sources: Sources) {
    this.#sources = sources
    sources.inventory.onUntracked(({ id }) => this.#rows.delete(id))
  }

  /** Throws `NOT_FOUND`. */
  of(id: string): Component {
    return this.#row(id).component
  }

  all(): Component[] {
    return [...this.#sources.inventory.all()].map(({ id }) => this.of(id))
  }

  /** The row as the API shows it; throws `NOT_FOUND`. */
  json(id: string): string {
    const { rest, reading } = this.#row(id)
    return `${rest.slice(0, -1)},${reading.slice(1)}`
  }

  /** The part of the row that every reading moves; throws `NOT_FOUND`. */
  readingJson(id: string): string {
    return this.#row(id).reading
  }

  /** Puts the row together anew, and tells where it is another. Nothing happens where it is not tracked. */
  touch(id: string) {
    if (!this.#sources.inventory.has(id)) return
    const before = this.#rows.get(id)
    const row = this.#make(id, before)
    const isSame = row.rest === before?.rest
    if (isSame && row.reading === before?.reading) return
    this.#rows.set(id, row)
    for (const tell of this.#listeners) tell(row.component, isSame ? 'observed' : 'changed')
  }

  /** Calls back with each row that has become another. */
  onChange(listener: Listener) {
    this.#listeners.push(listener)
  }

  #row(id: string): Row {
    const known = this.#rows.get(id)
    if (known) return known
    const row = this.#make(id, undefined)
    this.#rows.set(id, row)
    return row
  }

  #make(id: string, before: Row | undefined): Row {
    const { inventory, observations, activity, twins, clusters, clock, ...of } = this.#sources
    const tracked = inventory.get(id)
    const nowMs = clock()
    const { rest, reading } = componentView(tracked, {
      observation: observations.get(id),
      formerNames: inventory.formerNames.of(id).map(({ name }) => name),
      twin: twins.of(id),
      activity: activity.get(id),
      // Its cluster may have left the configuration since.
      reachability: clusters.has(tracked.cluster)
        ? clusters.reachabilityOf(tracked.cluster).state.reachability
        : 'unknown',
      protection: of.protectionOf(tracked.cluster),
      freshForSeconds: of.freshForSeconds(id),
      before: before ? { verdict: before.component.verdict, sinceMs: before.verdictSinceMs } : null,
      nowMs,
    })
    return {
      component: { ...rest, ...reading },
      rest: JSON.stringify(rest),
      reading: JSON.stringify(reading),
      verdictSinceMs: rest.verdictSince === null ? null : Date.parse(rest.verdictSince),
    }
  }
}

import type { Component, ProtectionLevel } from '@wheelhouse/contract'
import type { ClusterDirectory } from './features/clusters/directory.ts'
import type { Inventory } from './features/components/inventory.ts'
import type { Twins } from './features/components/twins.ts'
import { componentView, type RowView } from './features/components/view.ts'
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

interface Row extends RowView {
  /** `rest` as JSON, from the first time that somebody asks. */
  restJson: string | undefined
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
    return componentIn(this.#row(id))
  }

  all(): Component[] {
    return [...this.#sources.inventory.all()].map(({ id }) => this.of(id))
  }

  /** The row as the API shows it; throws `NOT_FOUND`. */
  json(id: string): string {
    const row = this.#row(id)
    row.restJson ??= JSON.stringify(row.rest)
    return `${row.restJson.slice(0, -1)},${JSON.stringify(row.reading).slice(1)}`
  }

  /** The part of the row that every reading moves; throws `NOT_FOUND`. */
  readingJson(id: string): string {
    return JSON.stringify(this.#row(id).reading)
  }

  /** Puts the row together anew, and tells where it is another. Nothing happens where it is not tracked. */
  touch(id: string) {
    if (!this.#sources.inventory.has(id)) return
    const before = this.#rows.get(id)
    const { rest, reading } = this.#view(id, before)
    const isSameRest = before !== undefined && isSame(rest, before.rest)
    if (isSameRest && isSame(reading, before.reading)) return
    // What is the same stays the very same: ten thousand rows replaced each round are much to clear away.
    const row = isSameRest ? { ...before, reading } : { rest, reading, restJson: undefined }
    this.#rows.set(id, row)
    const component = componentIn(row)
    for (const tell of this.#listeners) tell(component, isSameRest ? 'observed' : 'changed')
  }

  /** Calls back with each row that has become another. */
  onChange(listener: Listener) {
    this.#listeners.push(listener)
  }

  #row(id: string): Row {
    const known = this.#rows.get(id)
    if (known) return known
    const row = { ...this.#view(id, undefined), restJson: undefined }
    this.#rows.set(id, row)
    return row
  }

  #view(id: string, before: Row | undefined): RowView {
    const { inventory, observations, activity, twins, clusters, clock, ...of } = this.#sources
    const tracked = inventory.get(id)
    // Its cluster may have left the configuration since.
    const reachability = clusters.has(tracked.cluster)
      ? clusters.reachabilityOf(tracked.cluster)
      : undefined
    return componentView(tracked, {
      observation: observations.get(id),
      formerNames: inventory.formerNames.of(id).map(({ name }) => name),
      twin: twins.of(id),
      activity: activity.get(id),
      reachability: reachability?.state.reachability ?? 'unknown',
      reachabilitySinceMs: reachability?.sinceMs ?? 0,
      protection: of.protectionOf(tracked.cluster),
      freshForSeconds: of.freshForSeconds(id),
      before: before ? verdictIn(before) : null,
      nowMs: clock(),
    })
  }
}

const componentIn = ({ rest, reading }: RowView): Component => ({ ...rest, ...reading })

const verdictIn = ({ rest: { verdict, verdictSince } }: Row) => ({
  verdict,
  sinceMs: verdictSince === null ? null : Date.parse(verdictSince),
})

/** Of two of one shape: what is no plain value in them is small, and is compared as JSON. */
function isSame<Shape extends object>(one: Shape, other: Shape): boolean {
  const keys = Object.keys(one) as (keyof Shape)[] // one literal makes them all
  return keys.every(
    (key) =>
      one[key] === other[key] ||
      (typeof one[key] === 'object' && JSON.stringify(one[key]) === JSON.stringify(other[key])),
  )
}

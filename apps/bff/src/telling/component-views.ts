import {
  byWorst,
  type Component,
  type ComponentReading,
  type ProtectionLevel,
} from '@wheelhouse/contract'
import type { ClusterDirectory } from '../features/clusters/directory.ts'
import type { Inventory } from '../features/components/inventory.ts'
import type { Twins } from '../features/components/twins.ts'
import {
  judged,
  lagSecondsOf,
  readingView,
  restView,
  type RowCourse,
  type RowFacts,
  type RowRest,
} from '../features/components/view.ts'
import type { Reading } from '../features/observations/reading.ts'
import type { ObservationStore } from '../features/observations/store.ts'
import type { ActivityIndex } from '../features/operations/activity.ts'

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

/** Of a row that has become another, what listeners look at. */
export type RowChange = Pick<Component, 'id' | 'cluster' | 'verdict' | 'lagSeconds'> & {
  /** Of its newest reading, epoch milliseconds. */
  observedAtMs: number | null
}

type Listener = (row: RowChange, change: ViewChange) => void

interface Judged {
  facts: RowFacts
  course: RowCourse
}

/** What it was judged to be and, from the first time that somebody asks, its two parts as the API shows them. */
interface Row extends Judged {
  rest?: RowRest | undefined
  restJson?: string | undefined
  reading?: ComponentReading | undefined
}

/**
 * Every component's row, judged anew each time that anything changes which some feature knows of it, and put
 * together when somebody asks: whoever asks gets what is there, and nobody's asking costs more than that.
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
    const row = this.#row(id)
    return { ...restOf(row), ...readingOf(row) }
  }

  /** In the order of every list; throws `NOT_FOUND`. */
  ordered(ids: readonly string[]): string[] {
    const ranks = ids.map((id) => {
      const { facts, course } = this.#row(id)
      return { id, name: facts.name, verdict: facts.verdict, lagSeconds: lagSecondsOf(course) }
    })
    return ranks.toSorted(byWorst).map(({ id }) => id)
  }

  all(): Component[] {
    return [...this.#sources.inventory.all()].map(({ id }) => this.of(id))
  }

  /** The row as the API shows it; throws `NOT_FOUND`. */
  json(id: string): string {
    const row = this.#row(id)
    row.restJson ??= JSON.stringify(restOf(row))
    return `${row.restJson.slice(0, -1)},${JSON.stringify(readingOf(row)).slice(1)}`
  }

  /** The part of the row that every reading moves; throws `NOT_FOUND`. */
  readingJson(id: string): string {
    return JSON.stringify(readingOf(this.#row(id)))
  }

  /** Judges the component anew, and tells where its row is another. Nothing happens where it is not tracked. */
  touch(id: string) {
    if (!this.#sources.inventory.has(id)) return
    const before = this.#rows.get(id)
    const row = this.#judged(id, before)
    const isSameRest = before !== undefined && isSame(row.facts, before.facts)
    if (isSameRest && isSameCourse(row.course, before.course)) return
    // What is the same stays the very same: ten thousand rows replaced each round are much to clear away.
    if (isSameRest) {
      before.course = row.course
      before.reading = undefined
    } else this.#rows.set(id, row)
    const { tracked, verdict } = row.facts
    const change = {
      id,
      cluster: tracked.cluster,
      verdict,
      lagSeconds: lagSecondsOf(row.course),
      observedAtMs: row.course.reading?.observedAtMs ?? null,
    }
    for (const tell of this.#listeners) tell(change, isSameRest ? 'observed' : 'changed')
  }

  /** Calls back with each row that has become another. */
  onChange(listener: Listener) {
    this.#listeners.push(listener)
  }

  #row(id: string): Row {
    const known = this.#rows.get(id)
    if (known) return known
    const row = this.#judged(id, undefined)
    this.#rows.set(id, row)
    return row
  }

  #judged(id: string, before: Row | undefined): Row {
    const { inventory, observations, activity, twins, clusters, clock, ...of } = this.#sources
    const tracked = inventory.get(id)
    // Its cluster may have left the configuration since.
    const reachability = clusters.has(tracked.cluster)
      ? clusters.reachabilityOf(tracked.cluster)
      : undefined
    return judged(tracked, {
      observation: observations.get(id),
      formerNames: inventory.formerNames.of(id),
      twin: twins.of(id),
      activity: activity.get(id),
      reachability: reachability?.reachability ?? 'unknown',
      reachabilitySinceMs: reachability?.sinceMs ?? 0,
      protection: of.protectionOf(tracked.cluster),
      freshForSeconds: of.freshForSeconds(id),
      before: before?.facts ?? null,
      nowMs: clock(),
    })
  }
}

const restOf = (row: Row): RowRest => (row.rest ??= restView(row.facts))

const readingOf = (row: Row): ComponentReading =>
  (row.reading ??= readingView(row.course, row.facts))

const isSameCourse = (one: RowCourse, other: RowCourse): boolean =>
  one.checkpointSinceMs === other.checkpointSinceMs &&
  one.lagTrendSecondsPerMinute === other.lagTrendSecondsPerMinute &&
  (one.reading === other.reading || isSameMoment(one.reading, other.reading))

const isSameMoment = (one: Reading | null, other: Reading | null): boolean =>
  one?.askedAtMs === other?.askedAtMs &&
  one?.observedAtMs === other?.observedAtMs &&
  one?.sampledAtSeconds === other?.sampledAtSeconds &&
  one?.checkpointSeconds === other?.checkpointSeconds

/** Of two of one shape: what is no plain value in them is small, and is compared as JSON where it was replaced. */
function isSame<Shape extends object>(one: Shape, other: Shape): boolean {
  for (const key in one)
    if (one[key] !== other[key] && !isSameObject(one[key], other[key])) return false
  return true
}

const isSameObject = (one: unknown, other: unknown): boolean =>
  typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other)

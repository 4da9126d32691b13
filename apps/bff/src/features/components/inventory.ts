import { EventEmitter } from 'node:events'
import { nameFault, type ComponentKind, type TrackResult } from '@wheelhouse/contract'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { Problem } from '../../problem.ts'

/** A component that we watch: CM documents no list call, so somebody named it. */
export interface Tracked {
  id: string
  cluster: string
  kind: ComponentKind
  name: string
  origin: 'pasted' | 'configured'
  trackedAtMs: number
  /** When it was last found active after a stop of ours: since then that stop explains nothing. */
  activeSeenAtMs: number | null
}

interface Naming {
  cluster: string
  kind: ComponentKind
  names: readonly string[]
  origin: Tracked['origin']
}

/** One statement inserts at most so many rows; databases limit its parameters. */
const rowsPerInsert = 500

/** The tracked components: the database holds them, memory answers, and who cares is told of changes. */
export class Inventory {
  readonly #db: Kysely<Database>
  readonly #newId: () => string
  readonly #byId = new Map<string, Tracked>()
  readonly #idByName = new Map<string, string>()
  readonly #announcer = new EventEmitter<{ tracked: [readonly Tracked[]]; untracked: [Tracked] }>()

  private constructor(db: Kysely<Database>, newId: () => string) {
    this.#db = db
    this.#newId = newId
  }

  static async load(db: Kysely<Database>, newId: () => string): Promise<Inventory> {
    const inventory = new Inventory(db, newId)
    const rows = await db.selectFrom('component').selectAll().execute()
    for (const row of rows) inventory.#keep(trackedOf(row))
    return inventory
  }

  all(): IterableIterator<Tracked> {
    return this.#byId.values()
  }

  /** Throws `NOT_FOUND` where no component has this id. */
  get(id: string): Tracked {
    const tracked = this.#byId.get(id)
    if (!tracked) throw new Problem('NOT_FOUND', `no component has the id ${id}`)
    return tracked
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** Tracks what can be; tells for each name, in order, what became of it. */
  async track({ cluster, kind, names, origin }: Naming, nowMs: number): Promise<TrackResult[]> {
    const fresh = new Map<string, Tracked>()
    const results = names.map((name): TrackResult => {
      const fault = nameFault(name)
      if (fault) return { name, outcome: 'refused', fault }
      const known = this.#idByName.get(keyOf({ cluster, kind, name })) ?? fresh.get(name)?.id
      if (known !== undefined) return { name, outcome: 'already-tracked', id: known }
      const id = this.#newId()
      fresh.set(name, { id, cluster, kind, name, origin, trackedAtMs: nowMs, activeSeenAtMs: null })
      return { name, outcome: 'tracked', id }
    })
    await this.#insert([...fresh.values()])
    for (const tracked of fresh.values()) this.#keep(tracked)
    if (fresh.size > 0) this.#announcer.emit('tracked', [...fresh.values()])
    return results
  }

  /** Stops watching; nothing is sent to CM, and the operations on record stay. */
  async untrack(id: string) {
    const tracked = this.get(id)
    await this.#db.deleteFrom('component').where('id', '=', id).execute()
    this.#byId.delete(id)
    this.#idByName.delete(keyOf(tracked))
    this.#announcer.emit('untracked', tracked)
  }

  /** Remembers, over restarts too, that a component was found active. */
  async noteActive(id: string, atMs: number) {
    const tracked = this.get(id)
    tracked.activeSeenAtMs = atMs
    await this.#db
      .updateTable('component')
      .set({ active_seen_at: atMs })
      .where('id', '=', id)
      .execute()
  }

  /** Told once for all that were tracked together, of one cluster. */
  onTracked(listener: (tracked: readonly Tracked[]) => void) {
    this.#announcer.on('tracked', listener)
  }

  onUntracked(listener: (tracked: Tracked) => void) {
    this.#announcer.on('untracked', listener)
  }

  #keep(tracked: Tracked) {
    this.#byId.set(tracked.id, tracked)
    this.#idByName.set(keyOf(tracked), tracked.id)
  }

  async #insert(fresh: readonly Tracked[]) {
    if (fresh.length === 0) return
    await this.#db.transaction().execute(async (transaction) => {
      for (let at = 0; at < fresh.length; at += rowsPerInsert)
        await transaction
          .insertInto('component')
          .values(fresh.slice(at, at + rowsPerInsert).map(rowOf))
          .execute()
    })
  }
}

const keyOf = ({ cluster, kind, name }: Pick<Tracked, 'cluster' | 'kind' | 'name'>): string =>
  JSON.stringify([cluster, kind, name])

const trackedOf = ({
  tracked_at,
  active_seen_at,
  ...row
}: Selectable<Database['component']>): Tracked => ({
  ...row,
  trackedAtMs: tracked_at,
  activeSeenAtMs: active_seen_at,
})

const rowOf = ({ trackedAtMs, activeSeenAtMs, ...tracked }: Tracked): Database['component'] => ({
  ...tracked,
  tracked_at: trackedAtMs,
  active_seen_at: activeSeenAtMs,
})

import { EventEmitter } from 'node:events'
import { nameFault, parseName, type ComponentKind, type TrackResult } from '@wheelhouse/contract'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { Problem } from '../../problem.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { FormerNames, type FormerNaming } from './former-names.ts'

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
  by: string
}

interface Renaming {
  name: string
  /** The migration that gave it the name. */
  operation: string
  by: string
  nowMs: number
}

interface Options {
  db: Kysely<Database>
  trail: AuditTrail
  newId: () => string
}

/** One statement inserts at most so many rows; databases limit its parameters. */
const rowsPerInsert = 500

/** The tracked components: the database holds them, memory answers, and who cares is told of changes. */
export class Inventory {
  readonly #options: Options
  readonly #byId = new Map<string, Tracked>()
  readonly #idByName = new Map<string, string>()
  readonly #idsByIdentity = new Map<string, Set<string>>()
  readonly formerNames: FormerNames
  readonly #announcer = new EventEmitter<{
    tracked: [readonly Tracked[]]
    untracked: [Tracked, readonly FormerNaming[]]
    renamed: [Tracked, FormerNaming]
  }>()

  private constructor(options: Options, formerNames: FormerNames) {
    this.#options = options
    this.formerNames = formerNames
  }

  static async load(options: Options): Promise<Inventory> {
    const inventory = new Inventory(options, await FormerNames.load(options.db))
    const rows = await options.db.selectFrom('component').selectAll().execute()
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

  hasName(name: Pick<Tracked, 'cluster' | 'kind' | 'name'>): boolean {
    return this.#idByName.has(keyOf(name))
  }

  /** What stays the same when a component moves, with its cluster and kind; its name where that has no such part. */
  identityOf({ cluster, kind, name }: Pick<Tracked, 'cluster' | 'kind' | 'name'>): string {
    return keyOf({ cluster, kind, name: parseName(name)?.identity ?? name })
  }

  /** The ids of those that share an identity, as `identityOf` gives it. */
  bearersOf(identity: string): ReadonlySet<string> {
    return this.#idsByIdentity.get(identity) ?? new Set()
  }

  /** Tracks what can be; tells for each name, in order, what became of it. */
  async track({ cluster, kind, names, origin, by }: Naming, nowMs: number): Promise<TrackResult[]> {
    const fresh = new Map<string, Tracked>()
    const results = names.map((name): TrackResult => {
      const fault = nameFault(name, kind)
      if (fault) return { name, outcome: 'refused', fault }
      const known =
        this.#idByName.get(keyOf({ cluster, kind, name })) ??
        fresh.get(name)?.id ??
        this.formerNames.bearerOf({ cluster, kind, name })
      if (known !== undefined) return { name, outcome: 'already-tracked', id: known }
      const id = this.#options.newId()
      fresh.set(name, { id, cluster, kind, name, origin, trackedAtMs: nowMs, activeSeenAtMs: null })
      return { name, outcome: 'tracked', id }
    })
    await this.#insert([...fresh.values()], by)
    for (const tracked of fresh.values()) this.#keep(tracked)
    if (fresh.size > 0) this.#announcer.emit('tracked', [...fresh.values()])
    return results
  }

  /** Stops watching; nothing is sent to CM, and the operations on record stay. */
  async untrack(id: string, by: string) {
    const tracked = this.get(id)
    const { db, trail } = this.#options
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('component').where('id', '=', id).execute()
      await transaction.deleteFrom('former_name').where('component_id', '=', id).execute()
      const { cluster, kind, name } = tracked
      await trail.append(transaction, {
        kind: 'component.untracked',
        actor: by,
        component: { id, cluster, kind, name },
        body: {},
      })
    })
    this.#drop(tracked)
    this.#announcer.emit('untracked', tracked, this.formerNames.drop(id))
  }

  /**
   * A migration gave it another name; it stays the same component. Writes that in the transaction which
   * records the migration, and answers what is to be called once that is committed. Where somebody has
   * begun to track the new name meanwhile, that row is it, and this one keeps its name.
   */
  async rename(
    transaction: Transaction<Database>,
    id: string,
    { name, operation, by, nowMs }: Renaming,
  ): Promise<() => void> {
    const tracked = this.#byId.get(id)
    if (!tracked || tracked.name === name || this.hasName({ ...tracked, name })) return () => {}
    const { trail, newId } = this.#options
    const { cluster, kind } = tracked
    const former: FormerNaming = {
      id: newId(),
      componentId: id,
      cluster,
      kind,
      name: tracked.name,
      sinceMs: this.formerNames.of(id)[0]?.untilMs ?? tracked.trackedAtMs,
      untilMs: nowMs,
      operationId: operation,
    }
    await transaction.updateTable('component').set({ name }).where('id', '=', id).execute()
    await this.formerNames.write(transaction, former)
    await trail.append(transaction, {
      kind: 'component.renamed',
      actor: by,
      component: { id, cluster, kind, name: tracked.name },
      operation,
      body: { newName: name },
    })
    return () => {
      this.#drop(tracked)
      this.#keep({ ...tracked, name })
      this.formerNames.keep(former)
      this.#announcer.emit('renamed', this.get(id), former)
    }
  }

  /** Remembers, over restarts too, that a component was found active. */
  async noteActive(id: string, atMs: number) {
    const tracked = this.get(id)
    tracked.activeSeenAtMs = atMs
    await this.#options.db
      .updateTable('component')
      .set({ active_seen_at: atMs })
      .where('id', '=', id)
      .execute()
  }

  /** Told once for all that were tracked together, of one cluster. */
  onTracked(listener: (tracked: readonly Tracked[]) => void) {
    this.#announcer.on('tracked', listener)
  }

  onUntracked(listener: (tracked: Tracked, former: readonly FormerNaming[]) => void) {
    this.#announcer.on('untracked', listener)
  }

  onRenamed(listener: (tracked: Tracked, former: FormerNaming) => void) {
    this.#announcer.on('renamed', listener)
  }

  #keep(tracked: Tracked) {
    this.#byId.set(tracked.id, tracked)
    this.#idByName.set(keyOf(tracked), tracked.id)
    const identity = this.identityOf(tracked)
    const ids = this.#idsByIdentity.get(identity) ?? new Set()
    this.#idsByIdentity.set(identity, ids.add(tracked.id))
  }

  #drop(tracked: Tracked) {
    this.#byId.delete(tracked.id)
    this.#idByName.delete(keyOf(tracked))
    const identity = this.identityOf(tracked)
    const ids = this.#idsByIdentity.get(identity)
    ids?.delete(tracked.id)
    if (ids?.size === 0) this.#idsByIdentity.delete(identity)
  }

  async #insert(fresh: readonly Tracked[], by: string) {
    const { db, trail } = this.#options
    if (fresh.length === 0) return
    await db.transaction().execute(async (transaction) => {
      for (let at = 0; at < fresh.length; at += rowsPerInsert) {
        const some = fresh.slice(at, at + rowsPerInsert)
        await transaction.insertInto('component').values(some.map(rowOf)).execute()
        const { cluster = '', kind = '', origin = '' } = some[0] ?? {}
        await trail.append(transaction, {
          kind: 'component.tracked',
          actor: by,
          body: { cluster, kind, origin, names: some.map(({ name }) => name) },
        })
      }
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

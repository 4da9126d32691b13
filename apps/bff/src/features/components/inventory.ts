import { EventEmitter } from 'node:events'
import { parseName, type ComponentKind } from '@wheelhouse/contract'
import type { ImportResult, TrackResult } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { Problem } from '../../http/problem.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { admit, insertTracked, type Asking, type Candidate } from './admission.ts'
import { annotate, type Annotation } from './annotations.ts'
import { FormerNames, type FormerNaming } from './former-names.ts'
import { IdsByKey } from './ids-by-key.ts'
import { keyOf, trackedOf, type Named, type Tracked } from './tracked.ts'

export type { Tracked } from './tracked.ts'

interface Naming {
  cluster: string
  kind: ComponentKind
  names: readonly string[]
  origin: Exclude<Tracked['origin'], 'imported'>
  by: string
}

interface Importing extends Asking {
  /** Whether there is such a cluster; rows of another are refused. */
  hasCluster: (cluster: string) => boolean
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

/** The tracked components: the database holds them, memory answers, and who cares is told of changes. */
export class Inventory {
  readonly #options: Options
  readonly #byId = new Map<string, Tracked>()
  readonly #idByName = new Map<string, string>()
  readonly #identities = new Map<string, string>()
  readonly #idsByIdentity = new IdsByKey()
  readonly formerNames: FormerNames
  readonly #announcer = new EventEmitter<{
    tracked: [readonly Tracked[]]
    untracked: [Tracked, readonly FormerNaming[]]
    renamed: [Tracked, FormerNaming]
    annotated: [Tracked]
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

  hasName(name: Named): boolean {
    return this.#idByName.has(keyOf(name))
  }

  /** What stays the same when a component moves, with its cluster and kind; its name where that has no such part. */
  identityOf({ cluster, kind, name }: Named): string {
    return keyOf({ cluster, kind, name: parseName(name)?.identity ?? name })
  }

  /** The same of a tracked component, which is asked for with every reading; throws `NOT_FOUND`. */
  identityIn(id: string): string {
    return this.#identities.get(id) ?? this.identityOf(this.get(id))
  }

  /** The ids of those that share an identity, as `identityOf` gives it. */
  bearersOf(identity: string): readonly string[] {
    return this.#idsByIdentity.of(identity)
  }

  /** Tracks what can be; tells for each name, in order, what became of it. */
  async track(
    { cluster, kind, names, origin, by }: Naming,
    asking: Asking,
  ): Promise<TrackResult[]> {
    const candidates = names.map((name) => ({ cluster, kind, name }))
    return this.#admit(candidates, { ...asking, origin, by, hasCluster: () => true })
  }

  /** Tracks the rows of a file; a note or a level is taken only with a name that is new. */
  async import(rows: readonly Candidate[], importing: Importing): Promise<ImportResult[]> {
    return this.#admit(rows, { ...importing, origin: 'imported' })
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

  /** Takes a note or a level; nothing is sent to CM. Throws `NOT_FOUND`. */
  async annotate(id: string, annotation: Annotation, { by, nowMs }: { by: string; nowMs: number }) {
    const change = await annotate(this.get(id), annotation, { ...this.#options, by, nowMs })
    if (!change || !this.has(id)) return
    // It may have another name by now, and with it another entry.
    this.#announcer.emit('annotated', Object.assign(this.get(id), change))
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

  onAnnotated(listener: (tracked: Tracked) => void) {
    this.#announcer.on('annotated', listener)
  }

  async #admit(
    candidates: readonly Candidate[],
    { by, ...circumstances }: Importing & Pick<Tracked, 'origin'>,
  ): Promise<ImportResult[]> {
    const { fresh, results } = admit(candidates, {
      ...circumstances,
      by,
      newId: this.#options.newId,
      namedOf: (id) => this.#byId.get(id),
      bearerOf: (name) => this.#idByName.get(keyOf(name)) ?? this.formerNames.bearerOf(name),
    })
    await insertTracked(fresh, { ...this.#options, by })
    for (const tracked of fresh) this.#keep(tracked)
    for (const some of Map.groupBy(fresh, ({ cluster }) => cluster).values())
      this.#announcer.emit('tracked', some)
    return results
  }

  #keep(tracked: Tracked) {
    this.#byId.set(tracked.id, tracked)
    this.#idByName.set(keyOf(tracked), tracked.id)
    const identity = this.identityOf(tracked)
    this.#identities.set(tracked.id, identity)
    this.#idsByIdentity.add(identity, tracked.id)
  }

  #drop(tracked: Tracked) {
    this.#byId.delete(tracked.id)
    this.#idByName.delete(keyOf(tracked))
    this.#identities.delete(tracked.id)
    this.#idsByIdentity.delete(this.identityOf(tracked), tracked.id)
  }
}

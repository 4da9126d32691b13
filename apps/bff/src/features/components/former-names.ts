import type { ComponentKind } from '@wheelhouse/contract'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'

/** So long an old name is read after a migration: a twin that comes back must be seen. */
export const readForMs = 24 * 60 * 60_000

/** A name that a component had until it was migrated. */
export interface FormerNaming {
  id: string
  componentId: string
  cluster: string
  kind: ComponentKind
  name: string
  sinceMs: number
  untilMs: number
  /** The migration that ended it. */
  operationId: string
}

const none: readonly FormerNaming[] = []

/** The names that components had, in the database and in memory. */
export class FormerNames {
  readonly #byComponent = new Map<string, FormerNaming[]>()
  readonly #componentByName = new Map<string, string>()
  readonly #byId = new Map<string, FormerNaming>()

  static async load(db: Kysely<Database>): Promise<FormerNames> {
    const names = new FormerNames()
    const rows = await db.selectFrom('former_name').selectAll().orderBy('until').execute()
    for (const row of rows) names.keep(namingOf(row))
    return names
  }

  all(): FormerNaming[] {
    return [...this.#byComponent.values()].flat()
  }

  /** The newest first. */
  of(component: string): readonly FormerNaming[] {
    return this.#byComponent.get(component) ?? none
  }

  /** The component that was called so. */
  bearerOf(naming: Pick<FormerNaming, 'cluster' | 'kind' | 'name'>): string | undefined {
    return this.#componentByName.get(keyOf(naming))
  }

  get(id: string): FormerNaming | undefined {
    return this.#byId.get(id)
  }

  /** The component whose former name has this id. */
  ownerOf(id: string): string | undefined {
    return this.#byId.get(id)?.componentId
  }

  async write(transaction: Transaction<Database>, naming: FormerNaming) {
    await transaction.insertInto('former_name').values(rowOf(naming)).execute()
  }

  keep(naming: FormerNaming) {
    this.#byComponent.set(naming.componentId, [naming, ...this.of(naming.componentId)])
    this.#componentByName.set(keyOf(naming), naming.componentId)
    this.#byId.set(naming.id, naming)
  }

  /** Forgets those of a component; their rows go with its own. */
  drop(component: string): readonly FormerNaming[] {
    const names = this.of(component)
    for (const naming of names) {
      this.#componentByName.delete(keyOf(naming))
      this.#byId.delete(naming.id)
    }
    this.#byComponent.delete(component)
    return names
  }
}

const keyOf = ({ cluster, kind, name }: Pick<FormerNaming, 'cluster' | 'kind' | 'name'>): string =>
  JSON.stringify([cluster, kind, name])

const namingOf = (row: Selectable<Database['former_name']>): FormerNaming => ({
  id: row.id,
  componentId: row.component_id,
  cluster: row.cluster,
  kind: row.kind,
  name: row.name,
  sinceMs: row.since,
  untilMs: row.until,
  operationId: row.operation_id,
})

const rowOf = (naming: FormerNaming): Database['former_name'] => ({
  id: naming.id,
  component_id: naming.componentId,
  cluster: naming.cluster,
  kind: naming.kind,
  name: naming.name,
  since: naming.sinceMs,
  until: naming.untilMs,
  operation_id: naming.operationId,
})

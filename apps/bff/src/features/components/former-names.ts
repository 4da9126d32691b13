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

/** The names that components had, in the database and in memory. */
export class FormerNames {
  readonly #byComponent = new Map<string, FormerNaming[]>()
  readonly #componentByName = new Map<string, string>()
  readonly #componentById = new Map<string, string>()

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
    return this.#byComponent.get(component) ?? []
  }

  /** The component that was called so. */
  owner(cluster: string, kind: ComponentKind, name: string): string | undefined {
    return this.#componentByName.get(keyOf({ cluster, kind, name }))
  }

  /** The component whose former name has this id. */
  ownerOf(id: string): string | undefined {
    return this.#componentById.get(id)
  }

  async write(transaction: Transaction<Database>, naming: FormerNaming) {
    await transaction.insertInto('former_name').values(rowOf(naming)).execute()
  }

  keep(naming: FormerNaming) {
    this.#byComponent.set(naming.componentId, [naming, ...this.of(naming.componentId)])
    this.#componentByName.set(keyOf(naming), naming.componentId)
    this.#componentById.set(naming.id, naming.componentId)
  }

  /** Forgets those of a component; their rows go with its own. */
  drop(component: string): readonly FormerNaming[] {
    const names = this.of(component)
    for (const naming of names) {
      this.#componentByName.delete(keyOf(naming))
      this.#componentById.delete(naming.id)
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

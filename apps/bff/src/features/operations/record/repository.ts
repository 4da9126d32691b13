import type { Operation, Verification } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import type { AuditTrail } from '../../audit/trail.ts'
import type { Inventory } from '../../components/inventory.ts'
import { askedOf, recordOf } from './audit-entries.ts'
import type { Move } from './move.ts'
import { operationRow, operationOf, stepRow } from './rows.ts'
import { findStep, moveIn, operationFacts } from './step-moves.ts'
import { seenOperations, type OperationFilter } from './seen-operations.ts'
import type { StoredOperation } from './stored-operation.ts'

interface Filter extends OperationFilter {
  limit?: number
}

/**
 * The operations in the database. Every change of a step is one transaction that also writes the
 * operation's derived state, gives its component free once the operation is closed, and leaves its
 * record in the audit trail: no call leaves that is not on record in both.
 */
export class OperationRepository {
  readonly #db: Kysely<Database>
  readonly #trail: AuditTrail
  readonly #inventory: Inventory

  constructor(
    db: Kysely<Database>,
    { trail, inventory }: { trail: AuditTrail; inventory: Inventory },
  ) {
    this.#db = db
    this.#trail = trail
    this.#inventory = inventory
  }

  /** Throws the database's constraint error where the component or the key is taken. */
  async insert(operation: StoredOperation) {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.insertInto('operation').values(operationRow(operation)).execute()
      await transaction
        .insertInto('step')
        .values(
          operation.steps.map((step, position) =>
            stepRow(step, { operation: operation.id, position }),
          ),
        )
        .execute()
      await this.#trail.append(transaction, askedOf(operation))
    })
  }

  async find(id: string): Promise<StoredOperation | undefined> {
    return (await this.#read((query) => query.where('id', '=', id)))[0]
  }

  async findByKey(key: string): Promise<StoredOperation | undefined> {
    return (await this.#read((query) => query.where('idempotency_key', '=', key)))[0]
  }

  async findOpen(component: string): Promise<StoredOperation | undefined> {
    return (await this.#read((query) => query.where('open_component_id', '=', component)))[0]
  }

  /** Those with an end that is still to be learnt: open ones, and accepted ones not yet verified. */
  async unsettled(): Promise<StoredOperation[]> {
    return this.#read((query) =>
      query.where((is) =>
        is.or([
          is('open_component_id', 'is not', null),
          is.and([is('state', '=', 'succeeded'), is('verification', '=', 'pending')]),
        ]),
      ),
    )
  }

  /** The newest first. */
  async list({ limit = 100, ...filter }: Filter): Promise<StoredOperation[]> {
    return this.#read((query) => narrowed(query, filter).limit(limit))
  }

  /** Those that somebody may see, the newest first, and how many there are of them. */
  async listSeen(
    filter: Filter,
    isSeen: (operation: Pick<Operation, 'component' | 'newName'>) => boolean,
  ): Promise<{ items: StoredOperation[]; total: number }> {
    const { ids, total } = await seenOperations(this.#db, { limit: 100, ...filter, isSeen })
    const items = ids.length === 0 ? [] : await this.#read((query) => query.where('id', 'in', ids))
    return { items, total }
  }

  async count(filter: Filter): Promise<number> {
    const all = this.#db.selectFrom('operation').select(({ fn }) => fn.countAll().as('count'))
    return Number((await narrowed(all, filter).executeTakeFirstOrThrow()).count)
  }

  async componentsWithOperations(): Promise<string[]> {
    const rows = await this.#db.selectFrom('operation').select('component_id').distinct().execute()
    return rows.map(({ component_id }) => component_id)
  }

  /**
   * Moves a step, with what came back where something did. Refuses a move that the machine does not
   * know, or that somebody else made first: that would be a second send.
   */
  async moveStep(
    id: string,
    position: number,
    move: Move,
    nowMs: number,
  ): Promise<StoredOperation> {
    const committed = await this.#db
      .transaction()
      .execute((transaction) => moveIn(this.#books(transaction), { id, position, nowMs }, move))
    committed()
    return this.#mustFind(id)
  }

  /**
   * Takes a step up again from the beginning, and with it the check before it. Throws the database's
   * constraint error where another operation holds the component by now.
   */
  async takeUpAgain(
    id: string,
    position: number,
    move: Move,
    nowMs: number,
  ): Promise<StoredOperation> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('operation')
        .set((is) => ({ open_component_id: is.ref('component_id'), finished_at: null }))
        .where('id', '=', id)
        .execute()
      const books = this.#books(transaction)
      // First the step: while it is refused, whatever else moves would close the operation again.
      await moveIn(books, { id, position, nowMs }, move)
      const check = { id, position: position - 1, nowMs }
      const before = await findStep(transaction, check)
      if (before?.name === 'see-stopped' && before.state === 'succeeded')
        await moveIn(books, check, { ...move, from: 'succeeded' })
    })
    return this.#mustFind(id)
  }

  async verify(id: string, verification: Verification): Promise<StoredOperation> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('operation')
        .set({ verification })
        .where('id', '=', id)
        .execute()
      const operation = await operationFacts(transaction, id)
      await this.#trail.append(
        transaction,
        recordOf(operation, { kind: 'verification.ended', body: { verification } }),
      )
    })
    return this.#mustFind(id)
  }

  /** Closes an uncertain or failed operation; `undefined` where it is neither. */
  async abandon(
    id: string,
    { reason, by }: { reason: string; by: string },
    nowMs: number,
  ): Promise<StoredOperation | undefined> {
    const isAbandoned = await this.#db.transaction().execute(async (transaction) => {
      const changed = await transaction
        .updateTable('operation')
        .set({
          state: 'abandoned',
          open_component_id: null,
          abandoned_because: reason,
          sealed: null,
          finished_at: nowMs,
        })
        .where('id', '=', id)
        .where('state', 'in', ['uncertain', 'failed'])
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n) return false
      const operation = await operationFacts(transaction, id)
      await this.#trail.append(
        transaction,
        recordOf(operation, { kind: 'operation.abandoned', actor: by, body: { reason } }),
      )
      return true
    })
    return isAbandoned ? this.#mustFind(id) : undefined
  }

  #books(transaction: Transaction<Database>) {
    return { transaction, trail: this.#trail, inventory: this.#inventory }
  }

  async #mustFind(id: string): Promise<StoredOperation> {
    const operation = await this.find(id)
    if (!operation) throw new Error(`operation ${id} is gone`)
    return operation
  }

  async #read(
    narrow: (query: ReturnType<typeof newestFirst>) => ReturnType<typeof newestFirst>,
  ): Promise<StoredOperation[]> {
    const operations = await narrow(newestFirst(this.#db)).execute()
    if (operations.length === 0) return []
    const steps = await this.#db
      .selectFrom('step')
      .selectAll()
      .where(
        'operation_id',
        'in',
        operations.map(({ id }) => id),
      )
      .orderBy('position')
      .execute()
    const byOperation = Map.groupBy(steps, ({ operation_id }) => operation_id)
    return operations.map((operation) =>
      operationOf(operation, byOperation.get(operation.id) ?? []),
    )
  }
}

interface Narrowable<Query> {
  where: (column: 'component_id' | 'kind' | 'state', is: '=', value: string) => Query
}

function narrowed<Query extends Narrowable<Query>>(
  query: Query,
  { component, kind, state }: Filter,
): Query {
  const wanted = [
    ['component_id', component],
    ['kind', kind],
    ['state', state],
  ] as const
  return wanted.reduce(
    (narrower, [column, value]) =>
      value === undefined ? narrower : narrower.where(column, '=', value),
    query,
  )
}

const newestFirst = (db: Kysely<Database>) =>
  db.selectFrom('operation').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc')

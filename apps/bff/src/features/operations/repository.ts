import type { Operation, Step, StepState, Verification } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { mayMove, stateOf } from './machine.ts'
import { operationRow, operationOf, stepRow } from './rows.ts'
import type { StoredOperation } from './stored-operation.ts'

/** Somebody else moved the step first, or gave its operation up: what was to be recorded no longer applies. */
export class StepMoved extends Error {
  override readonly name = 'StepMoved'
}

export interface Filter {
  component?: string | undefined
  state?: Operation['state'] | undefined
  limit?: number
}

/**
 * The operations in the database. Every change of a step is one transaction that also writes the
 * operation's derived state and gives its component free once the operation is closed.
 */
export class OperationRepository {
  readonly #db: Kysely<Database>

  constructor(db: Kysely<Database>) {
    this.#db = db
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
  async list({ component, state, limit = 100 }: Filter): Promise<StoredOperation[]> {
    return this.#read((query) => {
      const ofComponent =
        component === undefined ? query : query.where('component_id', '=', component)
      const ofState = state === undefined ? ofComponent : ofComponent.where('state', '=', state)
      return ofState.limit(limit)
    })
  }

  async count({ component, state }: Filter): Promise<number> {
    const all = this.#db.selectFrom('operation').select(({ fn }) => fn.countAll().as('count'))
    const ofComponent = component === undefined ? all : all.where('component_id', '=', component)
    const ofState = state === undefined ? ofComponent : ofComponent.where('state', '=', state)
    return Number((await ofState.executeTakeFirstOrThrow()).count)
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
    move: { from: StepState; to: StepState; reply?: Step['reply'] },
    nowMs: number,
  ): Promise<StoredOperation> {
    if (!mayMove(move.from, move.to))
      throw new StepMoved(`a step cannot go from ${move.from} to ${move.to}`)
    await this.#db.transaction().execute(async (transaction) => {
      const changed = await transaction
        .updateTable('step')
        .set({
          state: move.to,
          ...(move.reply !== undefined && { reply: JSON.stringify(move.reply) }),
          ...(move.to === 'running' ? { started_at: nowMs } : { finished_at: nowMs }),
        })
        .where('operation_id', '=', id)
        .where('position', '=', position)
        .where('state', '=', move.from)
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n)
        throw new StepMoved(`step ${position} of ${id} is no longer ${move.from}`)
      await this.#writeState(transaction, id, nowMs)
    })
    return this.#mustFind(id)
  }

  async verify(id: string, verification: Verification): Promise<StoredOperation> {
    await this.#db.updateTable('operation').set({ verification }).where('id', '=', id).execute()
    return this.#mustFind(id)
  }

  /** Closes an uncertain or failed operation; `undefined` where it is neither. */
  async abandon(id: string, reason: string, nowMs: number): Promise<StoredOperation | undefined> {
    const changed = await this.#db
      .updateTable('operation')
      .set({
        state: 'abandoned',
        open_component_id: null,
        abandoned_because: reason,
        finished_at: nowMs,
      })
      .where('id', '=', id)
      .where('state', 'in', ['uncertain', 'failed'])
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n ? this.#mustFind(id) : undefined
  }

  async #writeState(transaction: Transaction<Database>, id: string, nowMs: number) {
    const steps = await transaction
      .selectFrom('step')
      .select('state')
      .where('operation_id', '=', id)
      .execute()
    const state = stateOf(steps.map((step) => step.state))
    const isClosed = state === 'succeeded' || state === 'failed'
    const changed = await transaction
      .updateTable('operation')
      .set({ state, ...(isClosed && { open_component_id: null, finished_at: nowMs }) })
      .where('id', '=', id)
      .where('state', '<>', 'abandoned')
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new StepMoved(`${id} was given up`)
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

const newestFirst = (db: Kysely<Database>) =>
  db.selectFrom('operation').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc')

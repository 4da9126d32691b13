import type { Operation, Step, StepState, Verification } from '@wheelhouse/contract'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { mayMove, stateOf } from './machine.ts'
import type { Before } from './plans/plan.ts'

type Rows = { operation: Selectable<Database['operation']>; steps: Selectable<Database['step']>[] }

/** An operation as the engine holds it: the API's, with what the engine alone needs. */
export interface StoredOperation extends Operation {
  before: Before
  idempotencyKey: string
  requestSha256: string
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
      throw new Error(`a step cannot go from ${move.from} to ${move.to}`)
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
        throw new Error(`step ${position} of ${id} is no longer ${move.from}`)
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
    await transaction
      .updateTable('operation')
      .set({
        state,
        ...(isClosed && { open_component_id: null, finished_at: nowMs }),
        ...(state === 'failed' && { verification: 'unverifiable' }),
      })
      .where('id', '=', id)
      .execute()
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
      stored({ operation, steps: byOperation.get(operation.id) ?? [] }),
    )
  }
}

const newestFirst = (db: Kysely<Database>) =>
  db.selectFrom('operation').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc')

function operationRow(operation: StoredOperation): Database['operation'] {
  const { component } = operation
  return {
    id: operation.id,
    kind: operation.kind,
    component_id: component.id,
    open_component_id: component.id,
    cluster: component.cluster,
    component_kind: component.kind,
    component_name: component.name,
    before: operation.before && JSON.stringify(operation.before),
    state: operation.state,
    verification: operation.verification,
    actor: operation.actor,
    reason: operation.reason,
    abandoned_because: null,
    idempotency_key: operation.idempotencyKey,
    request_sha256: operation.requestSha256,
    created_at: Date.parse(operation.createdAt),
    finished_at: null,
  }
}

const stepRow = (step: Step, at: { operation: string; position: number }): Database['step'] => ({
  operation_id: at.operation,
  position: at.position,
  name: step.name,
  state: step.state,
  request: JSON.stringify(step.request),
  reply: null,
  started_at: null,
  finished_at: null,
})

function stored({ operation: row, steps }: Rows): StoredOperation {
  return {
    id: row.id,
    kind: row.kind,
    component: {
      id: row.component_id,
      cluster: row.cluster,
      kind: row.component_kind,
      name: row.component_name,
    },
    state: row.state,
    verification: row.verification,
    steps: steps.map(storedStep),
    actor: row.actor,
    reason: row.reason,
    abandonedBecause: row.abandoned_because,
    createdAt: new Date(row.created_at).toISOString(),
    finishedAt: iso(row.finished_at),
    // Written by this repository alone, from the same types.
    before: row.before === null ? null : (JSON.parse(row.before) as Before),
    idempotencyKey: row.idempotency_key,
    requestSha256: row.request_sha256,
  }
}

const storedStep = (row: Selectable<Database['step']>): Step => ({
  name: row.name,
  state: row.state,
  // As above.
  request: JSON.parse(row.request) as Step['request'],
  reply: row.reply === null ? null : (JSON.parse(row.reply) as Step['reply']),
  startedAt: iso(row.started_at),
  finishedAt: iso(row.finished_at),
})

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

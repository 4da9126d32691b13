import type { Operation, OperationKind, Step, StepState, Verification } from '@wheelhouse/contract'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { iso } from '../../time.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { askedOf, recordOf } from './audit-entries.ts'
import { mayMove, stateOf } from './machine.ts'
import { operationRow, operationOf, stepRow } from './rows.ts'
import type { StoredOperation } from './stored-operation.ts'

/** Somebody else moved the step first, or gave its operation up: what was to be recorded no longer applies. */
export class StepMoved extends Error {
  override readonly name = 'StepMoved'
}

export interface Filter {
  component?: string | undefined
  kind?: OperationKind | undefined
  state?: Operation['state'] | undefined
  limit?: number
}

/** What happens to a step, by the machine or by a person's decision. */
export interface Move {
  from: StepState
  to: StepState
  reply?: Step['reply']
  /** Of a migration: the name that the component has from now on. */
  newName?: string
  /** The call as it is sent: what was planned, with the new name in it. */
  request?: Step['request']
  /** Who decided it, and why; the machine's own moves have none. */
  decision?: { as: 'happened' | 'skipped' | 'again'; by: string; reason: string | null }
}

/**
 * The operations in the database. Every change of a step is one transaction that also writes the
 * operation's derived state, gives its component free once the operation is closed, and leaves its
 * record in the audit trail: no call leaves that is not on record in both.
 */
export class OperationRepository {
  readonly #db: Kysely<Database>
  readonly #trail: AuditTrail

  constructor(db: Kysely<Database>, trail: AuditTrail) {
    this.#db = db
    this.#trail = trail
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

  /** Those that gave their component a name, the oldest first. */
  async migrated(): Promise<StoredOperation[]> {
    return (await this.#read((query) => query.where('new_name', 'is not', null))).toReversed()
  }

  /** The newest first. */
  async list({ limit = 100, ...filter }: Filter): Promise<StoredOperation[]> {
    return this.#read((query) => narrowed(query, filter).limit(limit))
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
    await this.#db
      .transaction()
      .execute((transaction) => this.#move(transaction, { id, position, nowMs }, move))
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
      const before = await this.#stepRow(transaction, id, position - 1)
      if (before?.name === 'see-stopped' && before.state === 'succeeded')
        await this.#move(
          transaction,
          { id, position: position - 1, nowMs },
          {
            ...move,
            from: 'succeeded',
          },
        )
      await this.#move(transaction, { id, position, nowMs }, move)
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
      const operation = await this.#facts(transaction, id)
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
      const operation = await this.#facts(transaction, id)
      await this.#trail.append(
        transaction,
        recordOf(operation, { kind: 'operation.abandoned', actor: by, body: { reason } }),
      )
      return true
    })
    return isAbandoned ? this.#mustFind(id) : undefined
  }

  async #move(
    transaction: Transaction<Database>,
    { id, position, nowMs }: { id: string; position: number; nowMs: number },
    move: Move,
  ) {
    const { from, to, reply, newName, request, decision } = move
    if (!mayMove(from, to, decision ? 'person' : 'machine'))
      throw new StepMoved(`a step cannot go from ${from} to ${to}`)
    const step = await this.#stepRow(transaction, id, position)
    if (step?.state !== from) throw new StepMoved(`step ${position} of ${id} is no longer ${from}`)
    await transaction
      .updateTable('step')
      .set({ state: to, ...changesTo(to, step, nowMs) })
      .$if(request !== undefined, (query) => query.set({ request: JSON.stringify(request) }))
      .$if(reply !== undefined, (query) => query.set({ reply: JSON.stringify(reply) }))
      .$if(decision !== undefined && to !== 'pending', (query) =>
        query.set({ decision: JSON.stringify({ ...decision, at: iso(nowMs) }) }),
      )
      .where('operation_id', '=', id)
      .where('position', '=', position)
      .execute()
    if (newName !== undefined)
      await transaction
        .updateTable('operation')
        .set({ new_name: newName })
        .where('id', '=', id)
        .execute()
    await this.#writeState(transaction, id, { position, nowMs, move, step })
  }

  async #writeState(
    transaction: Transaction<Database>,
    id: string,
    { position, nowMs, move, step }: { position: number; nowMs: number; move: Move; step: StepRow },
  ) {
    const steps = await transaction
      .selectFrom('step')
      .select('state')
      .where('operation_id', '=', id)
      .execute()
    const state = stateOf(steps.map((one) => one.state))
    const isClosed = state === 'succeeded' || state === 'failed'
    const changed = await transaction
      .updateTable('operation')
      .set({
        state,
        ...(isClosed && { open_component_id: null, sealed: null, finished_at: nowMs }),
      })
      .where('id', '=', id)
      .where('state', '<>', 'abandoned')
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new StepMoved(`${id} was given up`)
    const operation = await this.#facts(transaction, id)
    await this.#trail.append(transaction, recordOf(operation, { position, move, step }))
    if (isClosed)
      await this.#trail.append(
        transaction,
        recordOf(operation, { kind: 'operation.ended', body: { state } }),
      )
  }

  #stepRow(transaction: Transaction<Database>, id: string, position: number) {
    return transaction
      .selectFrom('step')
      .selectAll()
      .where('operation_id', '=', id)
      .where('position', '=', position)
      .executeTakeFirst()
  }

  #facts(transaction: Transaction<Database>, id: string) {
    return transaction
      .selectFrom('operation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
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

type StepRow = Selectable<Database['step']>

/** What a move does to a step's own record: a new try puts the one before away. */
function changesTo(to: StepState, step: StepRow, nowMs: number): Partial<StepRow> {
  if (to === 'running') return { started_at: nowMs, attempt: step.attempt + 1 }
  if (to !== 'pending') return { finished_at: nowMs }
  const earlier = step.earlier === null ? [] : (JSON.parse(step.earlier) as unknown[])
  const { state, reply, started_at, finished_at } = step
  const before = {
    state,
    reply: reply === null ? null : (JSON.parse(reply) as unknown),
    startedAt: started_at === null ? null : iso(started_at),
    finishedAt: finished_at === null ? null : iso(finished_at),
  }
  return {
    earlier: JSON.stringify([...earlier, before]),
    reply: null,
    decision: null,
    started_at: null,
    finished_at: null,
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

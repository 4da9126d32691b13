import type { StepState } from '@wheelhouse/contract'
import type { Selectable, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { iso } from '../../../time.ts'
import type { AuditTrail } from '../../audit/trail.ts'
import type { Inventory } from '../../components/inventory.ts'
import { recordOf } from './audit-entries.ts'
import { mayMove, stateOf } from './machine.ts'
import type { Move } from './move.ts'

/** Somebody else moved the step first, or gave its operation up: what was to be recorded no longer applies. */
export class StepMoved extends Error {
  override readonly name = 'StepMoved'
}

/** Which step of which operation is moved, and when. */
export interface Place {
  id: string
  position: number
  nowMs: number
}

interface Books {
  transaction: Transaction<Database>
  trail: AuditTrail
  inventory: Pick<Inventory, 'rename'>
}

type StepRow = Selectable<Database['step']>

/**
 * Moves a step inside a transaction, and with it the operation's state, its lock and the audit trail.
 * Throws `StepMoved` for a move that the machine does not know or that somebody else made first.
 * Answers what is to be called once the transaction is committed.
 */
export async function moveIn(books: Books, place: Place, move: Move): Promise<() => void> {
  const { from, to, newName, decision } = move
  const { id, position } = place
  if (!mayMove(from, to, decision ? 'person' : 'machine'))
    throw new StepMoved(`a step cannot go from ${from} to ${to}`)
  const step = await findStep(books.transaction, place)
  if (step?.state !== from) throw new StepMoved(`step ${position} of ${id} is no longer ${from}`)
  await writeStep(books.transaction, { place, move, step })
  const renamed = newName === undefined ? () => {} : await writeNewName(books, place, newName)
  await writeState(books, { place, move, step })
  return renamed
}

/** The component has the new name from the moment on in which the migration is on record. */
async function writeNewName(
  { transaction, inventory }: Books,
  { id, nowMs }: Place,
  newName: string,
): Promise<() => void> {
  await transaction
    .updateTable('operation')
    .set({ new_name: newName })
    .where('id', '=', id)
    .execute()
  const { component_id, actor } = await operationFacts(transaction, id)
  return inventory.rename(transaction, component_id, {
    name: newName,
    operation: id,
    by: actor,
    nowMs,
  })
}

export const findStep = (
  transaction: Transaction<Database>,
  { id, position }: Pick<Place, 'id' | 'position'>,
) =>
  transaction
    .selectFrom('step')
    .selectAll()
    .where('operation_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()

export const operationFacts = (transaction: Transaction<Database>, id: string) =>
  transaction.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

interface Moved {
  place: Place
  move: Move
  /** As it was before. */
  step: StepRow
}

async function writeStep(
  transaction: Transaction<Database>,
  { place: { id, position, nowMs }, move: { to, reply, request, decision }, step }: Moved,
) {
  await transaction
    .updateTable('step')
    .set({ state: to, ...changesTo(to, step, nowMs) })
    .$if(request !== undefined, (query) => query.set({ request: JSON.stringify(request) }))
    .$if(reply !== undefined, (query) => query.set({ reply: JSON.stringify(reply) }))
    .$if(decision !== undefined && to !== 'pending', (query) =>
      query.set({ decision: JSON.stringify(decisionOf(decision, nowMs)) }),
    )
    .where('operation_id', '=', id)
    .where('position', '=', position)
    .execute()
}

async function writeState({ transaction, trail }: Books, { place, move, step }: Moved) {
  const { id, position, nowMs } = place
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
      ...(move.decision && { authority: move.decision.authority }),
      ...(isClosed && { open_component_id: null, sealed: null, finished_at: nowMs }),
    })
    .where('id', '=', id)
    .where('state', '<>', 'abandoned')
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new StepMoved(`${id} was given up`)
  const operation = await operationFacts(transaction, id)
  await trail.append(transaction, recordOf(operation, { position, move, step }))
  if (isClosed)
    await trail.append(
      transaction,
      recordOf(operation, { kind: 'operation.ended', body: { state } }),
    )
}

/** As the API shows it. */
const decisionOf = (decision: Move['decision'], nowMs: number) =>
  decision && { as: decision.as, by: decision.by, reason: decision.reason, at: iso(nowMs) }

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

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The tables of 002, as far as this migration reads and writes them. */
interface Before {
  step: {
    operation_id: string
    position: number
    name: string
    call: string | null
    attempt: number
    started_at: number | null
  }
  operation: { id: string; component_name: string }
}

/** Steps that can be sent again by a person's decision, what an operation asked for, and names that were. */
export const runbook: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    const column = (table: string) => schema.alterTable(table)
    await column('operation').addColumn('input', 'text').execute()
    await column('operation').addColumn('changes', 'text').execute()
    await column('operation').addColumn('new_name', 'varchar(512)').execute()
    await column('operation').addColumn('sealed', 'text').execute()
    await column('step').addColumn('call', 'text').execute()
    await column('step')
      .addColumn('attempt', 'integer', (it) => it.notNull().defaultTo(0))
      .execute()
    await column('step').addColumn('earlier', 'text').execute()
    await column('step').addColumn('decision', 'text').execute()

    await schema
      .createTable('former_name')
      .addColumn('id', 'varchar(32)', (it) => it.primaryKey())
      .addColumn('component_id', 'varchar(32)', (it) => it.notNull())
      .addColumn('cluster', 'varchar(63)', (it) => it.notNull())
      .addColumn('kind', 'varchar(16)', (it) => it.notNull())
      .addColumn('name', 'varchar(512)', (it) => it.notNull())
      .addColumn('since', 'bigint', (it) => it.notNull())
      .addColumn('until', 'bigint', (it) => it.notNull())
      .addColumn('operation_id', 'varchar(32)', (it) => it.notNull())
      .execute()
    await schema
      .createIndex('former_name_component')
      .on('former_name')
      .column('component_id')
      .execute()

    await nameStepsByWhatTheyDo(db)
  },
}

/** Until now there were two kinds of step, both of writers, and their calls were not kept. */
async function nameStepsByWhatTheyDo(db: Kysely<Before>) {
  const steps = await db
    .selectFrom('step')
    .innerJoin('operation', 'operation.id', 'step.operation_id')
    .select(['operation_id', 'position', 'name', 'component_name'])
    .execute()
  for (const { operation_id, position, name, component_name } of steps) {
    const verb = name === 'start-writer' ? 'start' : 'stop'
    const call = {
      method: 'POST',
      effect: 'write',
      path: `/applier/${verb}`,
      form: { applierName: component_name },
    }
    await db
      .updateTable('step')
      .set({ name: verb, call: JSON.stringify(call) })
      .where('operation_id', '=', operation_id)
      .where('position', '=', position)
      .execute()
  }
  await db.updateTable('step').set({ attempt: 1 }).where('started_at', 'is not', null).execute()
}

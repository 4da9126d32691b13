import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Notes, protection levels, and the lag of each component: one packed row for an hour of it. */
export const estate: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    const component = () => schema.alterTable('component')
    await component().addColumn('note', 'text').execute()
    await component().addColumn('note_by', 'varchar(255)').execute()
    await component().addColumn('note_at', 'bigint').execute()
    await component().addColumn('protection', 'varchar(16)').execute()

    await schema
      .createTable('cluster_setting')
      .addColumn('cluster', 'varchar(63)', (it) => it.primaryKey())
      .addColumn('protection', 'varchar(16)', (it) => it.notNull())
      .execute()

    await schema
      .createTable('lag_hour')
      .addColumn('component_id', 'varchar(32)', (it) => it.notNull())
      .addColumn('hour', 'integer', (it) => it.notNull())
      .addColumn('packed', 'blob', (it) => it.notNull())
      .addPrimaryKeyConstraint('lag_hour_of', ['component_id', 'hour'])
      .execute()
    await schema.createIndex('lag_hour_hour').on('lag_hour').column('hour').execute()
  },
}

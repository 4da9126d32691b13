import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const operations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('operation')
      .addColumn('id', 'varchar(32)', (column) => column.primaryKey())
      .addColumn('kind', 'varchar(32)', (column) => column.notNull())
      .addColumn('component_id', 'varchar(32)', (column) => column.notNull())
      .addColumn('open_component_id', 'varchar(32)', (column) => column.unique())
      .addColumn('cluster', 'varchar(63)', (column) => column.notNull())
      .addColumn('component_kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('component_name', 'varchar(512)', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('state', 'varchar(16)', (column) => column.notNull())
      .addColumn('verification', 'varchar(16)', (column) => column.notNull())
      .addColumn('actor', 'varchar(255)', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('abandoned_because', 'text')
      .addColumn('idempotency_key', 'varchar(128)', (column) => column.notNull().unique())
      .addColumn('request_sha256', 'varchar(64)', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('finished_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('operation_component')
      .on('operation')
      .columns(['component_id', 'created_at'])
      .execute()
    await db.schema.createIndex('operation_created').on('operation').column('created_at').execute()

    await db.schema
      .createTable('step')
      .addColumn('operation_id', 'varchar(32)', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('name', 'varchar(64)', (column) => column.notNull())
      .addColumn('state', 'varchar(16)', (column) => column.notNull())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('reply', 'text')
      .addColumn('started_at', 'bigint')
      .addColumn('finished_at', 'bigint')
      .addPrimaryKeyConstraint('step_position', ['operation_id', 'position'])
      .execute()
  },
}

import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('audit')
      // Given by us, one more than the record before: a second heir of the same record is refused here.
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'varchar(32)', (column) => column.notNull())
      .addColumn('actor', 'varchar(255)', (column) => column.notNull())
      .addColumn('cluster', 'varchar(63)')
      .addColumn('component_id', 'varchar(32)')
      .addColumn('component_kind', 'varchar(16)')
      .addColumn('component_name', 'varchar(512)')
      .addColumn('operation_id', 'varchar(32)')
      .addColumn('step', 'integer')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('prev_mac', 'varchar(64)', (column) => column.notNull())
      .addColumn('mac', 'varchar(64)', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('audit_at').on('audit').column('at').execute()
    await db.schema
      .createIndex('audit_component')
      .on('audit')
      .columns(['component_id', 'seq'])
      .execute()
    await db.schema
      .createIndex('audit_operation')
      .on('audit')
      .columns(['operation_id', 'seq'])
      .execute()
  },
}

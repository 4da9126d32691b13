import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const components: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('meta')
      .addColumn('key', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('value', 'varchar(255)', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('component')
      .addColumn('id', 'varchar(32)', (column) => column.primaryKey())
      .addColumn('cluster', 'varchar(63)', (column) => column.notNull())
      .addColumn('kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('name', 'varchar(512)', (column) => column.notNull())
      .addColumn('origin', 'varchar(16)', (column) => column.notNull())
      .addColumn('tracked_at', 'bigint', (column) => column.notNull())
      .addColumn('active_seen_at', 'bigint')
      .addUniqueConstraint('component_name', ['cluster', 'kind', 'name'])
      .execute()
  },
}

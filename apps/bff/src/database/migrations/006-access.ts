import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who can sign in, where they are signed in, their tokens, failed tries, and what was set for the product. */
export const access: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('user')
      .addColumn('id', 'varchar(32)', (it) => it.primaryKey())
      .addColumn('name', 'varchar(63)', (it) => it.notNull().unique())
      .addColumn('password', 'varchar(255)', (it) => it.notNull())
      .addColumn('grants', 'text', (it) => it.notNull())
      .addColumn('created_at', 'bigint', (it) => it.notNull())
      .addColumn('created_by', 'varchar(255)', (it) => it.notNull())
      .addColumn('seen_at', 'bigint')
      .addColumn('disabled_at', 'bigint')
      .execute()

    await schema
      .createTable('session')
      .addColumn('id', 'varchar(32)', (it) => it.primaryKey())
      .addColumn('token_sha256', 'varchar(64)', (it) => it.notNull().unique())
      .addColumn('user_id', 'varchar(32)', (it) => it.notNull())
      .addColumn('created_at', 'bigint', (it) => it.notNull())
      .addColumn('seen_at', 'bigint', (it) => it.notNull())
      .addColumn('ends_at', 'bigint', (it) => it.notNull())
      .addColumn('user_agent', 'varchar(255)', (it) => it.notNull())
      .addColumn('address', 'varchar(64)', (it) => it.notNull())
      .execute()
    await schema.createIndex('session_user').on('session').column('user_id').execute()

    await schema
      .createTable('api_token')
      .addColumn('id', 'varchar(32)', (it) => it.primaryKey())
      .addColumn('token_sha256', 'varchar(64)', (it) => it.notNull().unique())
      .addColumn('user_id', 'varchar(32)', (it) => it.notNull())
      .addColumn('name', 'varchar(63)', (it) => it.notNull())
      .addColumn('live_name', 'varchar(63)')
      .addColumn('grants', 'text', (it) => it.notNull())
      .addColumn('created_at', 'bigint', (it) => it.notNull())
      .addColumn('expires_at', 'bigint', (it) => it.notNull())
      .addColumn('seen_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .execute()
    await schema
      .createIndex('api_token_live_name')
      .unique()
      .on('api_token')
      .columns(['user_id', 'live_name'])
      .execute()

    await schema
      .createTable('sign_in_failure')
      .addColumn('id', 'varchar(32)', (it) => it.primaryKey())
      .addColumn('subject', 'varchar(80)', (it) => it.notNull())
      .addColumn('at', 'bigint', (it) => it.notNull())
      .execute()
    await schema
      .createIndex('sign_in_failure_subject')
      .on('sign_in_failure')
      .columns(['subject', 'at'])
      .execute()

    await schema
      .createTable('setting')
      .addColumn('key', 'varchar(63)', (it) => it.primaryKey())
      .addColumn('value', 'text', (it) => it.notNull())
      .execute()

    await schema.alterTable('operation').addColumn('authority', 'varchar(64)').execute()
    await schema
      .alterTable('cluster_setting')
      .addColumn('read_only', 'integer', (it) => it.notNull().defaultTo(0))
      .execute()
  },
}

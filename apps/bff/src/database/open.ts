import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ConfigError } from '../config/config.ts'
import { migrations } from './migrations/index.ts'
import { nodeSqlite } from './node-sqlite.ts'
import type { Database } from './schema.ts'

type Mode = 'demo' | 'real'

/**
 * Opens the database file, brings its schema up to date and makes sure that it belongs to this mode.
 * Throws a `ConfigError` where the folder can't be written, another process holds the file, or the
 * file is of the other mode.
 */
export async function openDatabase(file: string, mode: Mode): Promise<Kysely<Database>> {
  const sqlite = openFile(file)
  const database = new Kysely<Database>({
    dialect: new SqliteDialect({ database: nodeSqlite(sqlite) }),
  })
  try {
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest()
    if (error) throw unmigratable(error, file)
    await belongTo(database, mode, file)
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

function openFile(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const sqlite = new DatabaseSync(file, { timeout: 0 })
    // Exclusive before the first access, so that the kernel holds the file for this process alone.
    sqlite.exec(
      'PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF',
    )
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT')
    return sqlite
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(
      /locked|busy/iu.test(reason)
        ? `the data folder ${dirname(file)} is in use by another Wheelhouse: stop that one, or name another folder with WHEELHOUSE_DATA_DIR`
        : `the data folder ${dirname(file)} cannot be written (${reason}): name another with WHEELHOUSE_DATA_DIR`,
      { cause: error },
    )
  }
}

function unmigratable(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('corrupted migrations')) return error
  return new ConfigError(
    `the data folder ${dirname(file)} was written by another version of Wheelhouse: run that version, or name another folder with WHEELHOUSE_DATA_DIR`,
    { cause: error },
  )
}

async function belongTo(database: Kysely<Database>, mode: Mode, file: string) {
  const row = await database
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'mode')
    .executeTakeFirst()
  if (!row) {
    await database
      .insertInto('meta')
      .values([
        { key: 'mode', value: mode },
        { key: 'ready', value: 'yes' },
      ])
      .execute()
    return
  }
  if (row.value === mode) return
  throw new ConfigError(
    mode === 'real'
      ? `the data folder ${dirname(file)} holds a demo's data: name another with WHEELHOUSE_DATA_DIR`
      : `the data folder ${dirname(file)} holds the data of a real Cluster Manager, which a demo must not touch: name another with WHEELHOUSE_DATA_DIR`,
  )
}

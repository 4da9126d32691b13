import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase } from 'kysely'

const nothingChanged = { changes: 0, lastInsertRowid: 0 }

/**
 * Node's own SQLite under Kysely's `SqliteDialect`, which asks for the face of better-sqlite3.
 * A library for this exists, but its thousand lines hold a cache and presets that we would switch off.
 */
export function nodeSqlite(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      // Kysely hands on only what the repositories bind: strings, numbers, bytes, null.
      const bound = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bound(parameters)),
        run: (parameters) =>
          // Where the disk is full SQLite has rolled back by itself (sqlite.org/lang_transaction.html §3),
          // and the failure to do so again would hide why.
          sql === 'rollback' && !database.isTransaction
            ? nothingChanged
            : statement.run(...bound(parameters)),
        iterate: (parameters) => statement.iterate(...bound(parameters)),
      }
    },
  }
}

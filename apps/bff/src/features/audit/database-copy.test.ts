import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { nodeSqlite } from '../../database/node-sqlite.ts'
import { openDatabase } from '../../database/open.ts'
import type { Database } from '../../database/schema.ts'
import { onCopyOf } from './database-copy.ts'
import { AuditTrail } from './trail.ts'

const key = Buffer.alloc(32, 9)

test('a copy taken while the database is written is of one moment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-copy-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'wheelhouse.db')
  const db = await openDatabase(file, 'real')
  // A new write-ahead log every dozen records.
  await sql`PRAGMA wal_autocheckpoint=100`.execute(db)
  const trail = new AuditTrail({ db, key, clock: () => 0 })
  const body = { filler: 'x'.repeat(3_000) }
  const copied = new AbortController()
  const write = async () => {
    while (!copied.signal.aborted) {
      await trail.record({ kind: 'process.started', actor: 'wheelhouse', body })
      // A turn for the copier.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const writing = write()

  const reports = []
  for (let at = 0; at < 15; at += 1) {
    const { seq, mac } = await trail.head()
    reports.push(await onCopyOf(file, (copy) => verified(copy, { anchor: { seq, mac } })))
  }
  copied.abort()
  await writing

  expect(reports.filter(({ broken, integrity }) => broken || integrity !== 'ok')).toEqual([])
  expect((await trail.head()).seq).toBeGreaterThan(100)
  await db.destroy()
  const closed = await onCopyOf(file, (copy) => verified(copy, {}))
  expect(closed).toMatchObject({ integrity: 'ok', broken: null })
  expect(await readdir(folder)).toEqual(['wheelhouse.db'])
})

async function verified(copy: string, options: Parameters<AuditTrail['verify']>[0]) {
  const sqlite = new DatabaseSync(copy)
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: nodeSqlite(sqlite) }) })
  try {
    const integrity = sqlite.prepare('PRAGMA integrity_check').get()?.['integrity_check']
    const { broken } = await new AuditTrail({ db, key, clock: () => 0 }).verify(options)
    return { integrity, broken }
  } finally {
    await db.destroy()
  }
}

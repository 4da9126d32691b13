import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditRow, Link } from '../src/features/audit/chain.ts'
import type { AuditEntry } from '../src/features/audit/rows.ts'
import { AuditTrail } from '../src/features/audit/trail.ts'
import { openDatabase } from '../src/database/open.ts'
import type { Database } from '../src/database/schema.ts'
import { assure } from './assure.ts'

/** What somebody with the database file, but not the key, does to one record of several hundred. */

const records = 300
const key = Buffer.alloc(32, 9)
let folder: string
let db: Kysely<Database>
let trail: AuditTrail
let rows: AuditRow[]
let edits = 0
let undetected = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheelhouse-tamper-'))
  db = await openDatabase(join(folder, 'wheelhouse.db'), 'real')
  let nowMs = Date.parse('2026-01-01T00:00:00Z')
  trail = new AuditTrail({ db, key, clock: () => (nowMs += 1_000) })
  await db.transaction().execute(async (transaction) => {
    for (let at = 0; at < records; at += 1) await trail.append(transaction, entryOf(at))
  })
  rows = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
})
afterAll(async () => {
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
})

const component = { id: 'c1', cluster: 'main', kind: 'writer', name: 'p_tamper_source' } as const
const entryOf = (at: number): AuditEntry =>
  at % 3 === 0
    ? { kind: 'session.began', actor: 'alice', body: { user: 'alice' } }
    : { kind: 'step.intent', actor: 'bob', component, operation: 'o1', step: at, body: { n: at } }

/** Does something to the file, follows the chain as `pnpm audit:verify` does, and takes it back. */
async function isFound(
  tamper: (transaction: Transaction<Database>) => Promise<unknown>,
  { anchor }: { anchor?: Link } = {},
): Promise<boolean> {
  const undone = new Error('undone')
  let isBroken = false
  await db
    .transaction()
    .execute(async (transaction) => {
      await tamper(transaction)
      const seen = new AuditTrail({ db: transaction, key, clock: Date.now })
      isBroken = (await seen.verify({ ...(anchor && { anchor }) })).broken !== null
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return isBroken
}

async function expectFound(...given: Parameters<typeof isFound>) {
  edits += 1
  if (!(await isFound(...given))) undetected += 1
}

const change = (seq: number, values: Partial<AuditRow>) => (transaction: Transaction<Database>) =>
  transaction.updateTable('audit').set(values).where('seq', '=', seq).execute()

test('untouched it holds, also up to each of its records', async () => {
  expect(await isFound(async () => {})).toBe(false)
  for (const { seq, mac } of rows.filter(({ seq }) => seq % 50 === 0))
    expect(await isFound(async () => {}, { anchor: { seq, mac } })).toBe(false)
})

test('every record that is edited is found, whichever of its facts it is', async () => {
  for (const row of rows) {
    const values: Partial<AuditRow>[] = [
      { at: row.at + 1 },
      { kind: row.kind === 'step.intent' ? 'step.outcome' : 'step.intent' },
      { actor: `${row.actor} ` },
      { cluster: row.cluster === null ? 'main' : null },
      { component_name: row.component_name === null ? 'w' : `${row.component_name}2` },
      { operation_id: row.operation_id === null ? 'o1' : 'o2' },
      { step: (row.step ?? 0) + 1 },
      { body: `${row.body} ` },
      { mac: row.mac.replaceAll(/[0-7]/gu, '8') },
      { prev_mac: row.mac },
      { seq: row.seq + records },
    ]
    // Three of each, in turn, so that each fact is edited in each part of the chain.
    for (const at of [0, 4, 8]) {
      const edit = values[(row.seq + at) % values.length]
      if (edit) await expectFound(change(row.seq, edit))
    }
  }
  expect(undetected).toBe(0)
}, 60_000)

test('each record that is deleted is found, the last one by an anchor', async () => {
  const anchor = rows.at(-1)
  for (const { seq } of rows)
    await expectFound(
      (transaction) => transaction.deleteFrom('audit').where('seq', '=', seq).execute(),
      anchor && { anchor },
    )
  expect(undetected).toBe(0)
}, 60_000)

test('any two neighbours that change places are found, and a record that is put in anywhere', async () => {
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1]
    if (next)
      await expectFound(async (transaction) => {
        const { seq: _one, ...former } = row
        const { seq: _other, ...latter } = next
        await change(row.seq, latter)(transaction)
        await change(next.seq, former)(transaction)
      })
    await expectFound(async (transaction) => {
      await sql`update audit set seq = -seq where seq > ${row.seq}`.execute(transaction)
      await sql`update audit set seq = 1 - seq where seq < 0`.execute(transaction)
      await transaction
        .insertInto('audit')
        .values({ ...row, seq: row.seq + 1, prev_mac: row.mac })
        .execute()
    })
  }
  expect(undetected).toBe(0)
}, 60_000)

test('a tail of any length that is cut off is found by an anchor from before', async () => {
  const anchor = rows.at(-1)
  for (let left = 0; left < records; left += 7)
    await expectFound(
      (transaction) => transaction.deleteFrom('audit').where('seq', '>', left).execute(),
      anchor && { anchor },
    )
  expect(undetected).toBe(0)
  assure('audit-tampering', { records: rows.length, edits, undetected })
}, 60_000)

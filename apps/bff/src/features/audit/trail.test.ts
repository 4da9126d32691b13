import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditRecord } from '@wheelhouse/contract'
import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../database/open.ts'
import type { Database } from '../../database/schema.ts'
import { formats } from './export.ts'
import type { AuditEntry } from './rows.ts'
import { AuditTrail } from './trail.ts'

const key = Buffer.alloc(32, 7)
const component = { id: 'c1', cluster: 'main', kind: 'writer', name: 'p_100%_a' } as const
const started: AuditEntry = { kind: 'process.started', actor: 'wheelhouse', body: {} }
const asked: AuditEntry = {
  kind: 'operation.asked',
  actor: 'local',
  component,
  operation: 'o1',
  body: { reason: 'say "Übergabe" twice' },
}

let folder: string
let db: Kysely<Database>
let trail: AuditTrail
let nowMs: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheelhouse-trail-'))
  db = await openDatabase(join(folder, 'wheelhouse.db'), 'real')
  nowMs = Date.parse('2026-01-01T00:00:00Z')
  trail = new AuditTrail({ db, key, clock: () => nowMs })
})
afterEach(async () => {
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
})

const seqs = (records: AuditRecord[]) => records.map(({ seq }) => seq)
async function exported(...given: Parameters<AuditTrail['export']>): Promise<number[]> {
  const found: number[] = []
  for await (const { seq } of trail.export(...given)) found.push(seq)
  return found
}

test('an entry is shown as it was recorded', async () => {
  expect(await trail.record(asked)).toBe(1)

  expect(await trail.list({})).toEqual([
    {
      seq: 1,
      at: '2026-01-01T00:00:00.000Z',
      kind: 'operation.asked',
      actor: 'local',
      component,
      operation: 'o1',
      step: null,
      body: { reason: 'say "Übergabe" twice' },
      mac: (await trail.head()).mac,
    },
  ])
})

test('an entry stands or falls with the transaction that it is part of', async () => {
  await trail.record(started)
  const failing = db.transaction().execute(async (transaction) => {
    await trail.append(transaction, asked)
    throw new Error('the step could not be moved')
  })

  await expect(failing).rejects.toThrow('could not be moved')
  expect(await trail.count({})).toBe(1)
  await trail.record(asked)
  expect(await trail.verify()).toMatchObject({ records: 2, broken: null })
})

test('two hundred entries at once make one chain', async () => {
  const all = await Promise.all(
    Array.from({ length: 200 }, async (_, at) =>
      at % 2
        ? trail.record(started)
        : db.transaction().execute(async (transaction) => {
            await transaction
              .insertInto('meta')
              .values({ key: `test ${at}`, value: 'x' })
              .execute()
            return trail.append(transaction, asked)
          }),
    ),
  )

  expect(all.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 200 }, (_, at) => at + 1),
  )
  expect(await trail.verify()).toMatchObject({ records: 200, broken: null })
})

test('a second heir of a record is refused by the database', async () => {
  await trail.record(started)
  const heir = { ...(await db.selectFrom('audit').selectAll().executeTakeFirstOrThrow()) }

  await expect(db.insertInto('audit').values(heir).execute()).rejects.toThrow('UNIQUE')
})

test('what is changed in the database by hand is found', async () => {
  for (let at = 0; at < 1_200; at += 1) await trail.record(started)
  expect(await trail.verify()).toMatchObject({ records: 1_200, broken: null })

  await db.updateTable('audit').set({ actor: 'somebody' }).where('seq', '=', 1_100).execute()
  expect(await trail.verify()).toMatchObject({ records: 1_099, broken: { seq: 1_100 } })
  await db.deleteFrom('audit').where('seq', '=', 700).execute()
  expect(await trail.verify()).toMatchObject({ broken: { seq: 701, fault: 'gap' } })
  await db.deleteFrom('audit').where('seq', '<=', 3).execute()
  expect(await trail.verify()).toMatchObject({
    records: 0,
    broken: { seq: 4, reason: 'records 1 to 3 are missing before it' },
  })
})

test('the trail is narrowed by every fact', async () => {
  await trail.record(started)
  nowMs += 1_000
  await trail.record(asked)
  nowMs += 1_000
  await trail.record({
    ...asked,
    kind: 'step.intent',
    actor: 'wheelhouse',
    component: { ...component, id: 'c2', cluster: 'west', name: 'p_100x_b' },
    operation: 'o2',
    step: 0,
    body: {},
  })

  expect(seqs(await trail.list({}))).toEqual([3, 2, 1])
  expect(seqs(await trail.list({ component: 'c1' }))).toEqual([2])
  expect(seqs(await trail.list({ operation: 'o2' }))).toEqual([3])
  expect(seqs(await trail.list({ kind: 'process.started' }))).toEqual([1])
  expect(seqs(await trail.list({ actor: 'wheelhouse' }))).toEqual([3, 1])
  expect(seqs(await trail.list({ actor: 'wheelhouse', cluster: 'west' }))).toEqual([3])
  expect(seqs(await trail.list({ q: 'P_100%' }))).toEqual([2])
  expect(seqs(await trail.list({ q: 'say "Übergabe"' }))).toEqual([2])
  expect(seqs(await trail.list({ q: '!' }))).toEqual([])
  expect(seqs(await trail.list({ from: '2026-01-01T00:00:01Z' }))).toEqual([3, 2])
  expect(seqs(await trail.list({ to: '2026-01-01T01:00:01+01:00' }))).toEqual([1])
  expect(await trail.count({ component: 'c1' })).toBe(1)
})

test('a list goes on where the page before ended, an export is whole and in order', async () => {
  for (let at = 0; at < 1_001; at += 1) await trail.record(at % 2 ? asked : started)

  expect(seqs(await trail.list({}, { limit: 2 }))).toEqual([1_001, 1_000])
  expect(seqs(await trail.list({}, { limit: 2, before: 1_000 }))).toEqual([999, 998])
  expect(await trail.list({}, { before: 1 })).toEqual([])
  const whole = await exported({})
  expect(whole).toEqual(Array.from({ length: 1_001 }, (_, at) => at + 1))
  expect(await exported({ kind: 'operation.asked' }, { through: 6 })).toEqual([2, 4, 6])
})

test('a step of whose call nothing came back for long stands out, until something is known of it', async () => {
  const intent: AuditEntry = { ...asked, kind: 'step.intent', step: 0, body: {} }
  await trail.record(intent)
  await trail.record({ ...intent, operation: 'o2' })
  await trail.record({ ...intent, operation: 'o2', kind: 'step.outcome', actor: 'wheelhouse' })

  expect(await trail.count({ unfinished: 'true' })).toBe(0)
  nowMs += 150_001
  await trail.record({ ...intent, operation: 'o3' })
  const unfinished = await trail.list({ unfinished: 'true' })
  expect(unfinished).toMatchObject([{ seq: 1, isUnfinished: true }])
  expect(await exported({ unfinished: 'true' })).toEqual([1])
  expect((await trail.list({})).filter(({ isUnfinished }) => isUnfinished)).toEqual(unfinished)
  await trail.record({ ...intent, kind: 'step.outcome', actor: 'wheelhouse' })
  expect(await trail.count({ unfinished: 'true' })).toBe(0)
})

test('whether something can be put on record is tried, and leaves nothing behind', async () => {
  await trail.record(started)

  await trail.probe()

  expect(await trail.count({})).toBe(1)
  await sql`pragma max_page_count = 1`.execute(db)
  await expect(trail.probe()).rejects.toMatchObject({ errcode: 13 })
  await sql`pragma max_page_count = 1000000`.execute(db)
  await trail.probe()
  expect(await trail.verify()).toMatchObject({ records: 1, broken: null })
})

test('a name can forge no line: what it holds is written as what it is', async () => {
  const name = 'w\n{"seq":2,"kind":"session.began"}\r\u2028\u202E'
  await trail.record({ ...asked, component: { ...component, name }, body: { note: name } })

  const lines: string[] = []
  for await (const chunk of formats.jsonl.write(trail.export({}))) lines.push(String(chunk))

  expect(lines).toHaveLength(1)
  expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1)
  expect(await trail.list({})).toMatchObject([{ component: { name }, body: { note: name } }])
})

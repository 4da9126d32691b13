import { expect, test } from 'vitest'
import { breakAt, link, origin, verifyChain, type AuditRow, type Link } from './chain.ts'
import { rowOf } from './rows.ts'

const key = Buffer.alloc(32, 1)
const component = { id: 'c1', cluster: 'main', kind: 'writer', name: 'w' } as const

function logOf(length: number): AuditRow[] {
  const rows: AuditRow[] = []
  for (let seq = 1; seq <= length; seq += 1)
    rows.push(
      link(
        rowOf(
          {
            kind: 'step.intent',
            actor: 'local',
            component,
            operation: 'o1',
            step: seq,
            body: { path: `/p/${seq}` },
          },
          { seq, nowMs: 1_000 * seq },
        ),
        rows.at(-1) ?? origin,
        key,
      ),
    )
  return rows
}

const log = logOf(200)
/** Each record with the number of its place, its mac as it was. */
const renumbered = (rows: AuditRow[]) =>
  rows.map((row, at) => Object.assign(structuredClone(row), { seq: at + 1 }))
const brokenIn = async (rows: AuditRow[], anchor?: Link) =>
  (await verifyChain(rows, key, { anchor })).broken

test('an untouched log holds to its last record', async () => {
  expect(await verifyChain(log, key)).toEqual({ records: 200, last: log.at(-1), broken: null })
  expect(await verifyChain([], key)).toEqual({ records: 0, last: null, broken: null })
})

test('any fact of any record that was edited is found at that record', async () => {
  const edits: Partial<AuditRow>[] = [
    { at: 1 },
    { kind: 'step.outcome' },
    { actor: 'wheelhouse' },
    { cluster: 'other' },
    { cluster: null },
    { component_id: 'c2' },
    { component_kind: 'checker' },
    { component_name: 'x' },
    { operation_id: 'o2' },
    { step: null },
    { body: '{"path":"/p"}' },
    { prev_mac: '0'.repeat(64) },
    { mac: '0'.repeat(64) },
    { mac: '' },
  ]
  for (const [at, row] of log.entries()) {
    for (const edit of edits)
      expect(breakAt({ ...row, ...edit }, log[at - 1] ?? origin, key)?.fault).toBe('altered')
    const edited = log.with(at, { ...row, ...edits[at % edits.length] })
    expect(await brokenIn(edited)).toMatchObject({ seq: at + 1, fault: 'altered' })
  }
})

test('any record that was deleted is found as a gap', async () => {
  for (const at of log.keys())
    expect(await brokenIn(log.toSpliced(at, 1), log.at(-1))).toMatchObject({
      fault: 'gap',
      reason: expect.stringContaining(`record ${at + 1} is missing`),
    })
})

test('records that were renumbered to close a gap do not fit', async () => {
  for (const at of log.slice(1).keys()) {
    const closed = renumbered(log.toSpliced(at, 1))
    expect(await brokenIn(closed)).toMatchObject({ seq: at + 1, fault: 'altered' })
  }
})

test('any two records that changed places are found, with their numbers or without', async () => {
  for (const [at, row] of log.slice(1).entries()) {
    const before = log[at] ?? row
    const swapped = log.with(at, row).with(at + 1, before)
    expect(await brokenIn(swapped)).toMatchObject({ seq: at + 2, fault: 'gap' })
    expect(await brokenIn(renumbered(swapped))).toMatchObject({ seq: at + 1, fault: 'altered' })
  }
})

test('a record that was put in is found, wherever it is, also when it is a copy', async () => {
  for (const [at, row] of log.entries()) {
    expect(await brokenIn(log.toSpliced(at, 0, row, row))).toMatchObject({ fault: 'wrong order' })
    const { mac, seq } = row
    const forged = link({ ...row, seq: seq + 1 }, { seq, mac }, Buffer.alloc(32, 2))
    const inserted = renumbered(log.toSpliced(at + 1, 0, forged))
    expect(await brokenIn(inserted)).toMatchObject({
      seq: seq + 1,
      fault: 'altered',
    })
  }
})

test('an end that was cut off is told by an anchor that lies behind it', async () => {
  const anchor = { seq: 150, mac: log[149]?.mac.slice(0, 8) ?? '' }

  expect(await brokenIn(log.slice(0, 100))).toBeNull()
  expect(await brokenIn(log.slice(0, 100), anchor)).toEqual({
    seq: 101,
    fault: 'gap',
    reason: 'records 101 to 150 are missing at the end',
  })
  expect(await brokenIn(log, anchor)).toBeNull()
  expect(await brokenIn(log, { ...anchor, mac: '00000000' })).toMatchObject({ seq: 150 })
})

test('with another key nothing holds', async () => {
  expect((await verifyChain(log, Buffer.alloc(32, 3))).broken).toMatchObject({ seq: 1 })
})

import { text } from 'node:stream/consumers'
import type { AuditRecord } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { formats } from './export.ts'

const record: AuditRecord = {
  seq: 1,
  at: '2026-01-01T00:00:00.000Z',
  kind: 'component.tracked',
  actor: 'local',
  component: { id: 'c1', cluster: 'main', kind: 'writer', name: 'w' },
  operation: null,
  step: 0,
  body: { reason: 'two\nlines, "quoted"' },
  mac: 'ab',
}

async function* said(...records: AuditRecord[]) {
  yield* records
}

const named = (name: string): AuditRecord => ({
  ...record,
  body: {},
  component: { id: 'c1', cluster: 'main', kind: 'writer', name },
})

test('CSV has a column a fact, and the rest as JSON', async () => {
  expect(await text(formats.csv.write(said(record)))).toBe(
    'seq,at,kind,actor,cluster,componentId,componentKind,componentName,operation,step,body,mac\r\n' +
      '1,2026-01-01T00:00:00.000Z,component.tracked,local,main,c1,writer,w,,0,"{""reason"":""two\\nlines, \\""quoted\\""""}",ab\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a name like %j is no formula in a spreadsheet',
  async (name) => {
    const csv = await text(formats.csv.write(said(named(name))))

    expect(csv.replaceAll('"', '')).toContain(`,writer,'${name},`)
  },
)

test('JSON lines are the records as the API gives them', async () => {
  expect(await text(formats.jsonl.write(said(record, named('=1'))))).toBe(
    `${JSON.stringify(record)}\n${JSON.stringify(named('=1'))}\n`,
  )
})

test.each(['csv', 'jsonl'] as const)(
  'a trail that cannot be read on ends %s with that failure, not as if it were whole',
  async (format) => {
    async function* failing() {
      yield record
      throw new Error('disk I/O error')
    }

    await expect(text(formats[format].write(failing()))).rejects.toThrow('disk I/O error')
  },
)

import type {
  AuditRecord,
  Component,
  ImportResult,
  InventoryRow,
  ProblemBody,
} from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { startProduct } from './product.ts'

const nobody = 'http://127.0.0.1:9'
const nameOf = (topic: string) => `10.0.5.3-9000:p_${topic}_source-000-0:0000000001`
interface Imported {
  items: ImportResult[]
  total: number
}

async function product() {
  const started = await startProduct(nobody)
  onTestFinished(() => started.end())
  const read = (rows: unknown) =>
    started.send<Imported & ProblemBody>('POST', '/api/v1/inventory', { body: { rows } })
  const written = async () => (await started.get<{ items: InventoryRow[] }>('/inventory')).items
  return { ...started, read, written }
}

const row = (name: string, more: Partial<InventoryRow> = {}): InventoryRow => ({
  cluster: 'main',
  kind: 'writer',
  name,
  ...more,
})

test('each row of a file has its result, and what it says of a new name is taken', async () => {
  const { read, track, component, get } = await product()
  const [known = ''] = await track(nameOf('known'))

  const { status, body } = await read([
    row(nameOf('new'), { note: 'from the file', protection: 'high' }),
    row(nameOf('known'), { note: 'not taken', protection: 'low' }),
    row(nameOf('new')),
    row('a b'),
    row(nameOf('elsewhere'), { cluster: 'other' }),
    row('77', { kind: 'checker' }),
  ])

  expect(status).toBe(200)
  expect(body.total).toBe(6)
  const [id = '', checker = ''] = [body.items[0]?.id, body.items[5]?.id]
  expect(body.items).toEqual([
    { ...row(nameOf('new')), outcome: 'tracked', id },
    { ...row(nameOf('known')), outcome: 'already-tracked', id: known },
    { ...row(nameOf('new')), outcome: 'already-tracked', id },
    { ...row('a b'), outcome: 'refused', fault: 'whitespace' },
    { ...row(nameOf('elsewhere')), cluster: 'other', outcome: 'refused', isForeign: true },
    { ...row('77'), kind: 'checker', outcome: 'tracked', id: checker },
  ])
  expect(await component(id)).toMatchObject({
    origin: 'imported',
    note: { text: 'from the file', by: 'local' },
    protection: { level: 'high', isOwn: true },
  })
  expect(await component(known)).toMatchObject({ origin: 'pasted', note: null })
  const { items } = await get<{ items: AuditRecord[] }>('/audit?kind=component.tracked')
  expect(items.map(({ body: told }) => told)).toMatchObject([
    { cluster: 'main', kind: 'checker', origin: 'imported', names: ['77'] },
    {
      cluster: 'main',
      kind: 'writer',
      origin: 'imported',
      names: [nameOf('new')],
      annotated: [{ name: nameOf('new'), note: 'from the file', protection: 'high' }],
    },
    { cluster: 'main', kind: 'writer', origin: 'pasted', names: [nameOf('known')] },
  ])
})

test('what is written out of one installation is read into another', async () => {
  const [from, to] = [await product(), await product()]
  const rows = [
    row('90', { kind: 'checker' }),
    row(nameOf('a'), { note: '第一行\nsecond', protection: 'low' }),
    row(nameOf('b')),
  ]
  await from.read(rows.toReversed())

  const file = await from.written()
  const { body } = await to.read(file)

  expect(file).toEqual(rows)
  expect(body.items.map(({ outcome }) => outcome)).toEqual(['tracked', 'tracked', 'tracked'])
  expect(await to.written()).toEqual(file)
  const { items } = await from.get<{ items: AuditRecord[] }>('/audit?kind=inventory.exported')
  expect(items).toMatchObject([{ actor: 'local', body: { rows: 3 } }])
})

test('ten thousand rows of two kinds are taken at once, and not one more', async () => {
  const { read, get } = await product()
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    at % 2 === 0 ? row(nameOf(`many${at}`)) : row(String(at), { kind: 'checker' }),
  )

  const { status, body } = await read(rows)
  const tooMany = await read([...rows, row(nameOf('one'))])

  expect([status, body.total]).toEqual([200, 10_000])
  expect(body.items.every(({ outcome }) => outcome === 'tracked')).toBe(true)
  const { total } = await get<{ items: Component[]; total: number }>('/components?kind=checker')
  expect(total).toBe(5000)
  expect([tooMany.status, tooMany.body.field]).toEqual([400, 'body.rows'])
})

test('a file that is none is refused with its field, and nothing of it is tracked', async () => {
  const { read, written } = await product()
  const field = async (rows: unknown) => {
    const { status, body } = await read(rows)
    return [status, body.field]
  }
  const good = row(nameOf('good'))

  expect(await field([])).toEqual([400, 'body.rows'])
  expect(await field('name')).toEqual([400, 'body.rows'])
  expect(await field([good, { ...good, kind: 'store' }])).toEqual([400, 'body.rows.1.kind'])
  expect(await field([good, { ...good, name: 7 }])).toEqual([400, 'body.rows.1.name'])
  expect(await field([good, { ...good, note: 'x'.repeat(2001) }])).toEqual([
    400,
    'body.rows.1.note',
  ])
  expect(await field([{ ...good, host: 'h' }])).toEqual([400, 'body.rows.0.host'])
  expect(await written()).toEqual([])
})

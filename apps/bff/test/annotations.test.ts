import type { AuditRecord, Cluster, Component, ProblemBody } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from './process.ts'
import { startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

async function writer(lagSeconds = 5): Promise<Component> {
  number += 1
  const name = `10.0.5.1-9000:p_note${number}_source-000-0:0000000001`
  await simulator.control('POST', 'writers', { name, lagSeconds })
  const [id = ''] = await product.track(name)
  return until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )
}
const change = (id: string, body: unknown) =>
  product.send<Component & ProblemBody>('PATCH', `/api/v1/components/${id}`, { body })
const changeCluster = (id: string, body: unknown) =>
  product.send<Cluster & ProblemBody>('PATCH', `/api/v1/clusters/${id}`, { body })
const recordsOf = async (query: string) =>
  (await product.get<{ items: AuditRecord[] }>(`/audit?${query}`)).items.map(
    ({ kind, actor, component, body }) => ({ kind, actor, name: component?.name, body }),
  )

test('a note is shown to all with who wrote it, found by its words, and on record', async () => {
  const { id, name } = await writer()
  const text = '周五前不要动\nask "Übergabe" first'

  const { status, body } = await change(id, { note: ` ${text}\r\n` })
  const found = await product.get<{ items: Component[] }>('/components?q=übergabe')

  expect(status).toBe(200)
  expect(body.note).toEqual({ text, by: 'local', at: expect.any(String) })
  expect((await product.component(id)).note).toEqual(body.note)
  expect(found.items.map((one) => one.id)).toEqual([id])
  expect(await recordsOf(`component=${id}`)).toMatchObject([
    { kind: 'component.noted', actor: 'local', name, body: { note: text } },
  ])
})

test('a note of which nothing can be seen takes it away, as an empty one does', async () => {
  const { id } = await writer()
  await change(id, { note: '👩‍🚀' })

  const { status, body } = await change(id, { note: '\u200B \u2060\uFEFF\u3164\u2800' })

  expect(status).toBe(200)
  expect(body.note).toBeNull()
})

test('an empty note takes it away, and the same one twice is one', async () => {
  const { id } = await writer()
  await change(id, { note: 'once' })
  const first = await change(id, { note: 'once' })
  const again = await change(id, { note: 'once ' })
  const gone = await change(id, { note: '  ' })

  expect(again.body.note).toEqual(first.body.note)
  expect(gone.body.note).toBeNull()
  expect((await recordsOf(`component=${id}`)).map(({ body }) => body)).toMatchObject([
    { note: null },
    { note: 'once' },
  ])
})

test('what no eye can see and no database keeps is left out of a note', async () => {
  const { id } = await writer()

  const { body } = await change(id, { note: 'a\0b\u001bc\td\ne\ud800' })

  expect(body.note?.text).toBe('abc\td\ne\ufffd')
})

test('the level of a component wins over that of its cluster, and decides what is behind', async () => {
  const { id } = await writer(100)
  const seen = () => product.component(id)

  expect(await seen()).toMatchObject({
    protection: { level: 'medium', isOwn: false },
    lagThresholdSeconds: 300,
    verdict: 'running',
  })
  const own = await change(id, { protection: 'high' })
  expect(own.body).toMatchObject({
    protection: { level: 'high', isOwn: true },
    lagThresholdSeconds: 30,
  })
  expect(own.body.verdict).not.toBe('running')
  const cluster = await changeCluster('main', { protection: 'low' })
  expect(cluster).toMatchObject({ status: 200, body: { id: 'main', protection: 'low' } })
  expect(await seen()).toMatchObject({ protection: { level: 'high', isOwn: true } })
  const without = await change(id, { protection: null })
  expect(without.body).toMatchObject({
    protection: { level: 'low', isOwn: false },
    lagThresholdSeconds: 900,
    verdict: 'running',
  })
  await changeCluster('main', { protection: 'medium' })
  expect(await seen()).toMatchObject({ protection: { level: 'medium', isOwn: false } })

  expect((await recordsOf(`component=${id}`)).map(({ kind, body }) => [kind, body])).toMatchObject([
    ['component.protected', { protection: null, before: 'high' }],
    ['component.protected', { protection: 'high', before: null }],
  ])
  expect((await recordsOf('kind=cluster.protected')).map(({ body }) => body)).toMatchObject([
    { cluster: 'main', protection: 'medium', before: 'low' },
    { cluster: 'main', protection: 'low', before: 'medium' },
  ])
})

test('notes and levels outlast a restart', async () => {
  const dataDir = await temporaryFolder()
  const nobody = 'http://127.0.0.1:9'
  const first = await startProduct(nobody, { dataDir })
  const [id = ''] = await first.track('10.0.5.1-9000:p_kept_source-000-0:0000000001')
  const path = `/api/v1/components/${id}`
  await first.send('PATCH', path, { body: { note: 'kept', protection: 'low' } })
  await first.send('PATCH', '/api/v1/clusters/main', { body: { protection: 'high' } })
  const { note } = await first.component(id)
  await first.end()

  const second = await startProduct(nobody, { dataDir })
  onTestFinished(() => second.end())

  expect(await second.component(id)).toMatchObject({
    note,
    protection: { level: 'low', isOwn: true },
  })
  const { items } = await second.get<{ items: Cluster[] }>('/clusters')
  expect(items).toMatchObject([{ protection: 'high' }])
})

test('what is no note and no level is refused with its field, and nothing of it is on record', async () => {
  const { id } = await writer()
  const refused = async (answer: Promise<{ status: number; body: ProblemBody }>) => {
    const { status, body } = await answer
    return [status, body.field]
  }

  expect(await refused(change(id, { note: 'x'.repeat(2001) }))).toEqual([400, 'body.note'])
  expect(await refused(change(id, { note: null }))).toEqual([400, 'body.note'])
  expect(await refused(change(id, { protection: 'none' }))).toEqual([400, 'body.protection'])
  expect(await refused(change(id, { host: '10.0.0.1' }))).toEqual([400, 'body.host'])
  expect(await refused(change('nobody', { note: 'x' }))).toEqual([404, undefined])
  expect(await refused(changeCluster('nobody', { protection: 'low' }))).toEqual([404, undefined])
  expect(await refused(changeCluster('main', {}))).toEqual([400, 'body'])
  expect(await refused(changeCluster('main', { protection: null }))).toEqual([
    400,
    'body.protection',
  ])
  expect(await recordsOf(`component=${id}`)).toEqual([])
})

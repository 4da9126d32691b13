import {
  componentKinds,
  operationsOf,
  type AuditRecord,
  type Cluster,
  type OperationKind,
  type ProblemBody,
  type Session,
  type Settings,
} from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { assure } from './assure.ts'
import { decide, paused, settled, statesOf, tracked } from './estate.ts'
import { temporaryFolder } from './process.ts'
import { startProduct, type Product } from './product.ts'
import { eventsUntil } from './stream.ts'

let simulator: Simulator
let product: Product
let number = 0

/** Each way in which something of a CM could be changed, tried while it must not be. */
let ways = 0
/** What of it reached CM all the same. */
let sent = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const checker = '3000000001'
afterEach(async () => {
  await switchCluster(false)
  await switchProduct(false)
})

const connector = () => `10.0.8.1-9000:connector:p_careful${(number += 1)}-000-0:0000000001`
const switchCluster = (readOnly: boolean, of = product) =>
  of.send<Cluster & ProblemBody>('PATCH', '/api/v1/clusters/main', { body: { readOnly } })
const switchProduct = (readOnly: boolean, of = product) =>
  of.send<Settings & ProblemBody>('PATCH', '/api/v1/settings', { body: { readOnly } })
const cluster = async (of = product) => (await of.get<{ items: Cluster[] }>('/clusters')).items[0]
const records = async (kind: string, of = product) =>
  (await of.get<{ items: AuditRecord[] }>(`/audit?kind=${kind}`)).items

const inputs: Record<OperationKind, object> = {
  start: {},
  stop: {},
  configure: { input: { set: { 'dest.batch.size': '60' } } },
  rewind: { input: { checkpoint: 1_700_000_000 }, reason: 'to see' },
  migrate: { input: { host: '10.0.9.9' } },
  delete: { reason: 'to see' },
  recheck: {},
}

test('while a cluster or everything is switched off, no kind of change of any component is taken', async () => {
  const { control } = simulator
  const name = connector()
  await control('POST', 'connectors', { name, running: true })
  const ids = {
    connector: (await product.trackKind('connector', name))[0] ?? '',
    writer: (await product.track('10.0.8.1-9000:p_careful_source-000-0:0000000001'))[0] ?? '',
    checker: (await product.trackKind('checker', checker))[0] ?? '',
  }
  const before = (await simulator.writes()).length

  for (const off of [switchCluster, switchProduct]) {
    expect((await off(true)).body).toMatchObject({ readOnly: true })
    for (const kind of componentKinds)
      for (const operation of operationsOf[kind]) {
        expect(await product.refusal(ids[kind], operation, inputs[operation])).toMatchObject({
          status: 409,
          reason: 'cluster-read-only',
        })
        ways += 1
      }
    expect((await off(false)).body).toMatchObject({ readOnly: false })
  }

  sent += (await simulator.writes()).length - before
  expect(sent).toBe(0)
  expect((await settled(product, await product.operate(ids.connector, 'stop'))).state).toBe(
    'succeeded',
  )
})

for (const [what, off] of [
  ['its cluster', switchCluster],
  ['everything', switchProduct],
] as const)
  test(`an operation that is between two steps when ${what} is switched off sends nothing more`, async () => {
    const name = connector()
    const id = await tracked({ product, simulator }, { kind: 'connector', name })
    await simulator.control('POST', 'faults', {
      endpoint: 'POST /connector/task/stopByName',
      fault: 'slow',
      ms: 700,
      name,
    })
    const asked = await product.operate(id, 'configure', {
      input: { set: { 'dest.batch.size': '60' } },
    })

    await off(true)
    const halted = await paused(product, asked)
    const again = { step: 1, attempt: 1, reason: 'to see' }
    const retried = await decide(product, halted, 'retry', again)
    ways += 2
    const paths = (await simulator.writes(name)).map(({ path }) => path)
    sent += paths.length - 1 // the stop had left before
    await off(false)

    expect([halted.state, ...statesOf(halted)]).toEqual([
      'failed',
      'succeeded',
      'refused',
      'pending',
    ])
    expect(halted.steps[1]?.reply).toMatchObject({ status: null, failure: 'READ_ONLY' })
    expect(retried).toMatchObject({ status: 409, body: { reason: 'cluster-read-only' } })
    expect(paths).toEqual(['/connector/task/stopByName'])
    expect((await decide(product, halted, 'retry', again)).status).toBe(202)
    expect((await settled(product, halted)).state).toBe('succeeded')
    expect((await simulator.writes(name)).map(({ path }) => path)).toEqual([
      '/connector/task/stopByName',
      '/connector/task/updateByName',
      '/connector/task/startByName',
    ])
  })

test('who says that a cluster is read-only is told, its own switch before the one for all', async () => {
  const by = async () => {
    const { readOnly, readOnlyBy } = (await cluster()) ?? {}
    return [readOnly, readOnlyBy]
  }

  expect(await by()).toEqual([false, null])
  await switchProduct(true)
  expect(await by()).toEqual([true, 'product'])
  await switchCluster(true)
  expect(await by()).toEqual([true, 'setting'])
  await switchProduct(false)
  expect(await by()).toEqual([true, 'setting'])
  await switchCluster(false)
  expect(await by()).toEqual([false, null])
})

test('a switch is on record once, by whom, and whoever looks on is told at once', async () => {
  const told = eventsUntil(
    product.url,
    (event) => event.type === 'cluster.changed' && event.cluster.readOnlyBy === 'product',
  )
  const before = (await records('product.read-only')).length
  await switchProduct(true)
  await switchProduct(true)

  await told
  expect((await product.get<Session>('/session')).isReadOnly).toBe(true)
  await switchProduct(false)
  await Promise.all([switchCluster(true), switchCluster(true)])
  await switchCluster(false)
  expect((await product.get<Session>('/session')).isReadOnly).toBe(false)
  expect((await records('product.read-only')).slice(0, -before || undefined)).toMatchObject([
    { actor: 'local', body: { readOnly: false, before: true, address: '127.0.0.1' } },
    { actor: 'local', body: { readOnly: true, before: false } },
  ])
  expect((await records('cluster.read-only')).slice(0, 2)).toMatchObject([
    { actor: 'local', body: { cluster: 'main', readOnly: false, before: true } },
    { actor: 'local', body: { cluster: 'main', readOnly: true, before: false } },
  ])
})

test('two things that are set for a cluster at once both hold', async () => {
  const set = (body: object) => product.send('PATCH', '/api/v1/clusters/main', { body })

  await Promise.all([set({ readOnly: true }), set({ protection: 'high' })])

  expect(await cluster()).toMatchObject({ readOnly: true, protection: 'high' })
  await set({ readOnly: false, protection: 'medium' })
})

test('what is switched off stays so over a restart', async () => {
  const dataDir = await temporaryFolder()
  const first = await startProduct(simulator.url, { dataDir })
  await switchCluster(true, first)
  await switchProduct(true, first)
  await first.end()

  const second = await startProduct(simulator.url, { dataDir })
  onTestFinished(() => second.end())
  expect(await second.get('/settings')).toEqual({ readOnly: true, isReadOnlyConfigured: false })
  await switchProduct(false, second)
  expect(await cluster(second)).toMatchObject({ readOnly: true, readOnlyBy: 'setting' })
})

test('what the configuration switches off nobody switches on', async () => {
  const wrote = (await simulator.writes()).length
  const all = await startProduct(simulator.url, { readOnly: true })
  onTestFinished(() => all.end())
  const one = await startProduct(simulator.url, { cluster: { readOnly: true } })
  onTestFinished(() => one.end())
  const refused = {
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'body.readOnly', fault: 'configured' },
  }

  expect(await all.get('/settings')).toEqual({ readOnly: true, isReadOnlyConfigured: true })
  expect((await all.get<Session>('/session')).isReadOnly).toBe(true)
  expect(await switchProduct(false, all)).toMatchObject(refused)
  expect(await switchCluster(false, all)).toMatchObject(refused)
  expect(await switchCluster(false, one)).toMatchObject(refused)
  for (const careful of [all, one]) {
    expect(await cluster(careful)).toMatchObject({ readOnly: true, readOnlyBy: 'configuration' })
    expect(await records('cluster.read-only', careful)).toEqual([])
    const [id = ''] = await careful.trackKind('checker', checker)
    expect(await careful.refusal(id, 'stop')).toMatchObject({ reason: 'cluster-read-only' })
    ways += 1
  }
  sent += (await simulator.writes()).length - wrote
  expect(sent).toBe(0)
  assure('read-only', { ways, sent })
})

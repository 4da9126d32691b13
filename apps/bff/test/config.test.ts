import type { ComponentConfig, Operation } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, tracked } from './estate.ts'
import { startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url, { cluster: { callsPerSecond: 50 } })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const configOf = (id: string) => product.get<ComponentConfig>(`/components/${id}/config`)
const entryOf = (config: ComponentConfig, key: string) =>
  config.entries.find((entry) => entry.key === key)
const endedWith = async (operation: Operation) => settled(product, operation)

async function connector() {
  number += 1
  const name = `10.0.4.1-9000:connector:p_config${number}-000-0:0000000001`
  return { name, id: await tracked({ product, simulator }, { kind: 'connector', name }) }
}

test("a writer's configuration is what CM says, its passwords and unknown keys cut, blanks kept", async () => {
  const name = '10.0.4.2-9000:p_config-000-0:0000000001'
  const cfg = { brand_new: ' a = b ', 'brand.new.token': 'hush', empty: '' }
  await simulator.control('POST', 'writers', { name, status: 'stopped', active: false, cfg })
  const [id = ''] = await product.track(name)
  await until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )

  const config = await configOf(id)

  expect(config).toMatchObject({ source: 'observed', subtopics: [] })
  expect(config.observedAt).not.toBeNull()
  const entry = (key: string) => entryOf(config, `JDBCWriter.${key}`)
  expect(entry('worker_num')).toMatchObject({ value: '16', secret: false, sent: null })
  expect(entry('useMultiExecute')?.value).toBe('false ')
  for (const key of ['brand_new', 'sync_password', 'binlog_password', 'brand.new.token'])
    expect(entry(key)).toMatchObject({ value: null, secret: true })

  const set = { 'JDBCWriter.worker_num': '24', 'JDBCWriter.brand_new': 'c' }
  const { changes } = await product.plan(id, 'configure', { input: { set } })
  const operation = await product.operate(id, 'configure', { input: { set, start: false } })
  expect(await endedWith(operation)).toMatchObject({ verification: 'verified' })
  const after = await configOf(id)

  expect(changes).toEqual([
    { key: 'JDBCWriter.worker_num', before: '16', after: '24', secret: false },
    { key: 'JDBCWriter.brand_new', before: null, after: null, secret: true },
  ])
  expect(entryOf(after, 'JDBCWriter.worker_num')).toMatchObject({
    value: '24',
    sent: { at: operation.createdAt, operation: operation.id },
  })
  expect(entryOf(after, 'JDBCWriter.retry_sleep')).toMatchObject({ value: '5', sent: null })
  const [update] = await simulator.writes(name)
  expect(update?.body).toEqual({ applierName: name, ...set })
  const { writers } = await simulator.world()
  expect(writers.find((writer) => writer.name === name)?.cfg).toMatchObject({
    ...cfg,
    brand_new: 'c',
    worker_num: '24',
  })
}, 60_000)

test('of a connector only what was sent and accepted is told, without secrets', async () => {
  const { id, name } = await connector()
  const empty = await configOf(id)
  const first = { 'dest.batch.size': '20', 'dest.never.heard.of': '{"a": 1}' }
  const second = { 'dest.batch.size': '40', 'dest.sasl.password': 'hush-hush' }

  await endedWith(await product.operate(id, 'configure', { input: { set: first } }))
  const { id: newest } = await endedWith(
    await product.operate(id, 'configure', { input: { set: second } }),
  )
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /connector/task/updateByName',
    fault: 'reject',
    name,
  })
  await endedWith(
    await product.operate(id, 'configure', { input: { set: { 'dest.batch.size': '60' } } }),
  )
  const config = await configOf(id)

  expect(empty).toEqual({
    source: 'sent',
    observedAt: null,
    entries: [],
    subtopics: [`p_config${number}-000-0`],
  })
  expect(config.entries).toHaveLength(3)
  expect(entryOf(config, 'dest.batch.size')).toMatchObject({ value: '40', secret: false })
  expect(entryOf(config, 'dest.never.heard.of')).toMatchObject({
    value: null,
    secret: true,
  })
  expect(entryOf(config, 'dest.sasl.password')).toMatchObject({ value: null, secret: true })
  expect(entryOf(config, 'dest.batch.size')?.sent?.operation).toBe(newest)
  const { connectors } = await simulator.world()
  expect(connectors.find((one) => one.name === name)?.config.dest).toMatchObject({
    'batch.size': '40',
    'never.heard.of': '{"a": 1}',
    'sasl.password': 'hush-hush',
    'kafka.version': '2.0',
  })
})

test('of a checker as well', async () => {
  const name = '64000'
  const id = await tracked({ product, simulator }, { kind: 'checker', name })
  const set = { 'limitator.queue.size': '64', 'datasource.image.password': 'hush' }

  await endedWith(await product.operate(id, 'configure', { input: { set } }))

  const { source, subtopics, entries } = await configOf(id)
  expect([source, subtopics]).toEqual(['sent', []])
  expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toEqual({
    ...set,
    'datasource.image.password': null,
  })
  const { checkers } = await simulator.world()
  expect(checkers.find(({ taskId }) => taskId === name)?.config).toMatchObject(set)
})

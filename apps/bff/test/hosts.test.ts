import type { Host, ProblemBody } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle, settled, tracked } from './estate.ts'
import { startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const nameOf = (host: string, topic: string, kind = '') =>
  `${host}-9000:${kind}p_${topic}_source-000-0:0000000001`
const hosts = async (query = '') => (await product.get<{ items: Host[] }>(`/hosts${query}`)).items
const hostOf = async (host: string) => (await hosts()).find((one) => one.host === host)

async function writer(host: string, topic: string, more: object = {}) {
  const name = nameOf(host, topic)
  await simulator.control('POST', 'writers', { name, ...more })
  const [id = ''] = await product.track(name)
  await until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )
  return id
}

test('a host on which a component was seen at work is alive, whatever others do there', async () => {
  await writer('10.0.3.1', 'atwork')
  await writer('10.0.3.1', 'idle', { status: 'stopped', active: false })
  await product.trackKind('connector', nameOf('10.0.3.1', 'blind', 'connector:'))

  const host = await hostOf('10.0.3.1')

  expect(host).toMatchObject({
    cluster: 'main',
    components: 3,
    kinds: { writer: 2, connector: 1 },
    verdicts: { running: 1, stopped: 1, 'not-observable': 1 },
    state: 'alive',
    heapMegabytes: null,
    heapsKnown: 0,
  })
  expect(Date.now() - Date.parse(host?.lastSeenAt ?? '')).toBeLessThan(60_000)
})

test('a host is silent where components should run and none was seen to, and stands before the others', async () => {
  await writer('10.0.3.2', 'silent', { status: 'running', active: false })
  await writer('10.0.3.3', 'atwork')

  expect((await hostOf('10.0.3.2'))?.state).toBe('silent')
  expect((await hosts())[0]?.host).toBe('10.0.3.2')
})

test('of a host on which nothing should run, or can be seen, nothing is known', async () => {
  await writer('10.0.3.4', 'stopped', { status: 'stopped', active: false })
  await product.trackKind('connector', nameOf('10.0.3.5', 'blind', 'connector:'))

  expect((await hostOf('10.0.3.4'))?.state).toBe('unknown')
  expect(await hostOf('10.0.3.5')).toMatchObject({ state: 'unknown', lastSeenAt: null })
})

test('heaps that we have set are summed up, and of how many components they are', async () => {
  const names = ['one', 'two', 'three'].map((topic) => nameOf('10.0.3.6', topic, 'connector:'))
  const ids = []
  for (const name of names)
    ids.push(await tracked({ product, simulator }, { kind: 'connector', name }))
  const set = async (id: string | undefined, flags: string) =>
    settled(
      product,
      await product.operate(id ?? '', 'configure', {
        input: { set: { 'coordinator.connector_jvm_param': flags } },
      }),
    )

  await set(ids[0], '-Xms4g -Xmx6g -Xmn2g')
  await set(ids[1], '-Xmx512m')

  expect(await hostOf('10.0.3.6')).toMatchObject({
    components: 3,
    heapMegabytes: 6656,
    heapsKnown: 2,
  })
})

test('hosts can be asked for of one cluster', async () => {
  await settle(simulator, { kind: 'writer', name: nameOf('10.0.3.7', 'any') })

  expect(await hosts('?cluster=other')).toEqual([])
  expect((await hosts('?cluster=main')).length).toBeGreaterThan(0)
  const { status, body } = await product.send<ProblemBody>('GET', '/api/v1/hosts?zone=1')
  expect([status, body.field]).toEqual([400, 'query.zone'])
})

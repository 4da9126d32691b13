import type { Cluster } from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, until, type Product } from './product.ts'
import { eventsUntil } from './stream.ts'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'

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

const nameOf = (topic: string) => `10.0.0.1-9000:p_${topic}_source-000-0:0000000001`

async function trackNew(topic: string, writer: object = {}) {
  await simulator.control('POST', 'writers', { name: nameOf(topic), ...writer })
  const [id = ''] = await product.track(nameOf(topic))
  return id
}

const seen = (id: string) =>
  until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )

test('a tracked writer is read and shown with its lag, host and three separate facts', async () => {
  const id = await trackNew('plain', { lagSeconds: 42, status: 'running', active: true })

  const writer = await seen(id)

  expect(writer).toMatchObject({
    host: '10.0.0.1',
    identity: 'p_plain_source-000-0',
    status: 'running',
    active: true,
  })
  expect(writer.lagSeconds).toBeGreaterThanOrEqual(40)
  expect(writer.lagSeconds).toBeLessThan(60)
  expect(
    Math.abs(
      Date.parse(writer.observedAt ?? '') / 1000 -
        (writer.checkpoint ?? 0) -
        (writer.lagSeconds ?? 0),
    ),
  ).toBeLessThan(1)
})

test('a writer that should run and does not is abnormal, one that CM calls stopped is stopped', async () => {
  const abnormal = await trackNew('abnormal', { status: 'running', active: false })
  const stopped = await trackNew('stopped', { status: 'stopped', active: false })

  expect((await seen(abnormal)).verdict).toBe('abnormal')
  expect((await seen(stopped)).verdict).toBe('stopped')
})

test('an undocumented status word is shown verbatim and judged unknown', async () => {
  const id = await trackNew('word', { status: 'WARMING_UP', active: true })

  expect(await seen(id)).toMatchObject({ status: 'WARMING_UP', verdict: 'unknown' })
})

test('a checkpoint ahead of the clock gives a negative lag', async () => {
  const id = await trackNew('ahead', { lagSeconds: -30 })

  expect((await seen(id)).lagSeconds).toBeLessThan(-20)
})

test('a name that CM does not know stays unknown, with what CM said', async () => {
  const [id = ''] = await product.track(nameOf('nowhere'))

  const writer = await until(
    () => product.component(id),
    ({ failure }) => failure !== null,
  )

  expect(writer).toMatchObject({
    verdict: 'unknown',
    failure: { code: 'REJECTED' },
    observedAt: null,
    lagSeconds: null,
  })
})

test('a name is tracked once, a bad one is refused with its fault, and the rest is taken', async () => {
  const names = [
    nameOf('twice'),
    nameOf('twice'),
    'a b',
    '',
    'x'.repeat(513),
    'one&two',
    '<script>',
  ]

  const { body } = await product.send<{ items: { outcome: string; fault?: string }[] }>(
    'POST',
    '/api/v1/components',
    { body: { cluster: 'main', kind: 'writer', names } },
  )

  expect(body.items.map(({ outcome, fault }) => fault ?? outcome)).toEqual([
    'tracked',
    'already-tracked',
    'whitespace',
    'empty',
    'too-long',
    'reserved-character',
    'tracked',
  ])
})

test('the list is worst first and can be narrowed', async () => {
  const abnormal = await trackNew('order-abnormal', { status: 'running', active: false })
  const running = await trackNew('order-needle', { lagSeconds: 5 })
  await Promise.all([seen(abnormal), seen(running)])

  const all = await product.get<{ items: { id: string }[] }>('/components?q=order-')
  const found = await product.get<{ items: { id: string }[]; total: number }>(
    '/components?q=ORDER-NEEDLE&cluster=main',
  )

  expect(all.items.map(({ id }) => id)).toEqual([abnormal, running])
  expect(found).toMatchObject({ total: 1, items: [{ id: running }] })
})

test('an untracked component is gone, and its name can be tracked again', async () => {
  const id = await trackNew('untracked')

  expect((await product.send('DELETE', `/api/v1/components/${id}`)).status).toBe(204)

  expect((await product.send('GET', `/api/v1/components/${id}`)).status).toBe(404)
  expect(await product.track(nameOf('untracked'))).not.toEqual([id])
})

test('answers that are no answer leave the last reading, with its age and why', async () => {
  const id = await trackNew('garbled', { lagSeconds: 5 })
  const before = await seen(id)
  await simulator.control('POST', 'faults', {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'html',
    name: nameOf('garbled'),
    calls: 1000,
  })

  const writer = await until(
    () => product.component(id),
    ({ failure }) => failure !== null,
  )

  expect(writer.failure?.code).toBe('BAD_BODY')
  expect(writer.checkpoint).toBeGreaterThanOrEqual(before.checkpoint ?? 0)
  expect(writer.verdict).toBe('unknown')
  await simulator.control('DELETE', 'faults')
})

test('a CM that dies makes its rows unreachable within 15 s, with their age; when it is back, so are they', async () => {
  const mortal = await launchSimulator({ scenario: 'hundred' })
  const { writers } = (await mortal.control('GET', 'world')) as { writers: { name: string }[] }
  const watcher = await startProduct(mortal.url, {
    inventory: [{ cluster: 'main', kind: 'writer', names: writers.map(({ name }) => name) }],
  })
  const list = () =>
    watcher.get<{ items: { verdict: string; observedAt: string; failure: unknown }[] }>(
      '/components',
    )
  await until(
    list,
    ({ items }) => items.length === 100 && items.every(({ verdict }) => verdict === 'running'),
  )

  await mortal.end()
  const dead = await until(
    list,
    ({ items }) => items.every(({ verdict }) => verdict === 'unreachable'),
    15_000,
  )

  expect(dead.items.every(({ observedAt }) => observedAt !== null)).toBe(true)
  const clusters = await watcher.get<{ items: Cluster[] }>('/clusters')
  expect(clusters.items).toMatchObject([
    { reachability: 'unreachable', failure: { code: 'NOT_SENT' } },
  ])
  expect((await watcher.send('GET', '/readyz')).status).toBe(200)

  const risen = await launchSimulator({ scenario: 'hundred', port: mortal.port })
  await until(list, ({ items }) => items.every(({ verdict }) => verdict === 'running'), 15_000)
  await watcher.end()
  await risen.end()
}, 60_000)

test('CM is asked inside its budget, as often with twenty browsers as with none', async () => {
  const simulated = await launchSimulator({ scenario: 'hundred' })
  const { writers } = (await simulated.control('GET', 'world')) as { writers: { name: string }[] } // as its route answers
  const watcher = await startProduct(simulated.url, {
    cluster: { callsPerSecond: 20, inFlight: 4 },
    inventory: [{ cluster: 'main', kind: 'writer', names: writers.map(({ name }) => name) }],
  })
  const callsIn = async (ms: number) => {
    await simulated.control('DELETE', 'calls')
    await new Promise((resolve) => setTimeout(resolve, ms)) // the count of a span of time needs the span
    return ((await simulated.control('GET', 'calls')) as { items: unknown[] }).items.length
  }

  const alone = await callsIn(3_000)
  const browsers = Array.from({ length: 20 }, () =>
    eventsUntil(watcher.url, () => false).catch(() => []),
  )
  await Promise.all(Array.from({ length: 20 }, () => watcher.get('/components')))
  const watched = await callsIn(3_000)
  await watcher.end()
  await Promise.all(browsers)
  await simulated.end()

  for (const calls of [alone, watched]) {
    expect(calls).toBeLessThanOrEqual(3 * 20 + 2)
    expect(calls).toBeGreaterThan(20)
  }
}, 60_000)

import type { Cluster } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, startProcess, temporaryFolder, trackRunning } from './process.ts'
import { freshKey, isReadSinceCommand, startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product
let name: string
let id: string
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url, { cluster: { timeouts: { writeMs: 400 } } })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})
beforeEach(async () => {
  number += 1
  name = `10.0.0.4-9000:p_truth${number}_source-000-0:0000000001`
  await simulator.control('POST', 'writers', { name, lagSeconds: 5 })
  ;[id = ''] = await product.track(name)
  await until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )
})

const fault = (endpoint: string, kind: string, more: object = {}) =>
  simulator.control('POST', 'faults', { endpoint, fault: kind, name, ...more })
const crash = () => simulator.control('PATCH', 'writers', { name, active: false })
const readAgain = async () => {
  const { observedAt } = await product.component(id)
  return until(
    () => product.component(id),
    (component) => component.observedAt !== observedAt && component.failure === null,
  )
}

test('a writer that crashed by itself does not prove that a lost stop was carried out', async () => {
  await fault('POST /applier/stop', 'hang', { when: 'before' })
  const operation = await product.operate(id, 'stop')
  await crash()
  await until(
    () => product.operation(operation.id),
    ({ state }) => state === 'uncertain',
  )

  // Enough readings, far enough apart, for an effect to be believed if this were one.
  const { observedAt } = await readAgain()
  await until(
    () => product.component(id),
    (component) => Date.parse(component.observedAt ?? '') - Date.parse(observedAt ?? '') > 5_000,
  )

  expect(await product.operation(operation.id)).toMatchObject({
    state: 'uncertain',
    verification: 'pending',
  })
  expect((await product.component(id)).verdict).toBe('needs-you')
})

test('a second start does not verify the first one, which CM only said it did', async () => {
  await simulator.control('PATCH', 'writers', { name, status: 'stopped', active: false })
  await until(
    () => product.component(id),
    ({ verdict }) => verdict === 'stopped',
  )
  await fault('POST /applier/start', 'lie-success')
  const first = await product.operate(id, 'start')
  await until(
    () => product.operation(first.id),
    ({ state }) => state === 'succeeded',
  )
  await until(() => product.component(id), isReadSinceCommand)

  const second = await product.operate(id, 'start')
  await until(
    () => product.operation(second.id),
    ({ verification }) => verification === 'verified',
  )

  expect((await product.operation(first.id)).verification).toBe('unverifiable')
})

test('an old stop of ours does not explain a crash, after a restart neither', async () => {
  const dataDir = await temporaryFolder()
  const first = await startProduct(simulator.url, { dataDir })
  const [writer = ''] = await first.track(name)
  const verdictIn = (where: Product, verdict: string) =>
    until(
      () => where.component(writer),
      (component) => component.verdict === verdict,
    )
  await verdictIn(first, 'running')
  await first.operate(writer, 'stop')
  await verdictIn(first, 'stopped')
  await simulator.control('PATCH', 'writers', { name, status: 'running', active: true })
  await verdictIn(first, 'running')
  await crash()
  await verdictIn(first, 'abnormal')
  await first.end()

  const second = await startProduct(simulator.url, { dataDir })
  const seen = await until(
    () => second.component(writer),
    ({ observedAt }) => observedAt !== null,
  )
  await second.end()

  expect(seen.verdict).toBe('abnormal')
})

test('a host that hangs takes neither its CM nor the others from sight', async () => {
  const estate = await launchSimulator({ scenario: 'hundred' })
  const { writers } = (await estate.control('GET', 'world')) as { writers: { name: string }[] } // as its route answers
  const names = writers.map((writer) => writer.name)
  const hanging = names.slice(0, 30)
  const watcher = await startProduct(estate.url, {
    cluster: { callsPerSecond: 50, timeouts: { readMs: 1_000 } },
    inventory: [{ cluster: 'main', kind: 'writer', names }],
  })
  const reached: string[] = []
  const list = async () => {
    const clusters = await watcher.get<{ items: Cluster[] }>('/clusters')
    reached.push(clusters.items[0]?.reachability ?? '')
    return watcher.get<{ items: { name: string; verdict: string }[] }>('/components')
  }

  await until(list, ({ items }) => items.every(({ verdict }) => verdict === 'running'))
  for (const writer of hanging)
    await estate.control('POST', 'faults', {
      endpoint: 'GET /JDBCWriter/detail',
      fault: 'hang',
      name: writer,
      calls: 1000,
    })

  const { items } = await until(
    list,
    (components) =>
      components.items.filter(({ verdict }) => verdict === 'running').length === 70 &&
      components.items.filter(({ verdict }) => verdict === 'unreachable').length === 30,
    45_000, // each has to be silent twice, for a second each time, on half of the slots
  )
  await watcher.end()
  await estate.end()

  expect(
    items
      .filter(({ verdict }) => verdict === 'unreachable')
      .map((item) => item.name)
      .toSorted(),
  ).toEqual(hanging.toSorted())
  expect(reached).not.toContain('unreachable')
}, 60_000)

test('a call that is still out twenty seconds after SIGTERM is on record as uncertain, and the end is clean', async () => {
  const dataDir = await temporaryFolder()
  const args = ['--cm-url', simulator.url, '--data-dir', dataDir]
  const first = startProcess(args)
  const url = await first.url()
  const component = await trackRunning(url, name)
  await fault('POST /applier/stop', 'hang', { when: 'before' })
  const operation = await ask<{ id: string }>(url, '/operations', { component, kind: 'stop' })
  await until(
    () => simulator.writes(name),
    (writes) => writes.length === 1,
  )

  first.child.kill('SIGTERM')

  expect(await first.exit).toEqual([0, null])
  const again = await startProcess(args).url()
  expect(await ask(again, `/operations/${operation.id}`)).toMatchObject({
    state: 'uncertain',
    steps: [{ reply: { failure: 'PROCESS_ENDED' } }],
  })
  expect(await simulator.writes(name)).toHaveLength(1)
}, 60_000)

test('what no eye can see, and half a character, are no names', async () => {
  const { body } = await product.send<{ items: { outcome: string }[] }>(
    'POST',
    '/api/v1/components',
    {
      body: { cluster: 'main', kind: 'writer', names: ['a\ud800', 'a\u202eb', `${name}x`] },
      headers: { 'idempotency-key': freshKey() },
    },
  )

  expect(body.items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'tracked'])
})

import type { FormerName } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { elsewhere, paused, settled, tracked } from './estate.ts'
import { isReadSinceCommand, startProduct, until, type Product } from './product.ts'

vi.setConfig({ testTimeout: 120_000 })

let simulator: Simulator
let product: Product

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  // CM goes on answering for a name that has been migrated away.
  await simulator.control('POST', 'variants', { oldName: 'stale' })
  product = await startProduct(simulator.url, { cluster: { callsPerSecond: 50 } })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const seen = (id: string, isActive: boolean) =>
  until(
    () => product.component(id),
    (component) => component.active === isActive && isReadSinceCommand(component),
  )

const writesOf = async (name: string) => (await simulator.writes(name)).map(({ path }) => path)

/** Two writers of one identity: the first runs, the second is stopped. Both are tracked. */
async function pair(identity: string) {
  const names = ['10.0.6.2', '10.0.6.3'].map(
    (host, at) => `${host}-9000:${identity}:000000000${at + 1}`,
  )
  const [runs = '', stands = ''] = names
  const stage = { product, simulator }
  return {
    runs,
    stands,
    runner: await tracked(stage, { kind: 'writer', name: runs }),
    stander: await tracked(stage, { kind: 'writer', name: stands, running: false }),
  }
}

test.concurrent('a writer that comes back with its dead host is seen, and the new one is not started', async () => {
  const host = '10.0.6.1'
  const name = `${host}-9000:p_twin_source-000-0:0000000001`
  const id = await tracked({ product, simulator }, { kind: 'writer', name })
  await simulator.control('PATCH', 'hosts', { name: host, up: false })
  await seen(id, false)
  const forced = { input: { host: elsewhere, force: true }, reason: 'the host is dead' }
  const { newName } = await settled(product, await product.operate(id, 'migrate', forced))
  expect(await product.component(id)).toMatchObject({ name: newName, twin: null })

  await simulator.control('PATCH', 'hosts', { name: host, up: true })
  const doubled = await until(
    () => product.component(id),
    ({ twin }) => twin !== null,
  )
  await settled(product, await product.operate(id, 'stop'))
  await seen(id, false)
  const before = await writesOf(newName ?? '')
  const refusal = await product.refusal(id, 'start')

  expect(doubled.twin).toMatchObject({ name, component: null })
  expect(refusal).toMatchObject({
    status: 409,
    code: 'NOT_POSSIBLE_NOW',
    reason: 'twin-running',
  })
  expect(await writesOf(newName ?? '')).toEqual(before)
  const { items } = await product.get<{ items: FormerName[] }>(`/components/${id}/names`)
  expect(items).toMatchObject([
    { name: newName, seen: { active: false } },
    { name, seen: { active: true } },
  ])

  await simulator.control('PATCH', 'hosts', { name: host, up: false })
  await until(
    () => product.component(id),
    ({ twin }) => twin === null,
  )
  expect(await settled(product, await product.operate(id, 'start'))).toMatchObject({
    state: 'succeeded',
    verification: 'verified',
  })
})

test.concurrent('of two writers of one identity the one that stands is not started while the other runs', async () => {
  const { runs, stands, runner, stander } = await pair('p_pair_source-000-0')

  const plan = await product.refusal(stander, 'start')
  const [one, other] = await Promise.all([product.component(runner), product.component(stander)])

  expect(plan).toMatchObject({ status: 409, reason: 'twin-running' })
  expect(one.twin).toBeNull()
  expect(other.twin).toMatchObject({ name: runs, component: runner })
  expect(await writesOf(stands)).toEqual([])
})

test.concurrent('a migrated writer is not started while its twin runs, and can be when that has stopped', async () => {
  const { stands, runner, stander } = await pair('p_move_source-000-0')

  const halted = await paused(
    product,
    await product.operate(stander, 'migrate', { input: { host: elsewhere } }),
  )
  const sent = await writesOf(stands)
  const started = await writesOf(halted.newName ?? '')

  expect(halted.state).toBe('failed')
  expect(halted.steps.map(({ name, state }) => [name, state])).toEqual([
    ['see-stopped', 'succeeded'],
    ['migrate', 'succeeded'],
    ['start-new', 'refused'],
  ])
  expect(halted.steps[2]).toMatchObject({ attempt: 0, reply: { failure: 'TWIN_RUNNING' } })
  expect([sent, started]).toEqual([['/applier/migrate'], []])
  expect(await product.component(stander)).toMatchObject({ name: halted.newName })

  await settled(product, await product.operate(runner, 'stop'))
  await seen(runner, false)
  const again = await product.send('POST', `/api/v1/operations/${halted.id}/retry`, {
    body: { step: 2, attempt: 0 },
  })

  expect(again.status).toBe(202)
  expect(await settled(product, halted)).toMatchObject({
    state: 'succeeded',
    verification: 'verified',
  })
  expect(await writesOf(halted.newName ?? '')).toEqual(['/applier/start'])
})

test.concurrent('a configured writer is not started again while its twin runs', async () => {
  const { stands, stander } = await pair('p_set_source-000-0')
  const input = { set: { 'JDBCWriter.worker_num': '8' }, start: true }

  const halted = await paused(product, await product.operate(stander, 'configure', { input }))

  expect(halted.steps.at(-1)).toMatchObject({
    name: 'start',
    state: 'refused',
    reply: { failure: 'TWIN_RUNNING' },
  })
  expect(await writesOf(stands)).toEqual(['/applier/update'])
})

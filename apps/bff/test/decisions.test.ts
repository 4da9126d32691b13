import type { AuditRecord } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide, elsewhere, paused, settled, statesOf, tracked } from './estate.ts'
import { startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product
let name: string
let id: string
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  product = await startProduct(simulator.url, { cluster: { callsPerSecond: 50 } })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})
beforeEach(async () => {
  number += 1
  name = `10.0.8.1-9000:connector:p_decide${number}-000-0:0000000001`
  id = await tracked({ product, simulator }, { kind: 'connector', name })
})

const fault = (endpoint: string, kind: string, more: object = {}) =>
  simulator.control('POST', 'faults', { endpoint, fault: kind, name, ...more })
const pathsOf = async (one = name) => (await simulator.writes(one)).map(({ path }) => path)

const updateCall = 'POST /connector/task/updateByName'

/** A stop that was refused or left in doubt by a fault. */
async function haltedStop(how: string) {
  await fault('POST /connector/task/stopByName', how)
  return paused(product, await product.operate(id, 'stop'))
}

test('a retried step is sent again and its operation goes on from there, however often that is asked', async () => {
  await fault(updateCall, 'reject')
  const asked = await product.operate(id, 'configure', {
    input: { set: { 'dest.batch.size': '1' } },
  })
  const failed = await paused(product, asked)
  expect([failed.state, ...statesOf(failed)]).toEqual(['failed', 'succeeded', 'refused', 'pending'])

  const again = { step: 1, attempt: 1 }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => decide(product, failed, 'retry', again)),
  )
  const ended = await settled(product, failed)
  const late = await decide(product, failed, 'retry', again)

  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
  expect(ended).toMatchObject({ state: 'succeeded', verification: 'unverifiable' })
  expect(ended.steps.map(({ attempt }) => attempt)).toEqual([1, 2, 1])
  expect(ended.steps[1]?.earlier).toEqual([
    {
      state: 'refused',
      reply: failed.steps[1]?.reply,
      startedAt: failed.steps[1]?.startedAt,
      finishedAt: failed.steps[1]?.finishedAt,
    },
  ])
  expect(late).toMatchObject({ status: 202, body: { state: 'succeeded' } })
  const paths = ['stopByName', 'updateByName', 'updateByName', 'startByName']
  expect(await pathsOf()).toEqual(paths.map((path) => `/connector/task/${path}`))
  const trail = await product.get<{ items: AuditRecord[] }>(`/audit?operation=${asked.id}`)
  expect(trail.items.filter(({ kind }) => kind === 'operation.retried')).toHaveLength(1)
})

test('the check before a retried step is made again', async () => {
  name = `10.0.8.2-9000:p_decide${number}-000-0:0000000001`
  id = await tracked({ product, simulator }, { kind: 'writer', name, running: false })
  await fault('POST /applier/update', 'reject')
  const set = { 'JDBCWriter.worker_num': '8' }
  const failed = await paused(
    product,
    await product.operate(id, 'configure', { input: { set, stop: false, start: false } }),
  )

  await decide(product, failed, 'retry', { step: 1, attempt: 1 })
  const ended = await settled(product, failed)

  expect(ended).toMatchObject({ state: 'succeeded', verification: 'verified' })
  expect(ended.steps.map((step) => [step.name, step.attempt, step.earlier.length])).toEqual([
    ['see-stopped', 2, 1],
    ['update', 2, 1],
  ])
}, 60_000)

test('a step is not retried that something else was done after', async () => {
  const failed = await haltedStop('reject')
  await settled(product, await product.operate(id, 'stop'))

  const answer = await decide(product, failed, 'retry', { step: 0, attempt: 1 })

  expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_RETRYABLE' } })
  expect(await pathsOf()).toHaveLength(2)
})

test('a step is not retried while another operation holds the component, which is named', async () => {
  const failed = await haltedStop('reject')
  const open = await haltedStop('html')

  const answer = await decide(product, failed, 'retry', { step: 0, attempt: 1 })

  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'OPERATION_OPEN', operation: { id: open.id, kind: 'stop', actor: 'local' } },
  })
  expect(await pathsOf()).toHaveLength(2)
})

test('a step whose secret has gone with its operation is not retried', async () => {
  await fault(updateCall, 'reject')
  const set = { 'dest.sasl.password': 'gone-by-then' }
  const failed = await paused(product, await product.operate(id, 'configure', { input: { set } }))

  const answer = await decide(product, failed, 'retry', { step: 1, attempt: 1 })

  expect(answer).toMatchObject({ status: 409, body: { code: 'SECRETS_GONE' } })
  expect(await pathsOf()).toHaveLength(2)
})

test('what cannot be decided is refused by name, and nothing is sent', async () => {
  const failed = await haltedStop('reject')
  const because = { reason: 'a test' }

  expect(await decide(product, failed, 'retry', { step: 1, attempt: 1 })).toMatchObject({
    status: 400,
    body: { field: 'body.step', fault: 'out-of-range' },
  })
  expect(await decide(product, failed, 'retry', { step: -1, attempt: 1 })).toMatchObject({
    status: 400,
  })
  expect(await decide(product, failed, 'retry', { step: 0.5, attempt: 1 })).toMatchObject({
    status: 400,
  })
  expect(await decide(product, failed, 'retry', { step: 0, attempt: 2 })).toMatchObject({
    status: 409,
    body: { code: 'NOT_RETRYABLE' },
  })
  for (const as of ['happened', 'skipped'])
    expect(
      await decide(product, failed, 'settle', { step: 0, attempt: 1, as, ...because }),
    ).toMatchObject({
      status: 409,
      body: { code: 'NOT_SETTLEABLE' },
    })
  expect(
    await decide(product, failed, 'settle', { step: 0, attempt: 1, as: 'undone', ...because }),
  ).toMatchObject({ status: 400, body: { field: 'body.as' } })
  expect(
    await decide(product, failed, 'settle', { step: 0, attempt: 1, as: 'skipped' }),
  ).toMatchObject({
    status: 400,
    body: { field: 'body.reason' },
  })
  expect(await decide(product, { ...failed, id: 'nothing' }, 'abandon', because)).toMatchObject({
    status: 404,
  })
  expect(await pathsOf()).toHaveLength(1)
})

test('what was confirmed is not done where what it rests on has changed since', async () => {
  name = `10.0.8.5-9000:p_decide${number}-000-0:0000000001`
  id = await tracked({ product, simulator }, { kind: 'writer', name })
  const set = { input: { set: { 'JDBCWriter.worker_num': '8' } } }
  const configuring = await product.plan(id, 'configure', set)
  const migrating = await product.plan(id, 'migrate', { input: { host: elsewhere } })

  await simulator.control('PATCH', 'writers', { name, cfg: { worker_num: '24' } })
  const config = () => product.get<{ entries: object[] }>(`/components/${id}/config`)
  await until(config, ({ entries }) => JSON.stringify(entries).includes('"24"'))
  const configured = await product.refusal(id, 'configure', { ...set, expect: configuring.expect })
  await simulator.control('PATCH', 'writers', { name, status: 'stopped', active: false })
  await until(
    () => product.component(id),
    ({ verdict }) => verdict === 'stopped',
  )
  const moved = await product.refusal(id, 'migrate', {
    input: { host: elsewhere },
    expect: migrating.expect,
  })

  expect(configured).toMatchObject({ status: 409, code: 'PLAN_CHANGED' })
  expect(configured.changed?.map(({ fact }) => fact)).toEqual(['config'])
  expect(moved).toMatchObject({ status: 409, code: 'PLAN_CHANGED' })
  expect(moved.changed).toContainEqual({ fact: 'status', expected: 'running', now: 'stopped' })
  expect(moved.changed).toContainEqual({ fact: 'active', expected: 'true', now: 'false' })
  expect(await pathsOf()).toEqual([])
})

test('what was confirmed is not done where somebody has done something else first', async () => {
  const { expect: facts } = await product.plan(id, 'stop')
  const other = await settled(product, await product.operate(id, 'stop'))

  const refusal = await product.refusal(id, 'stop', { expect: facts })

  expect(refusal).toMatchObject({
    code: 'PLAN_CHANGED',
    changed: [{ fact: 'lastCommand', expected: 'none', now: other.id }],
  })
  expect(await pathsOf()).toHaveLength(1)
})

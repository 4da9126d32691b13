import type { AuditRecord } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide, elsewhere, paused, settled, statesOf, tracked } from './estate.ts'
import { startProduct, type Product } from './product.ts'

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
  name = `10.0.8.6-9000:connector:p_migrate${number}-000-0:0000000001`
  id = await tracked({ product, simulator }, { kind: 'connector', name })
})

const fault = (endpoint: string, kind: string, more: object = {}) =>
  simulator.control('POST', 'faults', { endpoint, fault: kind, name, ...more })
const pathsOf = async (one = name) => (await simulator.writes(one)).map(({ path }) => path)

const migrateCall = 'GET /connector/task/migrate'

/** A migration that was left in doubt by a fault. */
async function doubtfulMigration(how: string, more: object = {}) {
  await fault(migrateCall, how, more)
  return paused(product, await product.operate(id, 'migrate', { input: { host: elsewhere } }))
}

test('of an uncertain migration that happened the new name must be told, and is started', async () => {
  const doubtful = await doubtfulMigration('html', { when: 'after' })
  expect([doubtful.state, ...statesOf(doubtful)]).toEqual([
    'uncertain',
    'succeeded',
    'uncertain',
    'pending',
  ])
  const effect = (await simulator.effects(name)).find(({ kind }) => kind === 'migrated')
  const newName = effect?.newName ?? ''
  const other = '10.0.8.3-9000:connector:p_somebody-000-0:0000000001'
  await product.trackKind('connector', other)
  const happened = (more: object) =>
    decide(product, doubtful, 'settle', {
      step: 1,
      attempt: 1,
      as: 'happened',
      reason: 'read it on the host',
      ...more,
    })

  const wrong = [undefined, '', name, other, `${newName} `, `${newName}&x`]
  const refusals = await Promise.all(
    wrong.map((one) => happened(one === undefined ? {} : { newName: one })),
  )
  const answer = await happened({ newName })
  const repeated = await happened({ newName })
  const ended = await settled(product, doubtful)

  expect(refusals.map(({ status, body }) => [status, body.field, body.fault])).toEqual(
    ['missing', 'empty', 'same-name', 'already-tracked', 'whitespace', 'reserved-character'].map(
      (rule) => [400, 'body.newName', rule],
    ),
  )
  expect([answer.status, repeated.status]).toEqual([200, 200])
  expect(ended).toMatchObject({ state: 'succeeded', newName })
  expect(ended.steps[1]?.decision).toMatchObject({
    as: 'happened',
    by: 'local',
    reason: 'read it on the host',
  })
  expect(await product.component(id)).toMatchObject({ name: newName, formerNames: [name] })
  expect(await pathsOf()).toEqual(['/connector/task/stopByName', '/connector/task/migrate'])
  expect(await pathsOf(newName)).toEqual(['/connector/task/startByName'])
})

test('an uncertain migration that is left out goes on with the name that there was', async () => {
  const doubtful = await doubtfulMigration('html')

  await decide(product, doubtful, 'settle', {
    step: 1,
    attempt: 1,
    as: 'skipped',
    reason: 'it is not there',
  })
  const ended = await settled(product, doubtful)

  expect(ended).toMatchObject({ state: 'succeeded', newName: null })
  expect(statesOf(ended)).toEqual(['succeeded', 'skipped', 'succeeded'])
  expect(await product.component(id)).toMatchObject({ name, formerNames: [] })
  expect((await simulator.writes(name)).at(-1)).toMatchObject({
    path: '/connector/task/startByName',
    query: { taskName: name },
  })
})

test('an uncertain migration is sent again for a reason only, and once', async () => {
  const doubtful = await doubtfulMigration('reset')
  const again = { step: 1, attempt: 1 }

  const unfounded = await decide(product, doubtful, 'retry', again)
  const founded = { ...again, reason: 'the host has no trace of it' }
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => decide(product, doubtful, 'retry', founded)),
  )
  const ended = await settled(product, doubtful)

  expect(unfounded).toMatchObject({
    status: 400,
    body: { field: 'body.reason', fault: 'missing' },
  })
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
  expect(ended).toMatchObject({ state: 'succeeded' })
  expect(ended.steps[1]).toMatchObject({
    attempt: 2,
    earlier: [{ state: 'uncertain', reply: { failure: 'CUT' } }],
  })
  expect((await pathsOf()).filter((path) => path.endsWith('/migrate'))).toHaveLength(2)
  const trail = await product.get<{ items: AuditRecord[] }>(
    `/audit?operation=${doubtful.id}&kind=step.decided`,
  )
  expect(trail.items).toMatchObject([
    { actor: 'local', body: { as: 'again', reason: founded.reason } },
  ])
})

test('an uncertain migration that is given up starts nothing, and holds nothing', async () => {
  const doubtful = await doubtfulMigration('empty', { when: 'after' })

  const answer = await decide(product, doubtful, 'abandon', { reason: 'started it by hand' })
  const settling = { step: 1, attempt: 1, as: 'skipped', reason: 'late' }

  expect(answer).toMatchObject({ status: 200, body: { state: 'abandoned' } })
  expect(statesOf(answer.body)).toEqual(['succeeded', 'uncertain', 'pending'])
  expect((await decide(product, doubtful, 'settle', settling)).status).toBe(409)
  expect((await decide(product, doubtful, 'retry', { ...settling, as: undefined })).status).toBe(
    409,
  )
  expect(await product.component(id)).toMatchObject({ name, operation: null })
  expect(await pathsOf()).toHaveLength(2)
})

test('after a migration whose answer names another component nothing is started', async () => {
  name = `10.0.8.4-9000:p_decide${number}-000-0:0000000001`
  id = await tracked({ product, simulator }, { kind: 'writer', name, running: false })
  await fault('POST /applier/migrate', 'wrong-name', { when: 'after' })
  const input = { host: elsewhere, force: true }

  const doubtful = await paused(
    product,
    await product.operate(id, 'migrate', { input, reason: 'a test' }),
  )
  const [effect] = await simulator.effects(name)
  const newName = effect?.newName ?? ''
  expect(doubtful).toMatchObject({ state: 'uncertain', newName: null })
  expect(doubtful.steps[0]?.reply).toMatchObject({ status: 200, failure: 'ODD_NAME' })
  expect(await product.component(id)).toMatchObject({ name, formerNames: [] })
  await decide(product, doubtful, 'settle', {
    step: 0,
    attempt: 1,
    as: 'happened',
    reason: 'found it',
    newName,
  })

  expect(await settled(product, doubtful)).toMatchObject({
    state: 'succeeded',
    verification: 'verified',
  })
  expect(await product.component(id)).toMatchObject({ name: newName, active: true })
}, 60_000)

test.for([
  { connectorName: 'connector' },
  { connectorName: 'taskName' },
  { connectorName: 'task-object' },
  { connectorName: 'message' },
  { sequence: 'jump' },
])('a connector is followed to the name that CM answers as %o', async (variant) => {
  await simulator.control('POST', 'variants', variant)

  const ended = await settled(
    product,
    await product.operate(id, 'migrate', { input: { host: elsewhere } }),
  )
  await simulator.control('POST', 'variants', { connectorName: 'result', sequence: 'next' })

  const [, effect] = await simulator.effects(name)
  expect(ended).toMatchObject({ state: 'succeeded', newName: effect?.newName })
  expect(await pathsOf(effect?.newName)).toEqual(['/connector/task/startByName'])
})

test('of a migration that CM carried out twice only the connector that it names is started', async () => {
  await fault(migrateCall, 'double')

  const ended = await settled(
    product,
    await product.operate(id, 'migrate', { input: { host: elsewhere } }),
  )

  const made = (await simulator.effects(name)).flatMap(({ newName }) => newName ?? [])
  const { connectors } = await simulator.world()
  expect(made).toHaveLength(2)
  expect(ended).toMatchObject({ state: 'succeeded', newName: made[1] })
  expect(
    made.map((one) => connectors.find((connector) => connector.name === one)?.running),
  ).toEqual([false, true])
})

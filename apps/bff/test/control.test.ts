import type { Operation, Plan } from '@wheelhouse/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshKey, isReadSinceCommand, startProduct, until, type Product } from './product.ts'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'

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
  name = `10.0.0.2-9000:p_control${number}_source-000-0:0000000001`
  await simulator.control('POST', 'writers', { name, lagSeconds: 5 })
  await simulator.control('DELETE', 'calls')
  ;[id = ''] = await product.track(name)
  await until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )
})

const ended = (operation: Operation) =>
  until(
    () => product.operation(operation.id),
    ({ verification }) => verification !== 'pending',
  )
const fault = (endpoint: string, kind: string, more: object = {}) =>
  simulator.control('POST', 'faults', { endpoint, fault: kind, name, ...more })
const ask = (kind: string, key: string | undefined, component = id) =>
  product.send<Operation>('POST', '/api/v1/operations', {
    body: { component, kind },
    headers: { 'idempotency-key': key },
  })

test('a stop is sent once in the documented form, verified by reading, and a start likewise', async () => {
  const stopped = await ended(await product.operate(id, 'stop'))
  expect(stopped).toMatchObject({ state: 'succeeded', verification: 'verified' })
  expect(await product.component(id)).toMatchObject({
    verdict: 'stopped',
    lastCommand: { kind: 'stop', by: 'local' },
  })

  const started = await ended(await product.operate(id, 'start'))
  expect(started).toMatchObject({ state: 'succeeded', verification: 'verified' })
  expect((await product.component(id)).verdict).toBe('running')
  expect(await simulator.writes()).toEqual([
    expect.objectContaining({ path: '/applier/stop', body: { applierName: name } }),
    expect.objectContaining({ path: '/applier/start', body: { applierName: name } }),
  ])
})

test('the plan shows the exact curl and sends nothing', async () => {
  const { status, body } = await product.send<Plan>('POST', '/api/v1/operations?dryRun=true', {
    body: { component: id, kind: 'stop' },
  })

  expect(status).toBe(200)
  expect(body.steps).toEqual([
    {
      name: 'stop',
      effect: 'write',
      request: {
        method: 'POST',
        path: '/applier/stop',
        curl: `curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${name}'`,
      },
    },
  ])
  expect(await simulator.writes()).toEqual([])
})

test('the same request sent twenty times with one key is one operation and one call', async () => {
  const key = freshKey()

  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('stop', key)))

  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  for (const { body } of answers.slice(0, 1)) await ended(body)
  expect(await simulator.writes()).toHaveLength(1)
})

test('of two operators who stop the same writer at once, one is told who was first', async () => {
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'slow',
    ms: 300,
    name,
  })
  const first = await ask('stop', freshKey())

  const second = await ask('stop', freshKey())

  expect(second).toMatchObject({
    status: 409,
    body: {
      code: 'OPERATION_OPEN',
      operation: { id: first.body.id, kind: 'stop', actor: 'local' },
    },
  })
  await ended(first.body)
  expect(await simulator.writes()).toHaveLength(1)
})

test('a second stop is refused until a reading tells what became of the first', async () => {
  await fault('GET /JDBCWriter/detail', 'slow', { ms: 1500, calls: 3 })
  const first = await product.operate(id, 'stop')
  await until(
    () => product.operation(first.id),
    ({ state }) => state === 'succeeded',
  )

  const second = await ask('stop', freshKey())

  expect(second).toMatchObject({
    status: 409,
    body: { code: 'NOT_POSSIBLE_NOW', reason: 'awaiting-effect' },
  })
  await ended(first)
})

test('what cannot be done is refused with the reason, and nothing is sent', async () => {
  expect(await ask('start', freshKey())).toMatchObject({
    status: 409,
    body: { code: 'NOT_POSSIBLE_NOW', reason: 'already-running' },
  })
  expect(await ask('stop', freshKey(), 'nobody')).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  })
  expect(await ask('stop', undefined)).toMatchObject({
    status: 400,
    body: { code: 'IDEMPOTENCY_KEY_MISSING' },
  })
  expect(await ask('fly', freshKey())).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'body.kind' },
  })
  expect(await simulator.writes()).toEqual([])
})

test('a key that was used for another request is refused', async () => {
  const key = freshKey()
  const { body } = await ask('stop', key)
  await ended(body)

  expect(await ask('start', key)).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_KEY_REUSED' },
  })
})

test('what CM refuses is failed with its words, needs someone, and can be dismissed', async () => {
  await fault('POST /applier/stop', 'reject')

  const operation = await product.operate(id, 'stop')
  const failed = await until(
    () => product.operation(operation.id),
    ({ state }) => state === 'failed',
  )

  expect(failed.steps[0]).toMatchObject({
    state: 'refused',
    reply: { status: 200, failure: 'REJECTED' },
  })
  expect((await product.component(id)).verdict).toBe('needs-you')
  await product.send('POST', `/api/v1/operations/${operation.id}/abandon`, {
    body: { reason: 'seen' },
  })
  await until(
    () => product.component(id),
    ({ verdict }) => verdict === 'running',
  )
})

test.each(['hang', 'html', 'empty', 'half-body', 'reset', 'text'])(
  'after the answer "%s" a stop that was carried out is found out by reading, and never sent again',
  async (kind) => {
    await fault('POST /applier/stop', kind, { when: 'after' })

    const operation = await product.operate(id, 'stop')
    const uncertain = await until(
      () => product.operation(operation.id),
      ({ state }) => state !== 'running' && state !== 'queued',
    )
    expect(uncertain).toMatchObject({ state: 'uncertain', steps: [{ state: 'uncertain' }] })
    expect((await product.component(id)).verdict).toBe('needs-you')

    expect(await ended(operation)).toMatchObject({ state: 'succeeded', verification: 'verified' })
    expect(await simulator.writes()).toHaveLength(1)
  },
)

test('a stop that was not carried out stays uncertain, holds the writer, and is given up with a reason', async () => {
  await fault('POST /applier/stop', 'html', { when: 'before' })
  const operation = await product.operate(id, 'stop')
  await until(
    () => product.operation(operation.id),
    ({ state }) => state === 'uncertain',
  )

  expect(await ask('stop', freshKey())).toMatchObject({
    status: 409,
    body: { code: 'OPERATION_OPEN' },
  })
  const path = `/api/v1/operations/${operation.id}/abandon`
  expect(await product.send('POST', path, { body: { reason: '' } })).toMatchObject({ status: 400 })
  expect(
    (await product.send('POST', path, { body: { reason: 'looked on the host: it runs' } })).body,
  ).toMatchObject({
    state: 'abandoned',
    abandonedBecause: 'looked on the host: it runs',
  })
  expect(await product.send('POST', path, { body: { reason: 'again' } })).toMatchObject({
    status: 409,
    body: { code: 'NOT_ABANDONABLE' },
  })

  await until(() => product.component(id), isReadSinceCommand)
  expect(await ended(await product.operate(id, 'stop'))).toMatchObject({
    state: 'succeeded',
    verification: 'verified',
  })
  expect(await simulator.writes()).toHaveLength(2)
}, 20_000)

test('a cluster that is read-only takes no change', async () => {
  const careful = await startProduct(simulator.url, { cluster: { readOnly: true } })
  const [writer = ''] = await careful.track(name)
  await until(
    () => careful.component(writer),
    ({ observedAt }) => observedAt !== null,
  )

  const answer = await careful.send('POST', '/api/v1/operations', {
    body: { component: writer, kind: 'stop' },
    headers: { 'idempotency-key': freshKey() },
  })

  expect(answer).toMatchObject({ status: 409, body: { reason: 'cluster-read-only' } })
  expect(await simulator.writes()).toEqual([])
  await careful.end()
})

test('a component with an open operation is not untracked', async () => {
  await fault('POST /applier/stop', 'slow', { ms: 300 })
  const operation = await product.operate(id, 'stop')

  expect(await product.send('DELETE', `/api/v1/components/${id}`)).toMatchObject({ status: 409 })
  await ended(operation)
})

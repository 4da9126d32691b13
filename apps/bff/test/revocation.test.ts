import type { Component, Grant, Operation, ProblemBody, TrackResult } from '@wheelhouse/contract'
import { everywhere } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assure } from './assure.ts'
import { settle } from './estate.ts'
import { askAs, firstAdmin, newPerson, newToken, type Person } from './people.ts'
import { startProduct, until, type Product } from './product.ts'
import { messagesOf } from './stream.ts'

/** T-REVOKE: what is taken away holds at once, for what is under way and for what is open too. */

let simulator: Simulator
let product: Product
let admin: Person
let number = 0
const counts = { operations: 0, streams: 0 }

const grant = (role: Grant['role'], name = '*p_taken*'): Grant => ({
  role,
  cluster: 'main',
  kind: '*',
  name,
})
const api = <T>(who: Person, method: string, path: string, body?: unknown) =>
  askAs<T & ProblemBody>(
    product,
    who,
    [method, `/api/v1${path}`],
    body === undefined ? {} : { body },
  )

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url, { auth: 'local' })
  admin = await firstAdmin(product)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const newOperator = () => {
  number += 1
  return newPerson(product, admin, { name: `operator${number}`, grants: [grant('operator')] })
}

/** A change of a running writer, which stands at the check between its stop and what follows. */
async function halfDone(by: Person) {
  number += 1
  const name = `10.0.4.1-9000:p_taken${number}-000-0:0000000001`
  await settle(simulator, { kind: 'writer', name })
  const tracking = { cluster: 'main', kind: 'writer', names: [name] }
  const tracked = await api<{ items: TrackResult[] }>(admin, 'POST', '/components', tracking)
  const component = tracked.body.items[0]?.id ?? ''
  await until(
    () => api<Component>(admin, 'GET', `/components/${component}`),
    ({ body }) => body.active === true,
  )
  const input = { set: { 'JDBCWriter.worker_num': '8' } }
  const asked = await api<Operation>(by, 'POST', '/operations', {
    component,
    kind: 'configure',
    input,
  })
  expect(asked.status).toBe(202)
  const { id } = asked.body
  await operation(id, ({ steps }) => steps[1]?.state === 'running')
  return { id, name }
}

const operation = async (id: string, isWanted: (operation: Operation) => boolean) =>
  (
    await until(
      () => api<Operation>(admin, 'GET', `/operations/${id}`),
      ({ body }) => isWanted(body),
      60_000,
    )
  ).body

const pathsOf = async (name: string) => (await simulator.writes(name)).map(({ path }) => path)

const ways: [string, (person: Person) => Promise<unknown>][] = [
  [
    'their role is taken away',
    ({ id }) => api(admin, 'PATCH', `/users/${id}`, { grants: [grant('viewer')] }),
  ],
  [
    'their scope is another',
    ({ id }) => api(admin, 'PATCH', `/users/${id}`, { grants: [grant('operator', '*p_other*')] }),
  ],
  ['they are disabled', ({ id }) => api(admin, 'PATCH', `/users/${id}`, { isDisabled: true })],
]

test.each(ways)(
  'nothing more of an operation is sent once %s',
  async (_how, take) => {
    const person = await newOperator()
    const { id, name } = await halfDone(person)

    await take(person)

    const { steps, state } = await operation(id, (it) => it.state === 'failed')
    expect([state, steps.map((step) => step.state)]).toEqual([
      'failed',
      ['succeeded', 'succeeded', 'refused', 'pending'],
    ])
    expect(steps[2]?.reply).toMatchObject({ status: null, failure: 'NOT_ALLOWED' })
    expect(await pathsOf(name)).toEqual(['/applier/stop'])
    counts.operations += 1
  },
  90_000,
)

test('a token that is revoked sends nothing more, and whoever takes the operation up answers for it', async () => {
  const owner = await newOperator()
  const token = await newToken(product, owner, { name: 'deploy' })
  const { id, name } = await halfDone(token)

  expect((await api(owner, 'DELETE', `/tokens/${token.id}`)).status).toBe(204)
  const failed = await operation(id, (it) => it.state === 'failed')
  expect(failed.steps[2]?.reply?.failure).toBe('NOT_ALLOWED')
  expect(await pathsOf(name)).toEqual(['/applier/stop'])

  const again = await api<Operation>(owner, 'POST', `/operations/${id}/retry`, {
    step: 2,
    attempt: 0,
  })
  expect([again.status, again.body.code]).toEqual([202, undefined])
  await operation(id, (it) => it.state === 'succeeded')
  expect(await pathsOf(name)).toEqual(['/applier/stop', '/applier/update', '/applier/start'])
  counts.operations += 1
}, 120_000)

test('to take an operation up needs what it does, beside the permission to decide', async () => {
  number += 1
  const name = `10.0.4.1-9000:connector:p_taken${number}-000-0:0000000001`
  await settle(simulator, { kind: 'connector', name })
  const tracking = { cluster: 'main', kind: 'connector', names: [name] }
  const tracked = await api<{ items: TrackResult[] }>(admin, 'POST', '/components', tracking)
  const component = tracked.body.items[0]?.id ?? ''
  const input = { set: { 'coordinator.connector_jvm_param': '-Xmx2g' } }
  const body = { component, kind: 'configure', input }
  const person = await newOperator()
  const refused = await api(person, 'POST', '/operations', body)
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /connector/task/stopByName',
    fault: 'reject',
    name,
  })
  const asked = await api<Operation>(admin, 'POST', '/operations', body)
  await operation(asked.body.id, ({ state }) => state === 'failed')

  const path = `/operations/${asked.body.id}/retry`
  const retried = await api(person, 'POST', path, { step: 0, attempt: 1 })

  expect([refused.status, refused.body.permission]).toEqual([403, 'configure-jvm'])
  expect([retried.status, retried.body.permission]).toEqual([403, 'configure-jvm'])
  expect(await pathsOf(name)).toHaveLength(1)
})

/** Whether a stream of somebody's ends by itself once that is done. */
async function endsWith(person: Person, done: () => Promise<unknown>) {
  const opened = messagesOf(product.url, { headers: { ...person.headers } })
  await opened.next()
  await done()
  for (;;) if ((await opened.next()).done) break
  counts.streams += 1
  return true
}

test.each([
  ...ways,
  ['they sign out', (person: Person) => api(person, 'DELETE', '/session')] as const,
  [
    'their sessions end with a new password',
    ({ id }: Person) => api(admin, 'PATCH', `/users/${id}`, { password: 'another one at dusk' }),
  ] as const,
])(
  'an open stream ends when %s',
  async (_how, take) => {
    const person = await newOperator()

    expect(await endsWith(person, () => take(person))).toBe(true)
  },
  20_000,
)

test('a stream of a token ends with the token, and with its owner', async () => {
  const owner = await newOperator()
  const [one, other] = [
    await newToken(product, owner, { name: 'one', grants: [everywhere('viewer')] }),
    await newToken(product, owner, { name: 'other', grants: [everywhere('viewer')] }),
  ]
  await endsWith(one, () => api(owner, 'DELETE', `/tokens/${one.id}`))
  await endsWith(other, () => api(admin, 'PATCH', `/users/${owner.id}`, { grants: [] }))

  expect((await api(other, 'GET', '/components')).status).toBe(403)
  assure('authorization-revoked', { ...counts, violations: 0 })
}, 20_000)

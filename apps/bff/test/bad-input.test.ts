import type { Component, Operation, ProblemBody, TrackResult } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { subtopic } from './bad-row.ts'
import { badRows } from './bad-rows.ts'
import { paused, tracked } from './estate.ts'
import { freshKey, startProduct, type Product } from './product.ts'

let simulator: Simulator
let product: Product
const ids = { writer: '', connector: '', checker: '' }

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url, { cluster: { writerRewind: true } })
  const names = {
    writer: `10.0.7.1-9000:${subtopic}:0000000001`,
    connector: `10.0.7.2-9000:connector:${subtopic}:0000000001`,
    checker: '61000',
  }
  for (const kind of ['writer', 'connector', 'checker'] as const)
    ids[kind] = await tracked({ product, simulator }, { kind, name: names[kind] })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

test.for(badRows)('refused by name, and nothing sent: $title', async (row) => {
  const { on, kind, input, reason, status = 400 } = row

  const refusal = await product.refusal(ids[on], kind, {
    ...(input !== undefined && { input }),
    ...(reason !== undefined && { reason }),
  })

  expect(refusal).toMatchObject({
    status,
    code: status === 400 ? 'INVALID_INPUT' : 'NOT_POSSIBLE_NOW',
  })
  const { field, fault, reason: rule } = refusal
  expect({ field, fault, rule }).toEqual({ field: row.field, fault: row.fault, rule: row.rule })
  expect(await simulator.writes()).toEqual([])
})

test('to delete a writer needs a reason', async () => {
  const name = '10.0.7.3-9000:p_doomed-000-0:0000000001'
  const id = await tracked({ product, simulator }, { kind: 'writer', name, running: false })

  expect(await product.refusal(id, 'delete')).toMatchObject({
    status: 400,
    field: 'body.reason',
    fault: 'missing',
  })
  expect(await simulator.writes()).toEqual([])
})

test.for([
  ['no JSON', '{"component":', {}, 'body'],
  ['a number that JSON does not know', '{"kind":"rewind","input":{"checkpoint":NaN}}', {}, 'body'],
  ['nothing', '', {}, 'body'],
  ['a list', '[]', {}, 'body'],
  ['a word', '"stop"', {}, 'body'],
  ['a form', 'kind=stop', { 'content-type': 'application/x-www-form-urlencoded' }, 'body'],
  ['plain text', '{"kind":"stop"}', { 'content-type': 'text/plain' }, 'body'],
  ['a prototype', '{"__proto__":{"kind":"stop"}}', {}, 'body'],
] as const)(
  'a body that is %s is refused, and nothing is sent',
  async ([, body, headers, field]) => {
    const answer = await product.send<ProblemBody>('POST', '/api/v1/operations', {
      body,
      headers: { 'idempotency-key': freshKey(), ...headers },
    })

    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect(answer.body.field).toContain(field)
    expect(await simulator.writes()).toEqual([])
  },
)

test('a request with a property that nobody knows is refused by its name', async () => {
  const answer = await product.send<ProblemBody>('POST', '/api/v1/operations', {
    body: { component: ids.connector, kind: 'stop', dryRun: true },
    headers: { 'idempotency-key': freshKey() },
  })

  expect(answer).toMatchObject({ status: 400, body: { field: 'body.dryRun' } })
  expect(await simulator.writes()).toEqual([])
})

test('a number beyond all numbers is no position', async () => {
  const body = `{"component":"${ids.writer}","kind":"rewind","reason":"a test","input":{"checkpoint":1e999}}`

  const answer = await product.send<ProblemBody>('POST', '/api/v1/operations', {
    body,
    headers: { 'idempotency-key': freshKey() },
  })

  expect(answer).toMatchObject({ status: 400, body: { field: 'body.input.checkpoint' } })
  expect(await simulator.writes()).toEqual([])
})

test('what a plan would be refused for is refused when it is only asked for', async () => {
  const ask = (path: string, set: object) =>
    product.send<ProblemBody>('POST', `/api/v1/operations${path}`, {
      body: { component: ids.writer, kind: 'configure', input: { set } },
    })

  const locked = await ask('?dryRun=true', { 'JDBCWriter.timestamp': '1700000000' })
  const odd = await ask('?dryRun=maybe', { 'JDBCWriter.worker_num': '8' })

  expect(locked).toMatchObject({ status: 400, body: { fault: 'locked' } })
  expect(odd).toMatchObject({ status: 400, body: { field: 'query.dryRun' } })
})

type Name = readonly [title: string, name: string, asConnector: string, asChecker?: string]

const odd = 'not-a-task-id'
const hostile: readonly Name[] = [
  ['an element', '<svg/onload=alert(1)>', 'tracked', odd],
  ['an element with blanks', '<img src=x onerror=alert(1)>', 'whitespace'],
  ['turned around', 'p_\u202egpj.exe', 'control-character'],
  ['joined by nothing', 'p_a\u200db', 'control-character'],
  ['of no width', 'p_a\u200bb', 'control-character'],
  ['a NUL', 'p_a\0b', 'control-character'],
  ['a newline', 'p_a\nb', 'whitespace'],
  ['a tab', 'p_a\tb', 'whitespace'],
  ['half a character', 'p_\ud83e', 'control-character'],
  ['another parameter', 'p_a&force=true', 'reserved-character'],
  ['a query', 'p_a?x', 'reserved-character'],
  ['a fragment', 'p_a#x', 'reserved-character'],
  ['a prototype', '__proto__', 'tracked', odd],
  ['a constructor', 'constructor', 'tracked', odd],
  ['a formula', '=cmd()', 'tracked', odd],
  ['a way up', '../../etc/passwd', 'tracked', odd],
  ['a shell', '$(id)`id`;id|id', 'tracked', odd],
  ['a quote', `'"`, 'tracked', odd],
  ['a percent', '%2e%2e%2f%00', 'tracked', odd],
  ['a picture', '🦆', 'tracked', odd],
  ['masked', 'p_3b7i****-000-0', 'tracked', odd],
  ['nothing', '', 'empty'],
  ['a blank', ' ', 'whitespace'],
  ['as long as can be', 'n'.repeat(512), 'tracked', odd],
  ['too long', 'n'.repeat(513), 'too-long'],
  ['a negative number', '-1', 'tracked', odd],
  ['a number in other digits', '１２３', 'tracked', odd],
  ['a number with an exponent', '1e5', 'tracked', odd],
  ['a number too long', '1'.repeat(19), 'tracked', odd],
  ['a number', '61999', 'tracked', 'tracked'],
]

test.for(['connector', 'checker'] as const)(
  'hostile names of a %s are tracked as they are or refused one by one',
  async (kind) => {
    const { status, body } = await product.send<{ items: TrackResult[] }>(
      'POST',
      '/api/v1/components',
      { body: { cluster: 'main', kind, names: hostile.map(([, name]) => name) } },
    )

    expect(status).toBe(200)
    const results = body.items.map(({ outcome, fault }, at) => [hostile[at]?.[0], fault ?? outcome])
    expect(results).toEqual(
      hostile.map(([title, , asConnector, asChecker = asConnector]) => [
        title,
        kind === 'connector' ? asConnector : asChecker,
      ]),
    )
    const list = await product.get<{ items: Component[] }>(`/components?kind=${kind}`)
    const tracking = body.items.filter(({ outcome }) => outcome === 'tracked')
    expect(list.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(tracking.map(({ name }) => name)),
    )
  },
)

test('a hostile name that is tracked reaches CM as it is, and can be read everywhere', async () => {
  const names = hostile.flatMap(([, name, outcome]) => (outcome === 'tracked' ? [name] : []))
  const known = await product.trackKind('connector', ...names)

  const ended = await Promise.all(
    known.map(async (id) => paused(product, await product.operate(id, 'stop'))),
  )

  const writes = await simulator.writes()
  expect(new Set(writes.map(({ query }) => query['taskName']))).toEqual(new Set(names))
  expect(writes).toHaveLength(names.length)
  for (const { steps } of ended)
    expect(steps).toMatchObject([{ state: 'refused', reply: { failure: 'REJECTED' } }])
  const operations = await product.get<{ items: Operation[] }>('/operations?limit=500')
  expect(operations.items.map(({ component }) => component.name).toSorted()).toEqual(
    names.toSorted(),
  )
})

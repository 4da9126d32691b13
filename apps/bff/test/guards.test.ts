import type { Component, FormerName, Operation } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide, elsewhere, paused, settled, tracked } from './estate.ts'
import { freshKey, startProduct, until, type Product } from './product.ts'

let simulator: Simulator
let product: Product
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

async function newWriter(topic: string, running = true) {
  number += 1
  const name = `10.0.7.${number}-9000:p_${topic}${number}-000-0:0000000001`
  return { name, id: await tracked({ product, simulator }, { kind: 'writer', name, running }) }
}

const ask = (component: string, kind: string, more: object) =>
  product.send<Operation & { code: string; field?: string; fault?: string; reason?: string }>(
    'POST',
    '/api/v1/operations',
    { body: { component, kind, ...more }, headers: { 'idempotency-key': freshKey() } },
  )

test('an operation on what was removed from the list is not taken up again beside its successor', async () => {
  const { name, id } = await newWriter('again')
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'reject',
    name,
  })
  const failed = await paused(product, await product.operate(id, 'stop'))
  await product.send('DELETE', `/api/v1/components/${id}`)
  await product.track(name)

  const retried = await decide(product, failed, 'retry', { step: 0, attempt: 1 })

  expect([retried.status, retried.body.code]).toEqual([404, 'NOT_FOUND'])
  expect(await simulator.writes(name)).toHaveLength(1)
})

test('a writer that is seen at work is not migrated by force', async () => {
  const { name, id } = await newWriter('alive')

  const { status, body } = await ask(id, 'migrate', {
    input: { host: elsewhere, force: true },
    reason: 'thought it dead',
  })

  expect([status, body.field, body.fault]).toEqual([400, 'body.input.force', 'host-is-alive'])
  expect(await simulator.writes(name)).toEqual([])
})

test('a start that CM refused is not sent again once the writer runs', async () => {
  const { name, id } = await newWriter('runs', false)
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/start',
    fault: 'reject',
    name,
  })
  const failed = await paused(product, await product.operate(id, 'start'))
  await simulator.control('PATCH', 'writers', { name, status: 'running', active: true })
  await until(
    () => product.component(id),
    ({ active }) => active === true,
  )

  const { status, body } = await decide(product, failed, 'retry', { step: 0, attempt: 1 })

  expect([status, body.reason]).toEqual([409, 'already-running'])
})

test.each(['toString', 'constructor', '__proto__', 'nonsense'])(
  'a plan rests on no %s, and is refused where somebody expects it to',
  async (fact) => {
    const { id } = await newWriter('expect')

    const { status, body } = await ask(id, 'stop', {
      expect: JSON.parse(`{"${fact}":"unknown"}`) as object,
    })

    expect([status, body.code]).toEqual([400, 'INVALID_INPUT'])
  },
)

test('a writer that was migrated there and back is no twin of itself', async () => {
  const { name, id } = await newWriter('back')
  const home = name.slice(0, name.indexOf('-'))
  for (const host of [elsewhere, home]) {
    await until(
      () => product.component(id),
      ({ active, operation }) => active === true && operation === null,
    )
    await settled(product, await product.operate(id, 'migrate', { input: { host } }))
  }

  const { twin, formerNames } = await product.component(id)
  const { items } = await product.get<{ items: FormerName[] }>(`/components/${id}/names`)

  expect(twin).toBeNull()
  expect(formerNames).toHaveLength(2)
  expect(items.map(({ until: end }) => end === null)).toEqual([true, false, false])
}, 120_000)

test('ten thousand names of one identity are listed as fast as they come', async () => {
  const names = Array.from(
    { length: 10_000 },
    (_, at) => `10.9.0.1-9000:p_crowd-000-0:${String(at).padStart(10, '0')}`,
  )
  await product.track(...names)

  const { items } = await product.get<{ items: Component[] }>('/components?q=p_crowd')

  expect(items).toHaveLength(10_000)
})

import type { Component, FormerName, Step } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { elsewhere, settle, settled, tracked } from './estate.ts'
import { startProduct, until, type Product } from './product.ts'
import type { Row } from './runbook-rows.ts'
import { runbook } from './runbook-writers.ts'

vi.setConfig({ maxConcurrency: runbook.length, testTimeout: 120_000 })

let simulator: Simulator
let product: Product

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  product = await startProduct(simulator.url, {
    cluster: { callsPerSecond: 50, writerRewind: true },
  })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const cases = runbook.map((row, number) => {
  const topic = `p_runbook${number}_source-000-0`
  const subtopic = row.kind === 'connector' ? `connector:${topic}` : topic
  const isChecker = row.kind === 'checker'
  const name = isChecker ? `${70_000 + number}` : `10.0.1.${number}-9000:${subtopic}:0000000001`
  const newName = `${elsewhere}-9000:${subtopic}:0000000002`
  const own = named(row, { '<name>': name, '<new>': newName, '<subtopic>': topic })
  return Object.assign(own, { name, newName })
})

test.concurrent.for(cases)(
  '$title: what is shown is sent, and nothing else; the world is as it was asked for',
  async ({ title, kind, name, newName, running, isHostDead = false, ...row }) => {
    const id = await tracked({ product, simulator }, { kind, name, running })
    if (isHostDead) await killHostOf(id, name)
    const { operation: asked, input, reason } = row
    const more = { ...(input && { input }), ...(reason !== undefined && { reason }) }

    const plan = await product.plan(id, asked, more)
    expect(await simulator.writes(name)).toEqual([])
    const { expect: facts } = plan
    const operation = await product.operate(id, asked, { ...more, expect: facts })
    const ended = await settled(product, operation)

    expect(ended).toMatchObject({
      state: 'succeeded',
      verification: kind === 'writer' ? 'verified' : 'unverifiable',
      reason: reason ?? null,
    })
    expect(ended.steps.map((step) => [step.name, step.state, step.attempt])).toEqual(
      row.steps.map((step) => [step, 'succeeded', 1]),
    )
    // What was planned for a name to come was sent with the name that came.
    const isNamed = ({ request }: Pick<Step, 'request'>) => !request.curl.includes('$NEW_NAME')
    expect(ended.steps.every(isNamed)).toBe(true)
    expect(ended.steps.map(({ request }) => request.curl)).toEqual(
      plan.steps.map(({ request: { curl } }) =>
        // By then it has been told.
        curl.includes('$NEW_NAME') ? startOf(newName) : curl,
      ),
    )
    const isMoved = asked === 'migrate'
    expect(await sentTo(isMoved ? [name, newName] : [name])).toEqual(row.sent)
    const now = await inWorld(kind, isMoved ? newName : name)
    expect(now === undefined).toBe(row.world === null)
    expect(now ?? {}).toMatchObject(row.world ?? {})
    if (isMoved) await expectFollowed(id, { kind, name, newName, operation: operation.id })
    const gone = await product.send('GET', `/api/v1/components/${id}`)
    expect([title, gone.status]).toEqual([title, row.world === null ? 404 : 200])
  },
)

test('a secret and the name to come are variables in what is shown, and values in what is sent', async () => {
  const subtopic = 'connector:p_variables_source-000-0'
  const name = `10.0.2.1-9000:${subtopic}:0000000001`
  const id = await tracked({ product, simulator }, { kind: 'connector', name })
  const set = { 'dest.sasl.password': "it's $HOME & 100%", 'dest.batch.size': '20' }

  const { steps } = await product.plan(id, 'configure', { input: { set } })
  const operation = await product.operate(id, 'configure', { input: { set } })
  const ended = await settled(product, operation)
  const migration = await product.plan(id, 'migrate', { input: { host: elsewhere } })

  const update = `curl -XPOST "$CM_URL/connector/task/updateByName" -d 'taskName=${name}'`
  const secretly = `--data-urlencode "dest.sasl.password=$SECRET_1" -d 'dest.batch.size=20'`
  expect(steps[1]?.request.curl).toBe(`${update} ${secretly}`)
  expect(ended.steps[1]?.request.curl).toBe(steps[1]?.request.curl)
  expect((await simulator.writes(name))[1]?.body).toEqual({ taskName: name, ...set })
  expect(migration.steps.map(({ request }) => request.curl)).toEqual([
    `curl -XPOST "$CM_URL/connector/task/stopByName?taskName=${name}"`,
    `curl -XGET "$CM_URL/connector/task/migrate?taskName=${name}&node=${elsewhere}"`,
    `curl -XPOST -G "$CM_URL/connector/task/startByName" --data-urlencode "taskName=$NEW_NAME"`,
  ])
})

test('a stop is verified by readings that show a stop, also where none was there before', async () => {
  const name = '10.0.2.2-9000:p_unread-000-0:0000000001'
  await settle(simulator, { kind: 'writer', name })
  await simulator.control('POST', 'faults', {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'status',
    name,
    calls: 2,
  })
  const [id = ''] = await product.track(name)

  const operation = await product.operate(id, 'stop')

  expect((await product.component(id)).observedAt).toBeNull()
  expect(await settled(product, operation)).toMatchObject({ verification: 'verified' })
}, 90_000)

const startOf = (name: string): unknown => expect.stringContaining(`ame=${name}`)

async function killHostOf(id: string, name: string) {
  await simulator.control('PATCH', 'hosts', { name: name.split('-')[0], up: false })
  await until(
    () => product.component(id),
    ({ active }) => active === false,
  )
}

/** The writes that named one of these, in their order. */
async function sentTo(names: readonly string[]) {
  const writes = (await Promise.all(names.map((name) => simulator.writes(name)))).flat()
  return writes
    .toSorted((one, other) => one.n - other.n)
    .map(({ method, path, query, body }) => [method, path, { ...query, ...body }])
}

async function inWorld(kind: Row['kind'], name: string) {
  const { writers, connectors, checkers } = await simulator.world()
  const all = { writer: writers, connector: connectors }
  return kind === 'checker'
    ? checkers.find(({ taskId }) => taskId === name)
    : all[kind].find((one) => one.name === name)
}

interface Renamed extends Pick<Row, 'kind'> {
  name: string
  newName: string
  operation: string
}

/** The component is the same one under another name, and is found by either. */
async function expectFollowed(id: string, { kind, name, newName, operation }: Renamed) {
  expect(await product.component(id)).toMatchObject({
    id,
    kind,
    name: newName,
    formerNames: [name],
    host: elsewhere,
  })
  const names = await product.get<{ items: FormerName[] }>(`/components/${id}/names`)
  expect(names.items).toMatchObject([
    { name: newName, host: elsewhere, until: null, operation },
    { name, until: names.items[0]?.since, operation: null, readUntil: expect.any(String) },
  ])
  for (const text of [name, newName]) {
    const found = await product.get<{ items: Component[] }>(
      `/components?q=${encodeURIComponent(text)}`,
    )
    expect(found.items.map((item) => item.id)).toEqual([id])
  }
}

/** A row with the names of its component in it. */
function named(row: Row, names: Readonly<Record<string, string>>): Row {
  const text = Object.entries(names).reduce(
    (said, [placeholder, name]) => said.replaceAll(placeholder, name),
    JSON.stringify(row),
  )
  return JSON.parse(text) as Row // the same row, with other texts
}

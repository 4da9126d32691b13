import type { AuditRecord, Component, Operation } from '@wheelhouse/contract'
import {
  launchSimulator,
  type Effect,
  type ReceivedWrite,
  type Simulator,
} from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { auditSays, elsewhere, paused } from './estate.ts'
import { follow, type Follower } from './follower.ts'
import { applies, cells, writeMs, writeRows, type Cell } from './fault-rows.ts'
import { inhabit, nameOf, ordered } from './fault-stage.ts'
import { startProduct, until, type Product } from './product.ts'

/** Every write × every fault × before, after and long after the effect. `fault-rows.ts` says what is expected. */

vi.setConfig({ maxConcurrency: 5, testTimeout: 180_000, hookTimeout: 60_000 })

let simulator: Simulator
let product: Product
let stream: Follower
const ids = new Map<Cell, string>()
let struck = 0

/** A closed port strikes everybody: those cells have a world of their own. */
const isShared = ({ row }: Cell) => row.fault !== 'refuse'

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  product = await startProduct(simulator.url, {
    cluster: { callsPerSecond: 50, timeouts: { writeMs } },
  })
  stream = follow(product)
  for (const [cell, id] of await inhabit({ simulator, product }, cells.filter(isShared)))
    ids.set(cell, id)
})
afterAll(async () => {
  await stream.end()
  await product.end()
  await simulator.end()
  process.stdout.write(
    `fault matrix: ${cells.length} cells, ${cells.filter((cell) => !applies(cell)).length} n/a, ${struck} struck\n`,
  )
})

test.concurrent.for(writeRows)(
  '$endpoint is taken for what it was under every fault, sent once, and never a success that was none',
  async (write) => {
    const own = [...ids.keys()].filter((cell) => cell.write === write)

    const seen = await Promise.all(own.map(strike))
    const effects = await until(
      () => simulator.effects(),
      (all) => own.every((cell) => effectsOn(cell, all) >= cell.effects),
    )
    const writes = await simulator.writes()

    const counted = own.map((cell, at) => ({
      ...seen[at],
      sent: callsOf(cell, writes),
      effects: effectsOn(cell, effects),
    }))
    expect(counted).toEqual(own.map(expectedOf))
    struck += own.length
  },
)

test('nothing was sent a second time, also three seconds later', async () => {
  const lastAt = Math.max(...(await simulator.writes()).map(({ at }) => at))
  await until(
    () => simulator.world(),
    ({ now }) => now > lastAt + 3_000,
  )

  const writes = await simulator.writes()

  const sentTwice = [...ids.keys()].filter((cell) => callsOf(cell, writes) !== 1)
  expect(sentTwice.map(({ title }) => title)).toEqual([])
  expect(writes).toHaveLength(ids.size)
})

test('what cannot be sent to a closed port is refused, and nothing of it reaches CM', async () => {
  const refused = cells.filter((cell) => applies(cell) && !isShared(cell))
  const alone = await launchSimulator()
  await alone.control('POST', 'hosts', { name: elsewhere })
  const own = await startProduct(alone.url, {
    cluster: { callsPerSecond: 50, timeouts: { readMs: 12_000 } },
  })
  const residents = await inhabit({ simulator: alone, product: own }, refused)
  const ask = ([cell, id]: [Cell, string]) => ordered(own, cell.write, id)
  const checks = ([{ write }]: [Cell, string]) =>
    write.kind === 'writer' && !['start', 'stop'].includes(write.operation)

  // These are seen stopped by two readings; the port closes while the second one is under way.
  const checked = residents.filter(checks)
  for (const [cell] of checked)
    await alone.control('POST', 'faults', {
      endpoint: 'GET /JDBCWriter/detail',
      fault: 'slow',
      name: nameOf(cell),
      ms: 7_000,
      calls: 1_000,
    })
  const slowly = await Promise.all(checked.map(ask))
  await until(
    () => Promise.all(slowly.map((operation) => isAboutToSend({ alone, own }, operation))),
    (each) => each.every(Boolean),
  )
  await alone.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'refuse',
    ms: 15_000,
  })
  const atOnce = await Promise.all(residents.filter((one) => !checks(one)).map(ask))

  for (const operation of [...slowly, ...atOnce]) {
    const { steps, state } = await paused(own, operation)
    expect(state).toBe('failed')
    expect(steps.at(-1)).toMatchObject({ state: 'refused', reply: { failure: 'NOT_SENT' } })
  }
  await alone.control('DELETE', 'faults')
  expect(await alone.writes()).toEqual([])
  expect(await alone.effects()).toEqual([])
  struck += residents.length
  await own.end()
  await alone.end()
})

test('every operation and component can still be read, and the audit trail is whole', async () => {
  const operations = await product.get<{ items: Operation[]; total: number }>(
    '/operations?limit=500',
  )
  const components = await product.get<{ items: Component[] }>('/components')
  const { records, says } = await auditSays(product.dataDir)

  expect(operations.total).toBe(ids.size)
  expect(operations.items).toHaveLength(ids.size)
  expect(components.items.length).toBeGreaterThan(ids.size - 10)
  expect(says).toContain('chain intact')
  expect(records).toBeGreaterThan(3 * ids.size)
})

/** Carries the cell's operation out under its fault, and tells what became of it. */
async function strike(cell: Cell) {
  const { write, row, moment, title } = cell
  const id = ids.get(cell) ?? ''
  await simulator.control('POST', 'faults', {
    endpoint: write.endpoint,
    fault: row.fault,
    name: nameOf(cell),
    when: moment === 'after' || row.fault === 'late' ? 'after' : 'before',
    ...(moment === 'late' ? row.armedLate : row.armed),
  })
  // What is known of it must be fresh, or nothing that is seen later tells who did it. This also lets
  // the operations begin one by one, as the readings come.
  const since = Date.now()
  if (write.kind === 'writer')
    await stream.component(id, ({ askedAt }) => Date.parse(askedAt ?? '') > since)
  const asked = await ordered(product, write, id)
  await stream.operation(asked.id, ({ state }) => state !== 'queued' && state !== 'running')
  const { state, verification, steps } = await atLast(cell, asked)
  const trail = await product.get<{ items: AuditRecord[] }>(`/audit?operation=${asked.id}`)
  const ofStep = trail.items.filter(({ step }) => step === steps.length - 1).toReversed()
  const outcome = ofStep.find(({ kind }) => kind === 'step.outcome')
  const component = await product.send('GET', `/api/v1/components/${id}`)
  return {
    title,
    takenFor: outcome?.body['state'],
    failure: steps.at(-1)?.reply?.failure ?? null,
    state,
    verification,
    trail: ofStep.map(({ kind }) => kind),
    component: component.status,
  }
}

/** Waits for the end that is expected, or where none is, for readings enough to come to a wrong one. */
async function atLast(cell: Cell, { id, component }: Operation): Promise<Operation> {
  const expected = expectedOf(cell)
  if (cell.write.kind !== 'writer' || expected.verification !== 'pending')
    return (
      stream
        .operation(id, ({ verification }) => verification === expected.verification)
        // The comparison of the whole row says which cells came to another end.
        .catch(() => product.operation(id))
    )
  // Late effects are among them: nothing can be learnt before they have happened.
  const untilMs = Date.now() + (cell.moment === 'late' ? writeMs : 0) + 8_000
  await stream.component(
    component.id,
    ({ askedAt, failure }) => Date.parse(failure?.at ?? askedAt ?? '') > untilMs,
  )
  return product.operation(id)
}

/** What must be seen of a cell in the end. */
function expectedOf(cell: Cell) {
  const { title, write, row, expected, effects } = cell
  const isSettled = expected === 'uncertain' && write.showsInReadings === true && effects > 0
  const isSeen = isSettled || (expected === 'succeeded' && write.kind === 'writer' && effects > 0)
  const succeeds = isSettled || expected === 'succeeded'
  return {
    title,
    takenFor: expected,
    failure: expected === 'succeeded' ? null : row.failure,
    state: succeeds ? 'succeeded' : expected === 'refused' ? 'failed' : expected,
    verification: isSeen
      ? 'verified'
      : succeeds && write.kind !== 'writer'
        ? 'unverifiable'
        : 'pending',
    trail: ['step.intent', 'step.outcome', ...(isSettled ? ['step.settled'] : [])],
    component: write.operation === 'delete' && isSeen ? 404 : 200,
    sent: 1,
    effects,
  }
}

const callsOf = (cell: Cell, writes: readonly ReceivedWrite[]): number =>
  writes.filter(
    ({ method, path, query, body }) =>
      `${method} ${path}` === cell.write.endpoint &&
      Object.values({ ...query, ...body }).includes(nameOf(cell)),
  ).length

const effectsOn = (cell: Cell, effects: readonly Effect[]): number =>
  effects.filter(({ name }) => name === nameOf(cell)).length

/** Whether the check has seen it stopped once, and the second reading is under way. */
async function isAboutToSend(
  { alone, own }: { alone: Simulator; own: Product },
  { id, component }: Operation,
): Promise<boolean> {
  const [check] = (await own.operation(id)).steps
  const { askedAt } = await own.component(component.id)
  const { items } = (await alone.control('GET', 'calls')) as {
    items: { query: Record<string, string>; status: number | null }[]
  } // as its route answers
  const reads = items.filter(({ query }) => query['writerName'] === component.name)
  const hasSeenOnce = Date.parse(askedAt ?? '') > Date.parse(check?.startedAt ?? '')
  return hasSeenOnce && reads.at(-1)?.status === null
}

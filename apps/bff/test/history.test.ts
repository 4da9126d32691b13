import type {
  Component,
  History,
  LagTrail,
  ProblemBody,
  RecordedCheckpoint,
} from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { PastPoint } from '../src/features/history/history.ts'
import { elsewhere, settled, tracked } from './estate.ts'
import { temporaryFolder } from './process.ts'
import { startProduct, until, type Product } from './product.ts'

const hour = 3600
const nowSeconds = Math.floor(Date.now() / 1000)

let simulator: Simulator
let product: Product
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const nameOf = (topic: string) => `10.0.6.1-9000:p_${topic}_source-000-0:0000000001`

async function writer() {
  number += 1
  return tracked({ product, simulator }, { kind: 'writer', name: nameOf(`history${number}`) })
}
const historyOf = (id: string, query: string, from = product) =>
  from.get<History>(`/components/${id}/history?${query}`)
const checkpointsOf = async (id: string, from = product) =>
  (await from.get<{ items: RecordedCheckpoint[] }>(`/components/${id}/checkpoints`)).items

/** A product that tracks one writer of which it knows a week. */
async function withPast(past: readonly PastPoint[], dataDir?: string) {
  const inventory = [{ cluster: 'main', kind: 'writer' as const, names: [nameOf('past')] }]
  const started = await startProduct(
    'http://127.0.0.1:9',
    { inventory, ...(dataDir !== undefined && { dataDir }) },
    { past: () => past },
  )
  const { items } = await started.get<{ items: Component[] }>('/components')
  return { started, id: items[0]?.id ?? '' }
}

/** A reading a minute for a week: five seconds behind, and stalled for half an hour two days ago. */
function quietWeek(): PastPoint[] {
  const stalledAt = nowSeconds - 2 * 24 * hour
  return Array.from({ length: 7 * 24 * 60 - 10 }, (_, minute): PastPoint => {
    const atSeconds = nowSeconds - 7 * 24 * hour + (minute + 5) * 60
    const stillSeconds = atSeconds - stalledAt
    const isStalled = stillSeconds >= 0 && stillSeconds < hour / 2
    return {
      atSeconds,
      lagSeconds: 5 + (isStalled ? stillSeconds : 0),
      verdict: isStalled ? 'stalled' : 'running',
    }
  })
}

test('a chart has the lags that were observed, and its verdict', async () => {
  const id = await writer()

  const chart = await until(
    () => historyOf(id, 'span=15m'),
    ({ lags }) => lags.some((lag) => lag !== null),
  )

  expect(chart).toMatchObject({ stepSeconds: 15, marks: [] })
  expect(chart.lags).toHaveLength(60)
  expect(Math.abs(chart.fromSeconds + 900 - Date.now() / 1000)).toBeLessThan(40)
  expect(chart.verdicts[0]).toEqual({ fromSeconds: chart.fromSeconds, verdict: null })
  expect(chart.verdicts.map(({ verdict }) => verdict)).toContain('running')
})

test('each span has its own steps', async () => {
  const id = await writer()

  const steps = await Promise.all(
    ['15m', '1h', '6h', '24h', '7d'].map(async (span) => {
      const { stepSeconds, lags } = await historyOf(id, `span=${span}`)
      return [stepSeconds, lags.length]
    }),
  )

  expect(steps).toEqual([
    [15, 60],
    [15, 240],
    [60, 360],
    [60, 1440],
    [120, 5040],
  ])
})

test('a week is answered in less than 100 kB, from before a restart as well', async () => {
  const dataDir = await temporaryFolder()
  const { started } = await withPast(quietWeek(), dataDir)
  await started.end()
  const { started: restarted, id } = await withPast([], dataDir)
  onTestFinished(() => restarted.end())

  const week = await historyOf(id, 'span=7d', restarted)

  expect(JSON.stringify(week).length).toBeLessThan(100_000)
  expect(week.lags.filter((lag) => lag !== null).length).toBeGreaterThan(4900)
  const [worst] = week.lags.toSorted((one, other) => (other ?? 0) - (one ?? 0))
  expect(worst).toBeGreaterThan(1700)
  expect(worst).toBeLessThanOrEqual(1805)
  expect(week.verdicts.map(({ verdict }) => verdict).slice(0, 4)).toEqual([
    null,
    'running',
    'stalled',
    'running',
  ])
  const old = await historyOf(
    id,
    `span=1h&until=${new Date((nowSeconds - 2 * 24 * hour + 1200) * 1000).toISOString()}`,
    restarted,
  )
  expect(old.stepSeconds).toBe(60)
  expect(old.lags.filter((lag) => lag !== null).length).toBeGreaterThan(55)
})

test('positions are offered from where it stalled and of each full hour, the newest first', async () => {
  const { started, id } = await withPast(quietWeek())
  onTestFinished(() => started.end())

  const items = await checkpointsOf(id, started)

  expect(items.filter(({ why }) => why === 'hour').length).toBeGreaterThanOrEqual(23)
  expect(items.filter(({ why }) => why === 'verdict')).toMatchObject([
    { verdict: 'stalled', operation: null },
  ])
  const times = items.map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  for (const { at, checkpoint } of items) expect(Date.parse(at) / 1000 - checkpoint).toBe(5)
})

test('an operation and the name that it gave stand on the curve, which goes on after it', async () => {
  const id = await writer()
  const before = await product.component(id)
  const operation = await settled(
    product,
    await product.operate(id, 'migrate', { input: { host: elsewhere } }),
  )

  const { marks, lags } = await until(
    () => historyOf(id, 'span=1h'),
    (chart) => chart.marks.length === 2,
  )
  const offered = await checkpointsOf(id)

  expect(marks).toEqual([
    {
      type: 'operation',
      at: operation.createdAt,
      id: operation.id,
      kind: 'migrate',
      state: 'succeeded',
      actor: 'local',
    },
    { type: 'renamed', at: expect.any(String), from: before.name, to: operation.newName },
  ])
  expect(lags.some((lag) => lag !== null)).toBe(true)
  expect(offered.find(({ why }) => why === 'before-operation')).toMatchObject({
    at: operation.createdAt,
    operation: { id: operation.id, kind: 'migrate' },
    verdict: null,
  })
})

test('of a kind without a read there are verdicts and operations, and no lags', async () => {
  const name = '10.0.6.2-9000:connector:p_history_source-000-0:0000000001'
  const id = await tracked({ product, simulator }, { kind: 'connector', name })
  await settled(product, await product.operate(id, 'stop'))

  const chart = await historyOf(id, 'span=15m')

  expect(chart.lags.every((lag) => lag === null)).toBe(true)
  expect(chart.verdicts.some(({ verdict }) => verdict === 'not-observable')).toBe(true)
  expect(chart.marks).toHaveLength(1)
  expect(await checkpointsOf(id)).toEqual([])
})

test('the lag of several components is answered in the order of the question', async () => {
  const [one, other] = [await writer(), await writer()]

  const { items, total } = await until(
    () =>
      product.get<{ items: LagTrail[]; total: number }>(`/lags?components=${other},nobody,${one}`),
    (answer) => answer.items.every(({ lags }) => lags.some((lag) => lag !== null)),
  )

  expect(items.map(({ id }) => id)).toEqual([other, one])
  expect(total).toBe(2)
  expect(items.map(({ stepSeconds, lags }) => [stepSeconds, lags.length])).toEqual([
    [60, 60],
    [60, 60],
  ])
})

test('what can be no question is refused with its field', async () => {
  const id = await writer()
  const asked = async (path: string) => {
    const { status, body } = await product.send<ProblemBody>('GET', `/api/v1${path}`)
    return [status, body.field]
  }
  const future = new Date(Date.now() + 60_000).toISOString()
  const chart = (query: string) => asked(`/components/${id}/history?${query}`)

  expect(await asked('/components/nobody/history?span=1h')).toEqual([404, undefined])
  expect(await asked('/components/nobody/checkpoints')).toEqual([404, undefined])
  expect(await chart('')).toEqual([400, 'query.span'])
  expect(await chart('span=2h')).toEqual([400, 'query.span'])
  expect(await chart('span=1h&until=yesterday')).toEqual([400, 'query.until'])
  expect(await chart('span=1h&until=2026-02-31T00:00:00Z')).toEqual([400, 'query.until'])
  expect(await chart(`span=1h&until=${future}`)).toEqual([400, 'query.until'])
  expect(await chart('span=1h&step=3')).toEqual([400, 'query.step'])
  expect(await asked('/lags')).toEqual([400, 'query.components'])
  expect(await asked(`/lags?components=${Array(101).fill(id).join(',')}`)).toEqual([
    400,
    'query.components',
  ])
})

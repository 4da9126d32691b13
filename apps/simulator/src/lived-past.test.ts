import { expect, test } from 'vitest'
import { livedPast } from './lived-past.ts'
import { simulator, startMs, steer } from './test/harness.ts'
import { scenarios } from './scenarios.ts'
import { lagOf } from './writer.ts'

const cities = ['demo-hangzhou', 'demo-shanghai'] as const
const writers = cities.flatMap((city) => Array.from(scenarios[city](1, startMs).writers.values()))
const pastOf = (writer: (typeof writers)[number], hours = 24) =>
  livedPast(writer, { nowMs: startMs, hours })

test('a past has a point a minute and ends where the present begins', () => {
  for (const writer of writers) {
    const past = pastOf(writer)
    const [first, last] = [past[0], past.at(-1)]

    expect(past).toHaveLength(24 * 60)
    expect(first?.[0]).toBe(startMs / 1000 - (24 * 60 - 1) * 60)
    expect(last?.[0]).toBe(startMs / 1000)
    expect(Math.abs((last?.[1] ?? Number.NaN) - lagOf(writer, startMs))).toBeLessThanOrEqual(2)
  }
})

test('no lag grows faster than time goes by, and no past is a leap', () => {
  for (const writer of writers) {
    const lags = pastOf(writer).map(([, lagSeconds]) => lagSeconds)
    const most = Math.max(...lags.map((lag, at) => (at === 0 ? 0 : lag - (lags[at - 1] ?? lag))))
    const least = Math.min(...lags.map((lag, at) => (at === 0 ? 0 : lag - (lags[at - 1] ?? lag))))

    expect(most).toBeLessThanOrEqual(90)
    expect(least).toBeGreaterThanOrEqual(-60 * (Math.max(writer.rate, 3) + 0.5))
  }
})

test('the present state is what its past led to', () => {
  const wordsOf = (claim: (writer: (typeof writers)[number]) => boolean) =>
    new Set(writers.filter(claim).map((writer) => pastOf(writer).at(-1)?.[2]))

  expect(wordsOf(({ rate, active }) => active && rate === 0)).toEqual(new Set(['stalled']))
  expect(wordsOf(({ active, status }) => !active && status === 'running')).toEqual(
    new Set(['abnormal']),
  )
  expect(wordsOf(({ status }) => status === 'stopped')).toEqual(new Set(['stopped']))
  expect(wordsOf(({ rate }) => rate > 0 && rate < 1)).toEqual(new Set(['falling-behind']))
})

test('some of those that are well have an outage behind them, and most of their day was well', () => {
  const well = writers.filter((writer) => writer.active && lagOf(writer, startMs) < 60)
  const words = well.flatMap((writer) => pastOf(writer).map(([, , word]) => word))
  const upset = well.filter((writer) => pastOf(writer).some(([, , word]) => word === 'abnormal'))

  expect(words.filter((word) => word === 'running').length / words.length).toBeGreaterThan(0.95)
  expect(upset.length).toBeGreaterThan(5)
  expect(upset.length).toBeLessThan(well.length)
})

test('the control route tells the past of every writer, the same one each time', async () => {
  const app = simulator({ scenario: 'demo-shanghai' })

  const { items } = await steer(app, ['GET', '/_sim/past?hours=2'])

  expect(items).toHaveLength(20)
  expect(items[0]).toMatchObject({ name: expect.stringContaining('10.186.17.104-9000:p_') })
  expect(items[0].points).toHaveLength(120)
  expect((await steer(app, ['GET', '/_sim/past?hours=2'])).items).toEqual(items)
  expect((await steer(app, ['GET', '/_sim/past'])).items[0].points).toHaveLength(24 * 60)
})

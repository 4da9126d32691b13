import { expect, test } from 'vitest'
import { scenarios } from './scenarios.ts'
import { createStir } from './stir.ts'
import { simulator, startMs, steer, worldOf } from './test/harness.ts'

test('so many writers a second change behind CM’s back, until it is ended', async () => {
  const app = simulator({ scenario: 'hundred' })
  const statesOf = async () =>
    (await worldOf(app)).writers.map(({ active, rate, status, checkpoint, lagSeconds }) =>
      [active, rate, status, lagSeconds > 60 ? checkpoint : ''].join(' '),
    )
  const before = await statesOf()

  await steer(app, ['POST', '/_sim/stir'], { perSecond: 4 })
  expect(await statesOf()).toEqual(before)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 2 })
  const after = await statesOf()
  await steer(app, ['POST', '/_sim/stir'], { perSecond: 0 })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 2 })
  const ended = await statesOf()

  const changed = after.filter((state, at) => state !== before[at]).length
  expect(changed).toBeGreaterThan(5)
  expect(changed).toBeLessThanOrEqual(8)
  expect(ended.filter((state, at) => state !== after[at])).toEqual([])
})

test('for hours on end most of the estate stays well', () => {
  const world = scenarios.hundred(1, startMs)
  const stir = createStir()
  stir.begin(1, startMs)

  for (let second = 1; second <= 7200; second += 1)
    stir.settle({ world, seed: 1 }, startMs + second * 1000)

  const well = [...world.writers.values()].filter(({ active, rate }) => active && rate > 1)
  expect(well.length).toBeGreaterThan(80)
  expect(well.length).toBeLessThan(100)
})

test('what runs on a dead host is not stirred', () => {
  const world = scenarios['demo-shanghai'](1, startMs)
  const lost = () => [...world.writers.values()].filter(({ host }) => host.name === '10.186.17.108')
  const before = lost()
  const stir = createStir()
  stir.begin(10, startMs)

  stir.settle({ world, seed: 1 }, startMs + 60_000)

  expect(lost()).toEqual(before)
})

import { expect, test } from 'vitest'
import type { Position } from './positions.ts'
import { lagTrend } from './trend.ts'

/** Readings from `[second of the sample, lag then]`. */
const samples = (...points: [number, number][]): Position[] =>
  points.map(([at, lag]) => ({
    observedAtMs: at * 1000 + 4000,
    checkpointSeconds: at - lag,
    sampledAtSeconds: at,
    aheadSeconds: -4,
  }))

test('the trend is what the lag gains in a minute', () => {
  expect(lagTrend(samples([1000, 100], [1015, 110], [1030, 120]))).toBe(40)
  expect(lagTrend(samples([1000, 100], [1060, 40]))).toBe(-60)
})

test('small movements are none, and short spans say nothing', () => {
  expect(lagTrend(samples([1000, 100], [1060, 104]))).toBe(0)
  expect(lagTrend(samples([1000, 100], [1029, 200]))).toBeNull()
  expect(lagTrend(samples([1000, 100]))).toBeNull()
  expect(lagTrend([])).toBeNull()
})

test('readings without a checkpoint are left out', () => {
  const [first, last] = samples([1000, 100], [1060, 100])
  const holes = { ...samples([1030, 0])[0], checkpointSeconds: null } as Position
  expect(lagTrend([first, holes, last].filter((reading) => reading !== undefined))).toBe(0)
})

import type { LagTrail } from '@wheelhouse/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLagTrails } from './lag-trails.ts'

const trailOf = (id: string): LagTrail => ({ id, fromSeconds: 0, stepSeconds: 60, lags: [1, 2] })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Circumstances {
  readonly isSeen?: () => boolean
  readonly fails?: () => boolean
}

function asking({ isSeen = () => true, fails = () => false }: Circumstances = {}) {
  const asked: (readonly string[])[] = []
  const trails = createLagTrails({
    clock: () => Date.now(),
    isSeen,
    read: async (ids) => {
      asked.push(ids)
      if (fails()) throw new Error('no answer')
      return ids.map(trailOf)
    },
  })
  return { trails, asked }
}

test('the rows on a screen are asked for together, a hundred at most in a request', async () => {
  const { trails, asked } = asking()

  for (let row = 0; row < 130; row += 1) trails.follow(`c${row}`, () => undefined)
  await vi.advanceTimersByTimeAsync(200)

  expect(asked.map((ids) => ids.length)).toEqual([100, 30])
  expect(trails.get('c129')).toEqual(trailOf('c129'))
})

test('a row that is scrolled past is not asked for', async () => {
  const { trails, asked } = asking()

  trails.follow('passed', () => undefined)()
  trails.follow('stays', () => undefined)
  await vi.advanceTimersByTimeAsync(200)

  expect(asked).toEqual([['stays']])
})

test('a trail is asked for once a minute while it is seen, however many rows show it', async () => {
  const { trails, asked } = asking()
  const told: string[] = []

  trails.follow('c1', () => told.push('row'))
  trails.follow('c1', () => told.push('drawer'))
  await vi.advanceTimersByTimeAsync(150_000)

  expect(asked).toEqual([['c1'], ['c1'], ['c1']])
  expect(told.filter((where) => where === 'drawer')).toHaveLength(3)
})

test('whoever scrolls back within the minute costs no request', async () => {
  const { trails, asked } = asking()

  const leave = trails.follow('c1', () => undefined)
  await vi.advanceTimersByTimeAsync(1000)
  leave()
  trails.follow('c1', () => undefined)
  await vi.advanceTimersByTimeAsync(30_000)

  expect(asked).toHaveLength(1)
})

test('in a hidden tab nothing is asked for', async () => {
  let isSeen = false
  const { trails, asked } = asking({ isSeen: () => isSeen })

  trails.follow('c1', () => undefined)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(asked).toEqual([])

  isSeen = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toEqual([['c1']])
})

test('a failed read keeps the trail that there was', async () => {
  let fails = false
  const { trails, asked } = asking({ fails: () => fails })

  trails.follow('c1', () => undefined)
  await vi.advanceTimersByTimeAsync(1000)
  fails = true
  await vi.advanceTimersByTimeAsync(60_000)

  expect(asked).toHaveLength(2)
  expect(trails.get('c1')).toEqual(trailOf('c1'))
})

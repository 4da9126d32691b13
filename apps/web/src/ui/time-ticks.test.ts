import { expect, test } from 'vitest'
import { timeTicks } from './time-ticks.ts'

const secondsOf = (local: string) => Date.parse(local) / 1000

test('an hour is marked every ten minutes, by the reader’s own clock', () => {
  const from = secondsOf('2026-11-23T14:03:20')

  expect(timeTicks(from, from + 3600, 8).map(({ label }) => label)).toEqual([
    '14:10',
    '14:20',
    '14:30',
    '14:40',
    '14:50',
    '15:00',
  ])
})

test('midnight is marked by its day', () => {
  const from = secondsOf('2026-11-22T19:00:00')

  expect(timeTicks(from, from + 24 * 3600, 4).map(({ label }) => label)).toEqual([
    '11-23',
    '06:00',
    '12:00',
    '18:00',
  ])
})

test('a week is marked by its days, and a narrow one by fewer', () => {
  const from = secondsOf('2026-11-16T09:30:00')

  expect(timeTicks(from, from + 7 * 86_400, 8)).toHaveLength(7)
  expect(timeTicks(from, from + 7 * 86_400, 4).length).toBeLessThanOrEqual(4)
})

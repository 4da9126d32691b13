import { expect, test } from 'vitest'
import { exactTime, shortTime, utcTime } from './time.ts'

const noon = new Date(2026, 10, 23, 12, 0, 5).getTime()

test('a time of today is said to the second, an older one with its day', () => {
  expect(shortTime(noon, noon + 3_600_000)).toBe('12:00:05')
  expect(shortTime(noon, noon + 86_400_000)).toBe('11-23 12:00')
  expect(shortTime(noon, new Date(2027, 0, 2).getTime())).toBe('2026-11-23 12:00')
})

test('the exact time is said locally, in UTC and as CM says it', () => {
  const [local, utc, epoch] = exactTime(noon).split('\n')

  expect(local).toMatch(/^2026-11-23 12:00:05 UTC[+-]\d/u)
  expect(utc).toBe(utcTime(noon))
  expect(epoch).toBe(`epoch ${noon / 1000}`)
})

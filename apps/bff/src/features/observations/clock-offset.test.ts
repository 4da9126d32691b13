import { expect, test } from 'vitest'
import { ClockOffset } from './clock-offset.ts'

const begin = Date.UTC(2026, 0, 1)

/** CM's clock is ahead by so much and says whole seconds; each answer takes 20 ms. */
function hear(offset: ClockOffset, aheadMs: number, askedAtMs: number) {
  const saidMs = Math.floor((askedAtMs + 10 + aheadMs) / 1000) * 1000
  offset.learn({ saidMs, askedAtMs, answeredAtMs: askedAtMs + 20 })
}

test('one answer tells the clock to the second, some more to a fraction of it', () => {
  const offset = new ClockOffset()
  expect(offset.of(begin)).toBeNull()
  hear(offset, 8000, begin + 123)
  const first = offset.of(begin + 200)
  expect(Math.abs((first?.aheadSeconds ?? 0) - 8)).toBeLessThanOrEqual(first?.uncertainSeconds ?? 0)
  expect(first?.uncertainSeconds).toBeCloseTo(0.6)

  for (let number = 0; number < 60; number += 1) hear(offset, 8000, begin + number * 1037)

  const then = offset.of(begin + 63_000)
  expect(then?.aheadSeconds).toBeCloseTo(8, 0)
  expect(then?.uncertainSeconds).toBeLessThanOrEqual(0.2)
})

test('a clock that was set is believed from then on', () => {
  const offset = new ClockOffset()
  for (let number = 0; number < 60; number += 1) hear(offset, 8000, begin + number * 1037)
  hear(offset, -3_600_000, begin + 70_000)
  expect(Math.abs((offset.of(begin + 70_100)?.aheadSeconds ?? 0) + 3600)).toBeLessThan(1)
})

test('what was learnt is forgotten after ten minutes', () => {
  const offset = new ClockOffset()
  hear(offset, 8000, begin)
  expect(offset.of(begin + 599_000)).not.toBeNull()
  expect(offset.of(begin + 601_000)).toBeNull()
})

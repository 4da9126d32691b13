import { expect, test } from 'vitest'
import { etaSecondsOf } from './eta.ts'

const course = {
  verdict: 'catching-up',
  lagSeconds: 900,
  lagThresholdSeconds: 300,
  lagTrendSecondsPerMinute: -60,
} as const

test('what catches up is under its threshold when the rest of the lag has gone at this pace', () => {
  expect(etaSecondsOf(course)).toBe(600)
  expect(etaSecondsOf({ ...course, lagTrendSecondsPerMinute: -30 })).toBe(1200)
})

test('nothing is foretold of what does not catch up, or stands still, or is there already', () => {
  expect(etaSecondsOf({ ...course, verdict: 'falling-behind' })).toBeNull()
  expect(etaSecondsOf({ ...course, lagTrendSecondsPerMinute: 0 })).toBeNull()
  expect(etaSecondsOf({ ...course, lagTrendSecondsPerMinute: null })).toBeNull()
  expect(etaSecondsOf({ ...course, lagSeconds: 280 })).toBeNull()
  expect(etaSecondsOf({ ...course, lagSeconds: null })).toBeNull()
})

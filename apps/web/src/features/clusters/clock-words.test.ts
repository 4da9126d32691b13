import { expect, test } from 'vitest'
import { english } from '../../test/spoken.ts'
import { clockWords, isClockOff } from './clock-words.ts'

const clock = (aheadSeconds: number, uncertainSeconds = 0.5) => ({ aheadSeconds, uncertainSeconds })

test('a clock is said to be ahead or behind, and how sure that is', () => {
  expect(clockWords(english, clock(3.46))).toBe('3.5 s ahead, ± 0.5 s')
  expect(clockWords(english, clock(-8))).toBe('8 s behind, ± 0.5 s')
})

test('an offset that the uncertainty alone may explain is none', () => {
  expect(clockWords(english, clock(0.4))).toBe('in step, ± 0.5 s')
})

test('nothing is said of a clock that no answer told of', () => {
  expect(clockWords(english, null)).toBe('not known yet')
  expect(isClockOff(null)).toBe(false)
})

test('more than two seconds are worth a look, either way', () => {
  expect(isClockOff(clock(2))).toBe(false)
  expect(isClockOff(clock(2.5))).toBe(true)
  expect(isClockOff(clock(-2.5))).toBe(true)
})

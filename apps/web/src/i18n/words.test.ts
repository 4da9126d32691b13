import { expect, test } from 'vitest'
import { atMs } from '../test/component.ts'
import { chinese, english } from '../test/spoken.ts'
import { agoWords, durationWords, lagWords, roughWords, trendWords } from './words.ts'

test.each([
  [0, '0 s', '0 秒'],
  [0.9, '0 s', '0 秒'],
  [59, '59 s', '59 秒'],
  [60, '1 min', '1 分'],
  [192, '3 min 12 s', '3 分 12 秒'],
  [7500, '2 h 5 min', '2 小时 5 分'],
  [3601, '1 h', '1 小时'],
  [273_600, '3 d 4 h', '3 天 4 小时'],
  [86_520, '1 d', '1 天'],
])('%d seconds are said with their two largest units', (seconds, en, zh) => {
  expect(durationWords(english, seconds)).toBe(en)
  expect(durationWords(chinese, seconds)).toBe(zh)
})

test('a negative lag keeps its sign', () => {
  expect(lagWords(english, -37)).toBe('−37 s')
  expect(lagWords(chinese, -95)).toBe('−1 分 35 秒')
})

test('a trend says by how much the lag grows or falls in a minute', () => {
  expect(trendWords(english, 38.4)).toBe('+38 s/min')
  expect(trendWords(chinese, -1240)).toBe('−1,240 秒/分钟')
  expect(trendWords(english, -0.3)).toBe('steady')
})

test('an age is counted back from now, and what lies ahead is said to', () => {
  expect(agoWords(english, atMs - 42_000, atMs)).toBe('42 s ago')
  expect(agoWords(chinese, atMs - 42_000, atMs)).toBe('42 秒前')
  expect(agoWords(english, atMs + 400, atMs)).toBe('just now')
  expect(agoWords(chinese, atMs + 90_000, atMs)).toBe('超前 1 分 30 秒')
})

test.each([
  [44, '44 s', '44 秒'],
  [870, '15 min', '15 分'],
  [6480, '2 h', '2 小时'],
])('an estimate of %d seconds is said in one unit', (seconds, en, zh) => {
  expect(roughWords(english, seconds)).toBe(en)
  expect(roughWords(chinese, seconds)).toBe(zh)
})

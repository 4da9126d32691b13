import { expect, test } from 'vitest'
import { english } from '../../../test/spoken.ts'
import { clockDoubtSeconds, clockWords, doubtWords } from './clock-doubt.ts'

const clock = (aheadSeconds: number, uncertainSeconds: number) => ({
  clock: { aheadSeconds, uncertainSeconds },
})

test('clocks that agree to a second or two leave no doubt', () => {
  expect(clockDoubtSeconds({ clockAheadSeconds: null }, undefined)).toBeUndefined()
  expect(clockDoubtSeconds({ clockAheadSeconds: 1 }, clock(1, 1))).toBeUndefined()
})

test('a lag is as uncertain as the clocks differ, whichever differs most', () => {
  expect(clockDoubtSeconds({ clockAheadSeconds: -8 }, clock(0.5, 0.5))).toBe(8)
  expect(clockDoubtSeconds({ clockAheadSeconds: null }, clock(-7, 0.6))).toBe(8)
  expect(doubtWords(english, 8)).toBe('uncertain ± 8 s')
})

test('each clock is told against ours', () => {
  expect(clockWords(english, { clockAheadSeconds: -31 }, clock(3, 0.5))).toEqual([
    'component’s 31 s behind',
    'CM’s 3 s ahead (± 1 s)',
  ])
  expect(clockWords(english, { clockAheadSeconds: null }, { clock: null })).toEqual([])
  expect(clockWords(english, { clockAheadSeconds: null }, clock(0.2, 1))[0]).toContain('in step')
})

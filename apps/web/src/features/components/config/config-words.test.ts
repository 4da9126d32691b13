import { catalogued, configFaults } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { chinese, english } from '../../../test/spoken.ts'
import { faultSentence, rangeWords } from './config-words.ts'

test('a range says both of its ends, or the one that there is', () => {
  expect(rangeWords({ min: 1, max: 64 })).toBe('1 – 64')
  expect(rangeWords({ min: 1 })).toBe('≥ 1')
  expect(rangeWords({ max: 100 })).toBe('≤ 100')
})

test('each fault is a sentence in both languages, with what would be taken', () => {
  const known = catalogued('writer', 'JDBCWriter.worker_num')

  for (const fault of configFaults) {
    expect(faultSentence(english, { fault, value: '-javaagent:x', known })).not.toMatch(/^config-/u)
    expect(faultSentence(chinese, { fault, value: '-javaagent:x', known })).toMatch(
      /[\u4E00-\u9FFF]/u,
    )
  }
  expect(faultSentence(english, { fault: 'out-of-range', value: '0', known })).toContain('≥ 1')
  expect(faultSentence(english, { fault: 'wrong-type', value: 'x', known })).toContain('whole')
  expect(
    faultSentence(english, { fault: 'unsafe-jvm-flag', value: '-javaagent:x', known: undefined }),
  ).toContain('-javaagent:x')
})

import { planWarnings, preconditionNames } from '@wheelhouse/contract'
import type { Plan } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { chinese, english } from '../../../test/spoken.ts'
import { changedWords, planCode } from './plan-words.ts'

const step = (name: Plan['steps'][number]['name'], curl: string): Plan['steps'][number] => ({
  name,
  effect: 'write',
  request: { method: 'POST', path: '/', curl },
})
const planOf = (...steps: Plan['steps']): Plan => ({
  kind: 'rewind',
  steps,
  preconditions: [],
  warnings: [],
  changes: [],
  expect: {},
})

test('one call is shown as it is typed, several each under a comment that a shell skips', () => {
  expect(planCode(english, planOf(step('stop', 'curl a')))).toBe('curl a')
  expect(planCode(chinese, planOf(step('stop', 'curl a'), step('start-there', 'curl b')))).toMatch(
    /^# 1 停止\ncurl a\n# 2 .+\ncurl b$/u,
  )
})

test('every warning, and every precondition whatever it holds, is said in both languages', () => {
  for (const text of [english, chinese]) {
    const said = [
      ...planWarnings.map((it) => text(`warning.${it}`)),
      ...preconditionNames.flatMap((it) =>
        ['yes', 'no', 'unknown'].map((holds) => text(`precondition.${it}`, { holds })),
      ),
    ]

    expect(said.filter((sentence) => !/[.。]$/u.test(sentence))).toEqual([])
  }
})

test('a fact that changed is told with both values, a fingerprint of the calls with neither', () => {
  const steps = { fact: 'steps', expected: 'dbb1cda8', now: 'c1776148' }

  expect(changedWords(english, { fact: 'active', expected: 'true', now: 'false' })).toBe(
    'active: was true, is now false',
  )
  expect(changedWords(english, steps)).not.toContain('dbb1cda8')
})

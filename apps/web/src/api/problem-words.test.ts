import { problemCodes } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { chinese, english } from '../test/spoken.ts'
import { NoAnswerError, ProblemError } from './problem-error.ts'
import { problemWords } from './problem-words.ts'

const problemWith = (code: (typeof problemCodes)[number], rest = {}) =>
  new ProblemError(409, { code, title: code, detail: 'detail', requestId: 'r1', ...rest })

test('each problem is one sentence in both languages', () => {
  for (const code of problemCodes) {
    expect(problemWords(english, problemWith(code)).sentence).toMatch(/\.$/u)
    expect(problemWords(chinese, problemWith(code)).sentence).toMatch(/。$/u)
  }
})

test('the field that is wrong is named, and so is the request', () => {
  const { small } = problemWords(english, problemWith('INVALID_INPUT', { field: 'body.names.3' }))

  expect(small).toBe('Field: body.names.3 · detail · r1')
})

test('what is not possible now says the rule’s own reason', () => {
  const error = problemWith('NOT_POSSIBLE_NOW', { reason: 'already-stopped' })

  expect(problemWords(english, error).sentence).toBe('It is already stopped.')
})

test('silence is said as such', () => {
  expect(problemWords(english, new NoAnswerError()).sentence).toBe('No answer from Wheelhouse.')
})

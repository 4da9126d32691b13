import { expect, test } from 'vitest'
import { ago } from '../../test/component.ts'
import { chinese, english } from '../../test/spoken.ts'
import { stepWith } from '../../test/step.ts'
import { stepWordOf, stepWords } from './step-word.ts'

test('what CM accepted, what was seen and what somebody said are three words', () => {
  const decision = { as: 'happened', by: 'local', reason: 'looked', at: ago(1) } as const
  const timedOut = { status: null, body: '', failure: 'TIMED_OUT' } as const

  expect(stepWordOf(stepWith())).toBe('accepted')
  expect(stepWordOf(stepWith({ effect: 'read', reply: null }))).toBe('seen')
  expect(stepWordOf(stepWith({ reply: timedOut }))).toBe('learnt')
  expect(stepWordOf(stepWith({ reply: timedOut, decision }))).toBe('said')
})

test('only what CM answered no to was refused by CM', () => {
  const refusedBy = (failure: 'REJECTED' | 'NOT_SENT') =>
    stepWordOf(stepWith({ state: 'refused', reply: { status: null, body: '', failure } }))

  expect(refusedBy('REJECTED')).toBe('rejected')
  expect(refusedBy('NOT_SENT')).toBe('refused')
})

test('a check that saw nothing was not refused by CM', () => {
  expect(stepWordOf(stepWith({ effect: 'read', state: 'refused' }))).toBe('not-seen')
  expect(stepWordOf(stepWith({ state: 'refused' }))).toBe('refused')
  expect(stepWordOf(stepWith({ effect: 'read', state: 'running' }))).toBe('reading')
})

test('a step that was left out says whether a plan or a person did', () => {
  const decision = { as: 'skipped', by: 'local', reason: 'by hand', at: ago(1) } as const

  expect(stepWordOf(stepWith({ state: 'skipped' }))).toBe('skipped')
  expect(stepWordOf(stepWith({ state: 'skipped', decision }))).toBe('passed-over')
})

test('every one of these words is said in both languages', () => {
  for (const word of stepWords)
    for (const text of [english, chinese])
      expect(text(`step-word.${word}`)).not.toBe(`step-word.${word}`)
})

import { operationKinds, stepFailureCodes } from '@wheelhouse/contract'
import type { Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { chinese, english } from '../../test/spoken.ts'
import { stepWith } from '../../test/step.ts'
import { hasWaitedForSomebody, outcomeSentence, tookWords } from './state.ts'

const refusedWith = (reply: Step['reply']): Step =>
  stepWith({ state: 'refused', reply, startedAt: null, finishedAt: null })

test('a failed operation says why, whatever came back, in both languages', () => {
  for (const failure of stepFailureCodes) {
    const steps = [refusedWith({ status: null, body: '', failure })]
    const operation = operationWith({ state: 'failed', steps })

    expect(outcomeSentence(english, operation)).toMatch(/^The stop failed: .+\. .+\.$/u)
    expect(outcomeSentence(chinese, operation)).toMatch(/^停止失败：.+。.+。$/u)
  }
})

test('where no reason is known none is promised', () => {
  const operation = operationWith({ state: 'failed', steps: [refusedWith(null)] })

  expect(outcomeSentence(english, operation)).toBe('The stop failed: CM did not carry it out.')
})

test('what was not seen within a minute is not said to be seen otherwise', () => {
  const operation = operationWith({ state: 'succeeded', verification: 'contradicted' })

  expect(outcomeSentence(english, operation)).toBe(
    'CM accepted the stop, yet a minute later the component had not been seen stopped.',
  )
})

test('what nobody can see is not said to wait for being seen', () => {
  const component = { id: 'c2', cluster: 'default', kind: 'connector', name: 'c2' } as const
  const operation = operationWith({ component, state: 'succeeded', verification: 'unverifiable' })

  expect(outcomeSentence(english, operation)).toBe(
    'CM accepted the stop. CM offers no way to see what came of it.',
  )
})

test('an operation that ended half-way says at which step', () => {
  const steps = [
    stepWith(),
    stepWith({
      name: 'update',
      state: 'refused',
      reply: { status: 200, body: '', failure: 'REJECTED' },
    }),
    stepWith({ name: 'start', state: 'pending' }),
  ]
  const operation = operationWith({ kind: 'configure', state: 'failed', steps })

  expect(outcomeSentence(chinese, operation)).toBe(
    '更新配置停在第 2 步「更新配置」。CM 返回失败（isSuccess: false）。',
  )
})

test('what a person said is not told as CM’s acceptance', () => {
  const decision = { as: 'happened', by: 'local', reason: 'looked', at: '' } as const
  const operation = operationWith({
    state: 'succeeded',
    verification: 'pending',
    steps: [stepWith({ decision })],
  })

  const seen = { ...operation, verification: 'verified' } as const

  expect(outcomeSentence(english, operation)).not.toContain('CM accepted')
  expect(outcomeSentence(english, seen)).toBe('The stop is done: the component was seen stopped.')
})

test('every kind, state and verification has its sentence, in both languages', () => {
  const states = ['queued', 'running', 'succeeded', 'failed', 'uncertain', 'abandoned'] as const
  const verifications = ['pending', 'verified', 'unverifiable', 'contradicted'] as const
  for (const kind of operationKinds)
    for (const state of states)
      for (const verification of verifications)
        for (const text of [english, chinese]) {
          const sentence = outcomeSentence(text, operationWith({ kind, state, verification }))
          expect(sentence).toMatch(/[.。]$/u)
          expect(sentence).not.toMatch(/[{}]|undefined/u)
        }
})

test('that CM answers with the new values is not told as their effect, and secrets can’t be compared', () => {
  const facts = { kind: 'configure', state: 'succeeded', verification: 'verified' } as const
  const steps = [stepWith({ name: 'update' })]
  const changes = [{ key: 'sync_password', before: null, after: null, secret: true }]

  expect(outcomeSentence(chinese, operationWith({ ...facts, steps }))).toBe(
    'CM 已受理更新配置，并已返回新值。',
  )
  expect(outcomeSentence(english, operationWith({ ...facts, steps, changes }))).toBe(
    'CM accepted the configuration change, and answers with the new values. Secrets can’t be compared.',
  )
})

test('why CM refused is told in its own words', () => {
  const body = '{"isSuccess":false,"message":"component is running"}'
  const steps = [refusedWith({ status: 200, body, failure: 'REJECTED' })]

  expect(outcomeSentence(chinese, operationWith({ state: 'failed', steps }))).toBe(
    '停止失败：CM 未执行。CM 返回失败（isSuccess: false）。原文：「component is running」。',
  )
})

test('a length of time is said as finely as it is worth', () => {
  const said = [0.2, 0.9999, 3.775, 12].map((seconds) => tookWords(chinese, seconds))

  expect(said).toEqual(['200 毫秒', '1.0 秒', '3.8 秒', '12 秒'])
})

test('an operation that waited for somebody lasted, and did not take so long', () => {
  const decision = { as: 'happened', by: 'local', reason: 'looked', at: '' } as const

  expect(hasWaitedForSomebody(operationWith({ steps: [stepWith()] }))).toBe(false)
  expect(hasWaitedForSomebody(operationWith({ steps: [stepWith({ decision })] }))).toBe(true)
  expect(hasWaitedForSomebody(operationWith({ state: 'uncertain' }))).toBe(true)
})

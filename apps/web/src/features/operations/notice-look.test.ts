import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { chinese, english } from '../../test/spoken.ts'
import { noticeLook } from './notice-look.ts'

test('a notice is green only once the effect was seen, and red when it failed or may have', () => {
  const toneOf = (facts: Parameters<typeof operationWith>[0]) =>
    noticeLook(operationWith(facts)).tone

  expect(toneOf({ state: 'running' })).toBe('busy')
  expect(toneOf({ state: 'succeeded', verification: 'pending' })).toBe('busy')
  expect(toneOf({ state: 'succeeded', verification: 'verified' })).toBe('good')
  expect(toneOf({ state: 'succeeded', verification: 'unverifiable' })).toBe('info')
  expect(toneOf({ state: 'succeeded', verification: 'contradicted' })).toBe('bad')
  expect(toneOf({ state: 'failed' })).toBe('bad')
  expect(toneOf({ state: 'uncertain' })).toBe('bad')
})

test('a notice names the component in every state, in both languages', () => {
  for (const state of ['queued', 'succeeded', 'failed', 'uncertain', 'abandoned'] as const) {
    const { word } = noticeLook(operationWith({ state }))
    for (const text of [english, chinese]) {
      expect(text(`notice.${word}`, { kind: 'stop', name: 'p_3b7i' })).toContain('p_3b7i')
    }
  }
})

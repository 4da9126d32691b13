import { operationKinds } from '@wheelhouse/contract'
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

test('a notice says no more than was seen', () => {
  const wordOf = (facts: Parameters<typeof operationWith>[0]) =>
    noticeLook(operationWith({ state: 'succeeded', ...facts })).word
  const component = { id: 'c2', cluster: 'default', kind: 'connector', name: 'c2' } as const

  expect(wordOf({ component, verification: 'unverifiable' })).toBe('unobservable')
  expect(wordOf({ kind: 'configure', verification: 'verified' })).toBe('answered')
  expect(wordOf({ kind: 'stop', verification: 'verified' })).toBe('verified')
})

test('a notice says of every kind and state what is done to which component, in both languages', () => {
  for (const kind of operationKinds)
    for (const state of ['queued', 'succeeded', 'failed', 'uncertain', 'abandoned'] as const)
      for (const text of [english, chinese]) {
        const { word } = noticeLook(operationWith({ kind, state }))
        const title = text(`operation.title.${kind}`, { name: 'p_3b7i' })
        expect(text(`notice.${word}`, { title })).toContain('p_3b7i')
      }
})

import { expect, test } from 'vitest'
import { clusterWith } from '../../test/cluster.ts'
import { componentWith } from '../../test/component.ts'
import { chinese, english } from '../../test/spoken.ts'
import { whyNotWords } from './why-not.ts'

const cluster = clusterWith()

test('a command that can be given has no reason against it', () => {
  expect(whyNotWords(english, 'stop', componentWith(), cluster)).toBeUndefined()
})

test('one that can’t says why in the reader’s language', () => {
  const operation = { id: 'o1', kind: 'stop', state: 'running' } as const

  expect(whyNotWords(english, 'start', componentWith(), cluster)).toBe('It is already running.')
  expect(whyNotWords(chinese, 'stop', componentWith({ operation }), cluster)).toContain(
    '停止尚未结束',
  )
  expect(whyNotWords(english, 'stop', componentWith(), { ...cluster, readOnly: true })).toBe(
    'This cluster is set to read-only.',
  )
  expect(whyNotWords(english, 'stop', componentWith(), undefined)).toContain('not known yet')
})

import { everywhere } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { clusterWith } from '../../test/cluster.ts'
import { componentWith } from '../../test/component.ts'
import { chinese, english } from '../../test/spoken.ts'
import { whyNotWords } from './why-not.ts'

const cluster = clusterWith()
const grants = [everywhere('operator')]

test('a command that can be given has no reason against it', () => {
  expect(
    whyNotWords(
      english,
      { kind: 'stop' },
      { component: componentWith(), cluster: cluster, grants },
    ),
  ).toBeUndefined()
})

test('one that can’t says why in the reader’s language', () => {
  const operation = { id: 'o1', kind: 'stop', state: 'running' } as const

  expect(
    whyNotWords(
      english,
      { kind: 'start' },
      { component: componentWith(), cluster: cluster, grants },
    ),
  ).toBe('It is already running.')
  expect(
    whyNotWords(
      chinese,
      { kind: 'stop' },
      { component: componentWith({ operation }), cluster: cluster, grants },
    ),
  ).toContain('停止尚未结束')
  expect(
    whyNotWords(
      english,
      { kind: 'stop' },
      { component: componentWith(), cluster: { ...cluster, readOnly: true }, grants },
    ),
  ).toBe('This cluster is set to read-only.')
  expect(
    whyNotWords(
      english,
      { kind: 'stop' },
      { component: componentWith(), cluster: undefined, grants },
    ),
  ).toContain('not known yet')
})

test('what is not allowed says so before what passes by itself', () => {
  const operation = { id: 'o1', kind: 'stop', state: 'running' } as const
  const component = componentWith({ operation })
  const viewer = { component, cluster, grants: [everywhere('viewer')] }

  expect(whyNotWords(english, { kind: 'stop' }, viewer)).toContain('You may not do this here')
  expect(whyNotWords(chinese, { kind: 'stop' }, viewer)).toContain('没有此操作的权限')
})

test('a grant for other names is none for this one', () => {
  const component = componentWith({ name: '10.0.0.1-9000:orders:0000000001' })
  const own = { ...everywhere('operator'), name: '*:payments:*' }

  const words = whyNotWords(english, { kind: 'stop' }, { component, cluster, grants: [own] })

  expect(words).toContain('You may not do this here')
})

test('what a command is to do can need more than its kind', () => {
  const place = { component: componentWith(), cluster, grants }

  expect(whyNotWords(english, { kind: 'migrate' }, place)).toBeUndefined()
  expect(whyNotWords(english, { kind: 'migrate', wanted: ['force-migrate'] }, place)).toContain(
    'You may not do this here',
  )
})

test('until it is known who works here, nothing is said to be forbidden', () => {
  const place = { component: componentWith(), cluster, grants: null }

  expect(whyNotWords(english, { kind: 'delete', wanted: ['delete'] }, place)).not.toContain(
    'You may not',
  )
})

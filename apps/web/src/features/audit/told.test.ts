import type { AuditRecord } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { chinese, english } from '../../test/spoken.ts'
import { callWords, resultWords, whatWords } from './audit-words.ts'
import { filterOf, parseAuditSearch } from './search.ts'
import { toldBy } from './told.ts'

const recordWith = (facts: Partial<AuditRecord>): AuditRecord => ({
  seq: 7,
  at: '2026-11-23T06:00:00.000Z',
  kind: 'operation.asked',
  actor: 'local',
  component: { id: 'c1', cluster: 'default', kind: 'writer', name: 'c1' },
  operation: 'o1',
  step: null,
  body: {},
  mac: 'ab',
  ...facts,
})

test('an asked-for operation tells its kind, its reason and how many calls it means', () => {
  const record = recordWith({
    body: { kind: 'stop', reason: 'drill', calls: ['curl a', 'curl b'] },
  })
  const told = toldBy(record)

  expect(whatWords(chinese, record, told)).toBe('发起操作：停止')
  expect(told.reason).toBe('drill')
  expect(callWords(english, told)).toBe('2 calls')
  expect(resultWords(english, record, told)).toBe('')
})

test('a step that left, and of which nothing came on record, says so', () => {
  const record = recordWith({ kind: 'step.intent', step: 0, isUnfinished: true })

  expect(resultWords(english, record, toldBy(record))).toBe(
    'Nothing is on record of what came of it: look at the component',
  )
})

test('what concerns people and switches says whom, from where, and what it came to', () => {
  const words = (facts: Partial<AuditRecord>) => {
    const record = recordWith({ component: null, operation: null, ...facts })
    const told = toldBy(record)
    return [whatWords(english, record, told), resultWords(english, record, told), told.address]
  }

  expect(words({ kind: 'user.changed', body: { user: 'bob', address: '10.0.0.9' } })).toEqual([
    'User changed: bob',
    '',
    '10.0.0.9',
  ])
  expect(words({ kind: 'session.refused', body: { why: 'wrong-password' } })).toEqual([
    'Sign-in refused',
    'wrong password',
    undefined,
  ])
  expect(words({ kind: 'session.ended', body: { user: 'bob', why: 'idle' } })).toEqual([
    'Session ended: bob',
    'idle for too long',
    undefined,
  ])
  expect(
    words({ kind: 'cluster.read-only', body: { cluster: 'west', readOnly: true, before: false } }),
  ).toEqual(['Cluster’s read-only switch changed: west', 'now read-only', undefined])
})

test('what came back of a step is told with CM’s status and its meaning', () => {
  const reply = { status: null, body: '', failure: 'TIMED_OUT' }
  const record = recordWith({
    kind: 'step.outcome',
    step: 0,
    body: { name: 'stop', state: 'uncertain', reply },
  })
  const told = toldBy(record)

  expect(whatWords(english, record, told)).toBe('What came back: 1 Stop the Writer')
  expect(resultWords(english, record, told)).toBe(
    'no HTTP answer · uncertain · CM did not answer in time.',
  )
})

test('a refusal is told in CM’s own words', () => {
  const body = '{"isSuccess":false,"message":"component is running"}'
  const record = recordWith({
    kind: 'step.outcome',
    step: 0,
    body: { name: 'update', state: 'refused', reply: { status: 200, body, failure: 'REJECTED' } },
  })

  expect(resultWords(chinese, record, toldBy(record))).toBe(
    'HTTP 200 · CM 拒绝 · 原文：「component is running」。',
  )
})

test('a renaming tells the new name', () => {
  const record = recordWith({ kind: 'component.renamed', body: { newName: 'c1-moved' } })

  expect(toldBy(record).newName).toBe('c1-moved')
})

test('a call that has just left has no result yet', () => {
  const record = recordWith({
    kind: 'step.intent',
    step: 0,
    body: { name: 'stop', state: 'running', curl: 'curl' },
  })

  expect(resultWords(english, record, toldBy(record))).toBe('')
  expect(toldBy(record).calls).toEqual(['curl'])
})

test('a word that this version does not know is told as it is', () => {
  const record = recordWith({ kind: 'operation.ended', body: { state: 'paused' } })

  expect(resultWords(english, record, toldBy(record))).toBe('paused')
})

test('a link that can’t be meant still shows the trail', () => {
  const search = parseAuditSearch({ kind: 'nonsense', from: 'yesterday', before: '0', q: 'x' })

  expect(filterOf(search)).toEqual({ q: 'x' })
  expect(search.before).toBeUndefined()
})

test('moments in a link are said in UTC', () => {
  expect(parseAuditSearch({ from: '2026-11-23T14:00:00+08:00' }).from).toBe(
    '2026-11-23T06:00:00.000Z',
  )
})

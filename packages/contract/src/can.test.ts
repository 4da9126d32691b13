import { expect, test } from 'vitest'
import { whyNot } from './can.ts'

const running = {
  kind: 'writer',
  twin: null,
  operation: null,
  verdict: 'running',
  status: 'running',
  active: true,
  lastCommand: null,
  askedAt: '2026-01-01T12:00:00.000Z',
  failure: null,
} as const
const stopped = { ...running, verdict: 'stopped', status: 'stopped', active: false } as const
const home = { readOnly: false, reachability: 'reachable', writerRewind: false } as const
const commanded = (kind: 'start' | 'stop', at: string) =>
  ({ kind, at, by: 'local', operation: 'x', leaves: null, taskType: null }) as const

test('a running writer can be stopped, a stopped one started', () => {
  expect(whyNot('stop', running, home)).toBeUndefined()
  expect(whyNot('start', running, home)).toBe('already-running')
  expect(whyNot('start', stopped, home)).toBeUndefined()
  expect(whyNot('stop', stopped, home)).toBe('already-stopped')
})

test('an abnormal or never observed writer can be both started and stopped', () => {
  const abnormal = { ...running, verdict: 'abnormal', active: false } as const
  const unseen = {
    ...running,
    verdict: 'unknown',
    status: null,
    active: null,
    askedAt: null,
  } as const
  for (const writer of [abnormal, unseen])
    for (const kind of ['start', 'stop'] as const)
      expect(whyNot(kind, writer, home)).toBeUndefined()
})

test('an open operation, a read-only cluster and a CM that is away forbid everything', () => {
  const busy = { ...running, operation: { id: 'x', kind: 'stop', state: 'uncertain' } } as const
  expect(whyNot('stop', busy, home)).toBe('operation-open')
  expect(whyNot('stop', running, { ...home, readOnly: true })).toBe('cluster-read-only')
  expect(whyNot('stop', running, { ...home, reachability: 'unreachable' })).toBe(
    'cluster-unreachable',
  )
})

test('an accepted command is not given again before a reading tells what became of it', () => {
  const later = commanded('stop', '2026-01-01T12:00:01.000Z')
  const earlier = commanded('stop', '2026-01-01T11:59:59.000Z')
  expect(whyNot('stop', { ...running, lastCommand: later }, home)).toBe('awaiting-effect')
  expect(whyNot('stop', { ...running, lastCommand: earlier }, home)).toBeUndefined()
  expect(whyNot('start', { ...stopped, lastCommand: later }, home)).toBeUndefined()
  const unreadable = { code: 'BAD_BODY', detail: '', at: '' } as const
  expect(
    whyNot('stop', { ...running, lastCommand: later, failure: unreadable }, home),
  ).toBeUndefined()
})

test('a start is refused while a twin of the same identity is seen running', () => {
  const twin = { name: 'other', component: null, seenAt: '2026-01-01T12:00:00.000Z' }

  expect(whyNot('start', { ...stopped, twin }, home)).toBe('twin-running')
  expect(whyNot('stop', { ...running, twin }, home)).toBeUndefined()
})

test('a writer is only deleted once it is seen inactive', () => {
  expect(whyNot('delete', running, home)).toBe('still-running')
  expect(whyNot('delete', { ...stopped, active: null }, home)).toBe('still-running')
  expect(whyNot('delete', stopped, home)).toBeUndefined()
})

test('a writer is rewound only where its cluster allows it, a connector always', () => {
  const connector = { ...stopped, kind: 'connector', status: null, active: null } as const

  expect(whyNot('rewind', stopped, home)).toBe('rewind-not-allowed')
  expect(whyNot('rewind', stopped, { ...home, writerRewind: true })).toBeUndefined()
  expect(whyNot('rewind', connector, home)).toBeUndefined()
})

test('a kind that cannot be seen is never said to run or to be stopped', () => {
  const checker = {
    ...stopped,
    kind: 'checker',
    status: null,
    active: null,
    verdict: 'not-observable',
  } as const
  const asked = commanded('start', '2026-01-01T12:00:01.000Z')

  for (const kind of ['start', 'stop', 'configure', 'recheck'] as const)
    expect(whyNot(kind, { ...checker, lastCommand: asked }, home)).toBeUndefined()
  expect(whyNot('migrate', checker, home)).toBe('not-for-this-kind')
})

import { expect, test } from 'vitest'
import type { Reading } from './reading.ts'
import { verdictOf, type Evidence } from './verdict.ts'

const now = Date.parse('2026-01-01T12:00:00Z')

const reading = (over: Partial<Reading> = {}): Reading => ({
  askedAtMs: now - 10,
  observedAtMs: now,
  status: 'running',
  active: true,
  checkpointSeconds: now / 1000 - 5,
  sampledAtSeconds: now / 1000 - 2,
  host: '10.0.0.1',
  topic: null,
  subtopic: null,
  raw: '',
  ...over,
})

const behind = reading({ checkpointSeconds: now / 1000 - 4000 })
const failure = { code: 'TIMED_OUT', detail: '', at: new Date(now).toISOString() } as const
const failedOperation = { id: 'x', kind: 'stop' } as const

const judge = (over: Partial<Evidence> = {}) =>
  verdictOf({
    kind: 'writer',
    reading: reading(),
    failure: null,
    failures: 0,
    checkpointSinceMs: now - 5_000,
    activeSeenAtMs: null,
    lagTrendSecondsPerMinute: null,
    lagThresholdSeconds: 300,
    before: null,
    reachability: 'reachable',
    reachabilitySinceMs: now - 3_600_000,
    operation: null,
    failedOperation: null,
    ownStopAt: null,
    ...over,
  })

test('a writer under the lag threshold runs, however its lag moves', () => {
  expect(judge()).toBe('running')
  expect(judge({ lagTrendSecondsPerMinute: 50 })).toBe('running')
})

test('above the threshold the direction decides; without one, or while it stands, it is behind', () => {
  expect(judge({ reading: behind, lagTrendSecondsPerMinute: -10 })).toBe('catching-up')
  expect(judge({ reading: behind, lagTrendSecondsPerMinute: 10 })).toBe('falling-behind')
  expect(judge({ reading: behind, lagTrendSecondsPerMinute: 0 })).toBe('falling-behind')
  expect(judge({ reading: behind, lagTrendSecondsPerMinute: null })).toBe('falling-behind')
})

test('three minutes without movement is stalled, whatever the lag', () => {
  expect(judge({ checkpointSinceMs: now - 179_000 })).toBe('running')
  expect(judge({ checkpointSinceMs: now - 180_000 })).toBe('stalled')
})

test('inactive though reported running is abnormal, unless our stop explains it', () => {
  const inactive = reading({ active: false })
  expect(judge({ reading: inactive })).toBe('abnormal')
  const ownStopAt = new Date(now - 60_000).toISOString()
  expect(judge({ reading: inactive, ownStopAt, activeSeenAtMs: now - 90_000 })).toBe('stopped')
  expect(judge({ reading: inactive, ownStopAt, activeSeenAtMs: now - 30_000 })).toBe('abnormal')
})

test('the word stopped counts only beside an inactive flag', () => {
  expect(judge({ reading: reading({ status: 'stopped', active: false }) })).toBe('stopped')
  expect(judge({ reading: reading({ status: 'stopped', active: true }) })).toBe('unknown')
})

test('missing facts are unknown, never invented', () => {
  expect(judge({ reading: null })).toBe('unknown')
  expect(judge({ reading: reading({ status: null, active: null }) })).toBe('unknown')
  expect(judge({ reading: reading({ active: null }) })).toBe('unknown')
  expect(judge({ reading: reading({ checkpointSeconds: null }) })).toBe('unknown')
  expect(judge({ reading: reading({ status: null }) })).toBe('running')
})

test('two reads that are not answered make a row unreachable once it is old, one does not', () => {
  const old = reading({ observedAtMs: now - 11_000, checkpointSeconds: now / 1000 - 16 })
  expect(judge({ reading: old, failure, failures: 2 })).toBe('unreachable')
  expect(judge({ reading: old, failure, failures: 1 })).toBe('running')
  expect(judge({ failure, failures: 2 })).toBe('running')
  expect(judge({ reading: null, failure, failures: 1 })).toBe('unreachable')
  expect(judge({ reachability: 'unreachable' })).toBe('unreachable')
})

test('an answer that can not be used makes a row unknown, not unreachable', () => {
  const old = reading({ observedAtMs: now - 60_000 })
  for (const code of ['REJECTED', 'BAD_BODY'] as const)
    expect(judge({ reading: old, failure: { ...failure, code } })).toBe('unknown')
})

test('who is behind stays so until the lag is well under the threshold, who is not until it is over', () => {
  const at = (lagSeconds: number) => reading({ checkpointSeconds: now / 1000 - lagSeconds })
  const trend = { lagTrendSecondsPerMinute: -30, before: 'catching-up' } as const
  expect(judge({ reading: at(250), ...trend })).toBe('catching-up')
  expect(judge({ reading: at(239), ...trend })).toBe('running')
  expect(judge({ reading: at(299), before: 'running' })).toBe('running')
  expect(judge({ reading: at(31), lagThresholdSeconds: 30 })).toBe('falling-behind')
  expect(judge({ reading: at(890), lagThresholdSeconds: 900 })).toBe('running')
})

test('while the lag stands still, the word for it stays', () => {
  const standing = { reading: behind, lagTrendSecondsPerMinute: 0 }
  expect(judge({ ...standing, before: 'catching-up' })).toBe('catching-up')
  expect(judge({ ...standing, before: 'falling-behind' })).toBe('falling-behind')
  expect(judge({ ...standing, before: 'stalled' })).toBe('falling-behind')
  expect(judge({ reading: behind, lagTrendSecondsPerMinute: 6, before: 'catching-up' })).toBe(
    'falling-behind',
  )
})

test('what is open or undecided comes first', () => {
  const open = (state: 'running' | 'uncertain') => ({ id: 'x', kind: 'stop', state }) as const
  expect(judge({ reachability: 'unreachable', operation: open('uncertain') })).toBe('needs-you')
  expect(judge({ reachability: 'unreachable', failedOperation })).toBe('needs-you')
  expect(judge({ reachability: 'unreachable', operation: open('running'), failedOperation })).toBe(
    'operating',
  )
})

test('a kind that CM offers no read for is never said to be well or ill', () => {
  const unseen = { kind: 'connector', reading: null } as const
  expect(judge(unseen)).toBe('not-observable')
  expect(judge({ ...unseen, failedOperation })).toBe('needs-you')
})

test('after the clock was set back, silence is still told', () => {
  const at = now + 3_600_000
  const before = reading({ observedAtMs: at, checkpointSeconds: at / 1000 - 5 })
  const silent = { reading: before, checkpointSinceMs: at, failure }
  expect(judge({ ...silent, failures: 1 })).toBe('running')
  expect(judge({ ...silent, failures: 2 })).toBe('unreachable')
})

test('what failed while CM was away tells nothing of the component once CM is back', () => {
  const old = reading({ observedAtMs: now - 60_000, checkpointSeconds: now / 1000 - 65 })
  const failed = { reading: old, checkpointSinceMs: now - 65_000, failure, failures: 5 }
  expect(judge(failed)).toBe('unreachable')
  expect(judge({ ...failed, reachabilitySinceMs: now + 1000 })).toBe('running')
  expect(judge({ ...failed, reading: null, reachabilitySinceMs: now + 1000 })).toBe('unknown')
})

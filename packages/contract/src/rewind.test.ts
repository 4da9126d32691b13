import { expect, test } from 'vitest'
import { checkpointFault, guessSubtopic, rewindOf, subtopicFault, windowSeconds } from './rewind.ts'

const nowMs = Date.UTC(2026, 0, 2)
const now = nowMs / 1000

test.each([1_262_304_000, 1_639_657_384, now - 1, now])('%i is a position', (seconds) => {
  expect(checkpointFault(seconds, nowMs)).toBeUndefined()
})

test.each([
  ['1639657384', 'not-a-number'],
  [undefined, 'not-a-number'],
  [null, 'not-a-number'],
  [Number.NaN, 'not-a-number'],
  [Infinity, 'not-a-number'],
  [1_639_657_384n, 'not-a-number'],
  [nowMs, 'milliseconds'],
  [nowMs + 0.5, 'milliseconds'],
  [1e11, 'milliseconds'],
  [1_639_657_384.5, 'not-whole'],
  [1_262_303_999, 'before-2010'],
  [0, 'before-2010'],
  [-1, 'before-2010'],
  [now + 1, 'in-the-future'],
  [99_999_999_999, 'in-the-future'],
])('%s is none: %s', (seconds, fault) => {
  expect(checkpointFault(seconds, nowMs)).toBe(fault)
})

test('a position is in the future by the millisecond', () => {
  expect(checkpointFault(now, nowMs - 1)).toBe('in-the-future')
})

test.each([
  'p_3b7ixsl2sxb4_source-000-0',
  'ORACLE_np_56el1g1jvrs0_56el4eyvwvxc-1-0',
  '主题',
  'p_*',
])('%s can be a subtopic', (text) => {
  expect(subtopicFault(text)).toBeUndefined()
})

test.each([
  ['', 'empty'],
  ['x'.repeat(513), 'too-long'],
  [' p_x', 'whitespace'],
  ['p x', 'whitespace'],
  ['p_x\n', 'whitespace'],
  ['p\u00a0x', 'whitespace'],
  ['p\0x', 'control-character'],
  ['p\u200bx', 'control-character'],
  ['p\udc00', 'control-character'],
  ['p"x', 'quote'],
  ["p'x", 'quote'],
  ['p`x', 'quote'],
  ['p\\x', 'quote'],
  ['{subtopic}', 'quote'],
  ['p}', 'quote'],
])('%j cannot: %s', (text, fault) => {
  expect(subtopicFault(text)).toBe(fault)
})

test.each([
  ['10.10.10.1-9000:p_3b7ixsl2sxb4_source-000-0:0000000069', 'p_3b7ixsl2sxb4_source-000-0'],
  ['10.10.10.1-9000:p_4gmn723gtt28_dest-000-0:0002000001', 'p_4gmn723gtt28_dest-000-0'],
  ['10.0.0.1-9000:connector:p_x_source-000-0:0000000001', 'p_x_source-000-0'],
  [
    '10.0.0.1-9000:ORACLE_np_56el1g1jvrs0_56el4eyvwvxc-1-0:0000000001',
    'ORACLE_np_56el1g1jvrs0_56el4eyvwvxc-1-0',
  ],
])('%s suggests the subtopic %s', (name, subtopic) => {
  expect(guessSubtopic(name, 'writer')).toBe(subtopic)
  expect(guessSubtopic(name, 'connector')).toBe(subtopic)
  expect(guessSubtopic(name, 'checker')).toBeUndefined()
})

test.each([
  '10.10.10.1-9000:p_3b7i****_source-000-0:0000000069',
  '10.0.0.1-9000:connector_v2:np_x-incr_trans-1-0:0000000001',
  '10.0.0.1-9000:90230:0000000016',
  '10.0.0.1-9000:p_x_source:0000000016',
  'p_x_source-000-0',
  '',
])('%j suggests none', (name) => {
  expect(guessSubtopic(name, 'connector')).toBeUndefined()
})

test('a jump back tells how much is delivered again', () => {
  expect(rewindOf({ toSeconds: now - 7200, currentSeconds: now - 60, nowMs })).toEqual({
    replaySeconds: 7140,
    direction: 'back',
    ageSeconds: 7200,
    warnings: [],
  })
})

test('a jump forward is warned of, and tells how much is left out', () => {
  expect(rewindOf({ toSeconds: now - 60, currentSeconds: now - 7200, nowMs })).toEqual({
    replaySeconds: -7140,
    direction: 'forward',
    ageSeconds: 60,
    warnings: ['forward-jump'],
  })
})

test('without a known position, nobody says what is replayed', () => {
  const { replaySeconds, direction } = rewindOf({ toSeconds: now, currentSeconds: null, nowMs })

  expect([replaySeconds, direction]).toEqual([null, 'unknown'])
})

test('to where it is, nothing is replayed', () => {
  const { replaySeconds, direction } = rewindOf({ toSeconds: now, currentSeconds: now, nowMs })

  expect([replaySeconds, direction]).toEqual([0, 'same'])
})

test.each([
  [86_400, undefined, []],
  [86_401, undefined, ['older-than-24h']],
  [86_401, false, ['older-than-24h']],
  [86_401, true, []],
  [432_000, true, []],
  [432_000, false, ['older-than-24h']],
  [432_001, true, ['older-than-120h']],
  [432_001, undefined, ['older-than-120h']],
] as const)(
  '%i s ago in a migration project (%s) warns %j',
  (age, isMigrationProject, warnings) => {
    expect(
      rewindOf({ toSeconds: now - age, currentSeconds: now, nowMs, isMigrationProject }).warnings,
    ).toEqual(warnings)
  },
)

test('a forward jump to an old place warns of both', () => {
  expect(
    rewindOf({ toSeconds: now - 432_001, currentSeconds: now - 500_000, nowMs }).warnings,
  ).toEqual(['forward-jump', 'older-than-120h'])
})

test('age counts whole seconds', () => {
  expect(rewindOf({ toSeconds: now, currentSeconds: now, nowMs: nowMs + 999 }).ageSeconds).toBe(0)
})

test('a store keeps a day, five for a migration', () => {
  expect(windowSeconds).toEqual({ synchronization: 86_400, migration: 432_000 })
})

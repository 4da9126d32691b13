import { longestName } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { readPaste } from './paste.ts'

const nothing = { kind: 'writer', isTracked: () => false } as const

test('names are read one a line, whatever ends the lines and stands around them', () => {
  const pasted = '\uFEFF10.0.0.1-9000:p_a:0000000001\r\n\n\t p_masked_**** \u200B\rlast'

  expect(readPaste(pasted, nothing)).toEqual([
    {
      line: 1,
      name: '10.0.0.1-9000:p_a:0000000001',
      parts: { host: '10.0.0.1', agentPort: 9000, identity: 'p_a', sequence: '0000000001' },
    },
    { line: 3, name: 'p_masked_****', parts: undefined },
    { line: 4, name: 'last', parts: undefined },
  ])
})

test.each([
  ['two words', 'whitespace'],
  ['a\u0000b', 'control-character'],
  ['a&b', 'reserved-character'],
  ['what?', 'reserved-character'],
  ['x'.repeat(longestName + 1), 'too-long'],
  ['known', 'tracked'],
])('%j is not taken: %s', (name, fault) => {
  expect(readPaste(name, { ...nothing, isTracked: (it) => it === 'known' })).toMatchObject([
    { name, fault },
  ])
})

test('a checker is pasted as its bare task.id, and nothing else', () => {
  const faults = readPaste('4711\np_a\n10.0.0.1-9000:p_a:0000000001', {
    ...nothing,
    kind: 'checker',
  }).map(({ fault }) => fault)

  expect(faults).toEqual([undefined, 'not-a-task-id', 'not-a-task-id'])
})

test('the second of two equal lines is not taken', () => {
  expect(readPaste('a\nb\n a ', nothing).map(({ fault }) => fault)).toEqual([
    undefined,
    undefined,
    'repeated',
  ])
})

test('ten thousand lines are read at once', () => {
  const pasted = Array.from({ length: 10_000 }, (_, n) => `p_${n}`).join('\n')

  expect(readPaste(pasted, nothing)).toHaveLength(10_000)
})

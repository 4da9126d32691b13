import { connectorCalls, writerCalls, type CmCall } from '@wheelhouse/cm-client'
import { configFaultsOf, type ComponentKind } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { bodyOf, targetOf } from '../../../packages/cm-client/src/call.ts'
import { assure } from './assure.ts'

const seed = 20261124
const pieces =
  `a 7 位 ü & = % + ; # ? / \\ " ' < > [ ] { } * ~ : , . - _ $( \` | taskName applierName
  &taskName=x %26taskName%3Dx taskName=x JDBCWriter. source. dest. worker_num sync_password ••• ••••••
  %E2%80%A2 *** •`
    .split(/\s+/u)
    .concat([
      '\n',
      '\r',
      '\r\n',
      '\0',
      '\t',
      '\u2028',
      '\u0085',
      '\u200b',
      '\u{1f600}',
      '\ud800',
      ' ',
    ])

/** Mulberry32. */
function seeded(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pairsIn = (text: string | null) => [...new URLSearchParams(text ?? '')]

const queryOf = (call: CmCall) => targetOf(call).split('?')[1] ?? ''

test('what is sent decodes to exactly the pairs that were meant, whatever stands in them', () => {
  const chance = seeded(seed)
  const pick = (count: number) =>
    Array.from({ length: count }, () => pieces[Math.floor(chance() * pieces.length)]).join('')
  let taken = 0
  let cases = 0
  const violations: unknown[] = []
  for (let round = 0; round < 6_000; round += 1) {
    const kind: ComponentKind = round % 2 === 0 ? 'writer' : 'connector'
    const prefix = kind === 'writer' ? 'JDBCWriter.' : 'dest.'
    const name = pick(3)
    const key = round % 3 === 0 ? `${prefix}${pick(2)}` : `${prefix}note${round}`
    const set = { [key]: pick(4), [`${prefix}other`]: '1' }
    const values = Object.values(set)
    const fault = configFaultsOf(kind, set)
    cases += 1
    if (values.some((value) => value.includes('•')) && fault === undefined)
      violations.push(['mask', set])
    if (fault) continue
    taken += 1
    const call =
      kind === 'writer' ? writerCalls.update(name, set) : connectorCalls.update(name, set)
    const own = kind === 'writer' ? 'applierName' : 'taskName'
    const meant = [[own, name.toWellFormed()], ...Object.entries(set)]
    const sent = pairsIn(bodyOf(call))
    if (JSON.stringify(sent) !== JSON.stringify(meant)) violations.push([meant, sent])
    if (/[\r\n\0]/u.test(bodyOf(call) ?? '')) violations.push(['line', set])
    const moved = pairsIn(queryOf(connectorCalls.migrate(name, '10.0.0.1')))
    if (moved.length !== 2 || moved[0]?.[1] !== name.toWellFormed())
      violations.push(['migrate', moved])
  }

  expect(violations.slice(0, 5)).toEqual([])
  expect(taken).toBeGreaterThan(1_000)
  assure('form-injection', { cases, taken, violations: violations.length }, { seed })
})

test.each([
  ['writer', 'applierName'],
  ['writer', 'JDBCWriter.a&taskName'],
  ['connector', 'taskName'],
  ['connector', 'coordinator.taskName'],
  ['connector', 'dest.a\ntaskName'],
  ['checker', 'taskName'],
  ['checker', 'TaskName'],
  ['checker', 'task.id'],
] as const)('a %s cannot be told another name by setting %j', (kind, key) => {
  expect(configFaultsOf(kind, { [key]: 'x' })).toMatchObject({ key })
})

test.each([
  '••••••',
  'a••••••',
  '•',
  'jdbc:mysql://••••••@10.10.10.2:2883?useUnicode=true',
  'jdbc:mysql://10.10.10.2?password=•••',
  'jdbc:mysql://10.10.10.2?password=%E2%80%A2%E2%80%A2',
  'jdbc:mysql://10.10.10.2?password=%e2%80%a2',
  '{"password":"\\u2022\\u2022"}',
  '{"a":"••••••"}',
])('the mask is never written back: %s', (value) => {
  const config = new Map([['JDBCWriter.config_url', 'jdbc:mysql://10.10.10.2:2883']])
  const addresses = { config, hosts: ['10.10.10.2'] }
  const keys = ['JDBCWriter.config_url', 'JDBCWriter.filter.conditions', 'JDBCWriter.sync_password']

  for (const key of [...keys, 'JDBCWriter.brandNew'])
    expect(configFaultsOf('writer', { [key]: value }, { addresses })?.fault).toBe('masked-value')
})

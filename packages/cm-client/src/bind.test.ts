import { expect, test } from 'vitest'

import { bind, variablesOf } from './bind.ts'
import { bodyOf, targetOf, type CmCall } from './call.ts'
import { checkerCalls } from './checkers.ts'
import { connectorCalls } from './connectors.ts'
import { toCurl } from './curl.ts'
import { writerCalls } from './writers.ts'

const newName = { variable: 'NEW_NAME' }
const update = writerCalls.update(newName, {
  'JDBCWriter.sync_password': { variable: 'SYNC_PASSWORD' },
  'JDBCWriter.binlog_password': { variable: 'SYNC_PASSWORD' },
  'JDBCWriter.worker_num': '16',
})

test('a call tells its variables, each once and in order', () => {
  expect(variablesOf(update)).toEqual(['NEW_NAME', 'SYNC_PASSWORD'])
  expect(variablesOf(connectorCalls.start(newName, { resume: false }))).toEqual(['NEW_NAME'])
  expect(variablesOf(writerCalls.stop('w'))).toEqual([])
})

test('binding replaces every variable, and only those', () => {
  const bound = bind(update, { NEW_NAME: 'w', SYNC_PASSWORD: '$NEW_NAME & 1', OTHER: 'x' })

  expect(bound).toEqual(
    writerCalls.update('w', {
      'JDBCWriter.sync_password': '$NEW_NAME & 1',
      'JDBCWriter.binlog_password': '$NEW_NAME & 1',
      'JDBCWriter.worker_num': '16',
    }),
  )
  expect(bind(connectorCalls.start(newName), { NEW_NAME: 'c' })).toEqual(connectorCalls.start('c'))
  expect(update.form?.['applierName']).toEqual(newName)
})

test('a missing value is named, a given one never told', () => {
  const missing = () => bind(update, { NEW_NAME: 'w', sync_password: 'hunter2' })

  expect(missing).toThrow(new TypeError('$SYNC_PASSWORD has no value'))
  for (const name of ['CONSTRUCTOR', '__proto__', 'toString']) {
    const call = { ...writerCalls.stop('w'), form: { applierName: { variable: name } } }
    expect(() => bind(call, {})).toThrow(TypeError)
  }
})

test('an empty text is a value', () => {
  expect(bodyOf(bind(writerCalls.stop(newName), { NEW_NAME: '' }))).toBe('applierName=')
})

test('a call with a variable has no bytes', () => {
  expect(() => bodyOf(update)).toThrow(new TypeError('$NEW_NAME is not bound'))
  expect(() => targetOf(connectorCalls.stop(newName))).toThrow(TypeError)
})

test('a call with variables survives as JSON', () => {
  const kept = JSON.parse(JSON.stringify(update)) as CmCall // what was written

  expect(kept).toEqual(update)
  expect(toCurl(kept)).toBe(toCurl(update))
})

const noVariables = [
  { variable: 'lower' },
  { variable: '' },
  { variable: '1A' },
  { variable: 'A"; touch x; "' },
  { variable: 'A\n' },
  { variable: '{A:-$(id)}' },
  { variable: 'CM_URL' },
  { variable: 7 },
  {},
  null,
  7,
] as unknown as { variable: string }[] // what a database might hold

test.for(noVariables.map((value) => ({ value, json: JSON.stringify(value) })))(
  '$json is no variable: it is neither printed, nor bound, nor sent',
  ({ value }) => {
    const calls: CmCall[] = [
      { method: 'POST', effect: 'write', path: '/applier/stop', form: { applierName: value } },
      { method: 'POST', effect: 'write', path: '/connector/task/stopByName', query: { a: value } },
    ]

    for (const call of calls)
      for (const use of [toCurl, variablesOf, () => bind(call, { CM_URL: 'x', lower: 'x' })])
        expect(() => use(call)).toThrow(TypeError)
    expect(() => checkerCalls.update('1', { a: value })).toThrow(TypeError)
  },
)

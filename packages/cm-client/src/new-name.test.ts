import { expect, test } from 'vitest'

import { connectorCalls } from './connectors.ts'
import { newNameIn } from './new-name.ts'
import {
  connector as vendorConnector,
  vendorLines,
  writer as vendorWriter,
} from './test/vendor-lines.ts'
import { writerCalls } from './writers.ts'

const writer = '10.0.0.1-9000:p_x_source-000-0:0000000069'
const moved = '10.0.0.2-9000:p_x_source-000-0:0000000070'
const connector = '10.0.0.1-9000:connector:p_x-1-0:0000000007'
const next = '10.0.0.2-9000:connector:p_x-1-0:0000000008'
const other = '10.0.0.2-9000:connector:p_y-1-0:0000000008'

const ofWriter = (applier: unknown, asked = writer) =>
  newNameIn({ isSuccess: true, applier }, writerCalls.migrate(asked, '10.0.0.2'))
const ofConnector = (json: Record<string, unknown>, asked = connector) =>
  newNameIn({ isSuccess: true, ...json }, connectorCalls.migrate(asked, '10.0.0.2'))

test('a writer’s new name stands in `applier`, as a text or as an object’s name', () => {
  expect(ofWriter(moved)).toBe(moved)
  expect(ofWriter({ name: moved, active: false })).toBe(moved)
})

test('for a writer it is looked for nowhere else', () => {
  const elsewhere = { isSuccess: true, result: moved, errMsg: moved, data: { applier: moved } }

  expect(newNameIn(elsewhere, writerCalls.migrate(writer, '10.0.0.2'))).toBeNull()
  expect(ofWriter({ applier: moved })).toBeNull()
})

/** What is no name of a new component, wherever it stands. */
const unusable = [
  '',
  ' ',
  '10.0.0.2-9000:p_x****_source-000-0:0000000070',
  '***',
  '10.0.0.2-9000:p x:0000000070',
  '10.0.0.2-9000:p\tx:0000000070',
  '10.0.0.2-9000:p\nx:0000000070',
  '10.0.0.2-9000:p\0x:0000000070',
  '10.0.0.2-9000:p\u200Bx:0000000070',
  '10.0.0.2-9000:p\uD800x:0000000070',
  '10.0.0.2-9000:p\u00A0x:0000000070',
  '10.0.0.2-9000:p&x:0000000070',
  '10.0.0.2-9000:p?x:0000000070',
  '10.0.0.2-9000:p#x:0000000070',
  '10.0.0.2-9000:p\\nx:0000000070',
  `10.0.0.2-9000:${'x'.repeat(300)}:0000000070`,
]

test.for([
  ...unusable,
  `${moved} `,
  writer,
  'password:hunter2',
  `{"name":"${moved}"}`,
  `"${moved}"`,
  '$(id)',
])('a writer’s %j is no name', (name) => {
  expect(ofWriter(name)).toBeNull()
  expect(ofWriter({ name })).toBeNull()
})

test.for([undefined, null, 7, true, [moved], {}, { name: null }, { name: { name: moved } }, []])(
  'an applier of %j tells no name',
  (applier) => {
    expect(ofWriter(applier)).toBeNull()
  },
)

const places: Record<string, Record<string, unknown>> = {
  'in the v2 field': { errCode: null, errMsg: null, errorDetail: null, result: next },
  'in a field of its own': { connector: next },
  'in an object': { task: { id: 7, name: next, ip: '10.0.0.2' } },
  'in an array': { data: [[{ taskName: next }]] },
  'as a key': { data: { [next]: 'created' } },
  'in a sentence': { message: `Task ${connector} migrated to ${next}.` },
  'in a Chinese sentence': { message: `组件${connector}已迁移，新组件${next}已创建。` },
  'in quotes and brackets': { message: `["${next}"]` },
  'in JSON in a text': { result: JSON.stringify({ name: next, old: connector }) },
  'in a path': { result: `/home/ds/run/${next}/conf` },
  'after an equals sign': { result: `old=${connector},new=${next};` },
  'on a line of its own': { result: `done\n${next}\n` },
  twice: { result: next, taskName: next },
}

test.for(Object.keys(places))('a connector’s new name is found %s', (place) => {
  expect(ofConnector(places[place] ?? {})).toBe(next)
})

test.for(unusable)('a connector’s %j is no name', (name) => {
  expect(ofConnector({ result: name })).toBeNull()
  expect(ofConnector({ message: `It is ${name} now` })).toBeNull()
})

test.for([{}, { result: connector }, { result: null }, { result: 'ok' }, { result: '10.0.0.2' }])(
  '%j tells of no new connector',
  (json) => {
    expect(ofConnector(json)).toBeNull()
  },
)

test('of several names it is the one with the old identity, and without that none', () => {
  const third = '10.0.0.3-9000:connector:p_x-1-0:0000000009'

  expect(ofConnector({ result: [other, next] })).toBe(next)
  expect(ofConnector({ result: other })).toBeNull()
  expect(ofConnector({ result: [next, third] })).toBeNull()
})

test.for([
  other,
  'OK',
  'success',
  '10.0.0.2',
  '__proto__',
  '../../etc',
  '/a/b',
  'foo',
  'true',
  `/run/${moved}`,
])('a name that keeps its identity is not followed to %s', (name) => {
  expect(ofWriter(name)).toBeNull()
  expect(ofWriter({ name })).toBeNull()
  expect(ofConnector({ result: name, connector: name, task: { name } })).toBeNull()
})

const free = 'my-connector'
const freed = '10.0.0.2-9000:my-connector:0000000001'

test('a name of another form is only taken from where a name is to be expected', () => {
  for (const place of [{ result: freed }, { connector: freed }, { taskName: freed }])
    expect(ofConnector(place, free)).toBe(freed)
  expect(ofConnector({ task: { name: freed } }, free)).toBe(freed)
  expect(ofConnector({ result: freed, taskName: freed, connector: free }, free)).toBe(freed)

  expect(ofConnector({ message: `see ${freed}` }, free)).toBeNull()
  expect(ofConnector({ traceId: freed }, free)).toBeNull()
  expect(ofConnector({ result: `It is ${freed}` }, free)).toBeNull()
  expect(ofConnector({ result: freed, taskName: `${free}-2` }, free)).toBeNull()
})

test.for([
  next,
  'a-10:b:1234567890',
  'host-9000:job:1795450000',
  'OK',
  'connector',
  '10.0.0.2',
  `/run/${freed}`,
  `${free}s`,
  `x${free}`,
  `${free} `,
  `${free}&a`,
])('a name of another form is not followed to %j, where it is not found again', (name) => {
  expect(ofConnector({ result: name, traceId: name, message: `see ${name}` }, free)).toBeNull()
  expect(ofWriter(name, free)).toBeNull()
})

test('a name of another form is found again in the new one, as a whole', () => {
  expect(ofWriter(freed, free)).toBe(freed)
  expect(ofWriter({ name: `${free}-2` }, free)).toBe(`${free}-2`)
  expect(ofConnector({ result: 'success' }, 's')).toBeNull()
})

test('a name that spells a secret word is still that name', () => {
  const [old, name] = ['1', '2'].map((at) => `10.0.0.${at}-9000:connector:p_3b7pwd:000000000${at}`)

  expect(ofConnector({ result: name }, old)).toBe(name)
  expect(ofWriter(name, old)).toBe(name)
})

test('only migrations return a name', () => {
  const applier = vendorWriter.replace('10.0.0.1', '10.0.0.2')
  const taskName = vendorConnector.replace('10.0.0.1', '10.0.0.2')
  const json = { isSuccess: true, applier, taskName }

  const answers = vendorLines.map(({ call }) => [call.path, newNameIn(json, call)] as const)

  expect(new Map(answers.filter(([, name]) => name !== null))).toEqual(
    new Map([
      ['/connector/task/migrate', taskName],
      ['/applier/migrate', applier],
    ]),
  )
})

test('a reply made to stall the search does not', () => {
  for (const text of ['-', '.', ':', 'a', '1', '-11:', 'a-11111', '0000000001:', '*', '\\', '[0,'])
    expect(ofConnector({ result: text.repeat(1e6 / text.length) })).toBeNull()
  expect(ofConnector({ result: `${'-'.repeat(1e6)}x` })).toBeNull()
  expect(ofConnector({ result: Array.from({ length: 5e5 }, () => 0) })).toBeNull()
}, 5_000)

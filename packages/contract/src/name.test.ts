import { expect, test } from 'vitest'
import { longestName, nameFault, parseName, topicsOf } from './name.ts'

test.each([
  '10.10.10.1-9000:p_3b7ixsl2sxb4_source-000-0:0000000069',
  '10.10.10.1-9000:p_3b7i****_source-000-0:0000000069',
  'host-9000:connector_v2:np_xxx-full_trans-1-0:0000002860',
  '组件',
  '<script>',
  "o'name",
])('%s can be a name', (name) => {
  expect(nameFault(name)).toBeUndefined()
})

test.each([
  ['', 'empty'],
  ['x'.repeat(longestName + 1), 'too-long'],
  ['a b', 'whitespace'],
  ['a\tb', 'whitespace'],
  ['a\u3000b', 'whitespace'],
  ['a\u0000b', 'control-character'],
  ['a\u0085b', 'control-character'],
  ['a\u200bb', 'control-character'],
  ['a\u202eb', 'control-character'],
  ['a\ud800', 'control-character'],
  ['a&b', 'reserved-character'],
  ['a?b', 'reserved-character'],
  ['a#b', 'reserved-character'],
])('%j cannot, and the fault is said', (name, fault) => {
  expect(nameFault(name)).toBe(fault)
})

test('a name of the documented form tells its host, agent port, identity and sequence', () => {
  expect(parseName('10.10.10.1-9000:p_3b7ixsl2sxb4_source-000-0:0000000069')).toEqual({
    host: '10.10.10.1',
    agentPort: 9000,
    identity: 'p_3b7ixsl2sxb4_source-000-0',
    sequence: '0000000069',
  })
  expect(
    parseName('db-host.example-7104:connector_v2:p_x-incr_trans-1-0:0000000001')?.identity,
  ).toBe('connector_v2:p_x-incr_trans-1-0')
})

test('a name of another form is taken as it is', () => {
  for (const name of ['90230', 'p_x_source-000-0', '10.0.0.1-9000:p_x:69', ''])
    expect(parseName(name)).toBeUndefined()
})

test('a checker is named by its task.id', () => {
  expect(nameFault('90230', 'checker')).toBeUndefined()
  expect(nameFault('10.186.17.106-9000:90230:0000000016', 'checker')).toBe('not-a-task-id')
})

test.each([
  ['p_3b7ixsl2sxb4_source-000-0', 'p_3b7ixsl2sxb4', 'p_3b7ixsl2sxb4_source'],
  ['connector:p_x_dest-1-0', 'p_x', 'p_x_dest'],
])('%s tells its project and its topic', (identity, project, topic) => {
  expect(topicsOf(identity)).toEqual({
    project,
    topic,
    subtopic: identity.replace('connector:', ''),
  })
})

test('an identity of another form tells neither', () => {
  for (const identity of ['np_xxx-full_trans-1-0', '90230', '', '_source-000-0'])
    expect(topicsOf(identity)).toBeUndefined()
})

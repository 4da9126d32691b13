import { badReasons, brokenRules } from './bad-reasons.ts'
import { at, nowSeconds, subtopic, type BadRow } from './bad-row.ts'
import { badSettings } from './bad-settings.ts'

const positions: readonly (readonly [title: string, value: unknown, fault?: string])[] = [
  ['in milliseconds', nowSeconds * 1000 - 60_000, 'milliseconds'],
  ['in the future', nowSeconds + 3_600, 'in-the-future'],
  ['a fraction', nowSeconds - 0.5, 'not-whole'],
  ['negative', -1, 'before-2010'],
  ['zero', 0, 'before-2010'],
  ['text', '1700000000'],
  ['a date', '2026-01-01T00:00:00Z'],
  ['not a number', 'NaN'],
  ['nothing', null],
]

const rewinds = positions.flatMap(([title, value, fault]): BadRow[] => [
  {
    title: `a writer's checkpoint is ${title}`,
    on: 'writer',
    kind: 'rewind',
    input: { checkpoint: value },
    reason: 'a test',
    field: 'body.input.checkpoint',
    ...(fault !== undefined && { fault }),
  },
  {
    title: `a connector's checkpoint is ${title}`,
    on: 'connector',
    kind: 'rewind',
    input: { checkpoints: { [subtopic]: value } },
    reason: 'a test',
    field: `body.input.checkpoints.${subtopic}`,
    ...(fault !== undefined && { fault }),
  },
])

const subtopics = (
  [
    ['unknown', 'p_other-000-0', `.p_other-000-0`, 'unknown-subtopic'],
    ['a double quote', 'p"x', '', 'subtopic-quote'],
    ['a brace', 'p}x', '', 'subtopic-quote'],
    ['a newline', 'p\nx', '', 'subtopic-whitespace'],
    ['a NUL', 'p\0x', '', 'subtopic-control-character'],
    ['turned around', 'p\u202ex', '', 'subtopic-control-character'],
    ['empty', '', '', 'subtopic-empty'],
    ['endless', 'p'.repeat(513), '', 'subtopic-too-long'],
  ] as const
).map(([title, name, tail, fault]): BadRow => ({
  title: `a subtopic is, or has, ${title}`,
  on: 'connector',
  kind: 'rewind',
  input: { checkpoints: { [name]: at } },
  reason: 'a test',
  field: `body.input.checkpoints${tail}`,
  fault,
}))

const hosts = [
  '',
  ' ',
  '10.0.0.5 ',
  '10.0.0.5;rm -rf /',
  '10.0.0.5\n10.0.0.6',
  'http://10.0.0.5',
  '10.0.0.5:8088',
  '10.0.0.5&force=true',
  '$(id)',
  '../etc',
  '-oProxyCommand',
  '主机',
  'h'.repeat(254),
].map((host): BadRow => ({
  title: `a migration to ${JSON.stringify(host.slice(0, 20))}`,
  on: 'connector',
  kind: 'migrate',
  input: { host },
  field: 'body.input.host',
  fault: host === '' ? 'empty' : 'not-a-host',
}))

const settings = badSettings.map(([on, key, value, fault]): BadRow => ({
  title: `${fault}: ${JSON.stringify(key.slice(0, 40))} of a ${on} to ${JSON.stringify(value.slice(0, 40))}`,
  on,
  kind: 'configure',
  input: { set: { [key]: value } },
  field: `body.input.set.${key}`,
  fault,
}))

const many = Object.fromEntries(
  Array.from({ length: 201 }, (_, number) => [`JDBCWriter.key${number}`, '1']),
)

const subtopicsOf = (count: number, length: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [`p_${number}`.padEnd(length, 'x'), at]),
  )

const others: readonly BadRow[] = [
  ...[
    ['more subtopics than are gone to at once', subtopicsOf(101, 8)] as const,
    ['subtopics longer than a value may be', subtopicsOf(20, 500)] as const,
  ].map(([title, checkpoints]): BadRow => ({
    title,
    on: 'connector',
    kind: 'rewind',
    input: { checkpoints, subtopicsRead: true },
    reason: 'a test',
    field: 'body.input.checkpoints',
    fault: 'too-many',
  })),
  {
    title: 'a key twice, in other capitals',
    on: 'writer',
    kind: 'configure',
    input: { set: { 'JDBCWriter.worker_num': '8', 'JDBCWriter.Worker_num': '9' } },
    field: 'body.input.set.JDBCWriter.Worker_num',
    fault: 'twice',
  },
  {
    title: 'more keys than are changed at once',
    on: 'writer',
    kind: 'configure',
    input: { set: many },
    field: 'body.input.set',
    fault: 'too-many-keys',
  },
  {
    title: 'no key at all',
    on: 'writer',
    kind: 'configure',
    input: { set: {} },
    field: 'body.input.set',
    fault: 'empty',
  },
  {
    title: 'a value that is no text',
    on: 'writer',
    kind: 'configure',
    input: { set: { 'JDBCWriter.worker_num': 8 } },
    field: 'body.input.set.JDBCWriter.worker_num',
  },
  {
    title: 'a configuration that is null',
    on: 'writer',
    kind: 'configure',
    input: { set: null },
    field: 'body.input.set',
  },
  { title: 'no input where one is needed', on: 'writer', kind: 'configure', field: 'body.input' },
  {
    title: 'a property that nobody knows',
    on: 'connector',
    kind: 'stop',
    input: { force: true },
    field: 'body.input.force',
  },
  { title: 'a kind that nobody knows', on: 'connector', kind: 'destroy', field: 'body.kind' },
  {
    title: 'a position for each subtopic of a writer',
    on: 'writer',
    kind: 'rewind',
    input: { checkpoints: { [subtopic]: at } },
    reason: 'a test',
    field: 'body.input.checkpoint',
    fault: 'missing',
  },
  {
    title: 'one position for all of a connector',
    on: 'connector',
    kind: 'rewind',
    input: { checkpoint: at },
    reason: 'a test',
    field: 'body.input.checkpoints',
    fault: 'missing',
  },
  {
    title: 'a migration to where it is',
    on: 'writer',
    kind: 'migrate',
    input: { host: '10.0.7.1' },
    field: 'body.input.host',
    fault: 'same-host',
  },
  {
    title: 'a forced migration of a connector',
    on: 'connector',
    kind: 'migrate',
    input: { host: '10.0.7.9', force: true },
    reason: 'a test',
    field: 'body.input.force',
    fault: 'writers-only',
  },
  ...['start', 'stop', 'recheck'].map((kind): BadRow => ({
    title: `a ${kind} of a checker without saying which task`,
    on: 'checker',
    kind,
    field: 'body.input.taskType',
    fault: 'missing',
  })),
  {
    title: 'a stop of a checker for a change, without saying which task',
    on: 'checker',
    kind: 'configure',
    input: { set: { 'limitator.queue.size': '64' }, stop: true },
    field: 'body.input.taskType',
    fault: 'missing',
  },
  {
    title: 'a task that no checker has',
    on: 'checker',
    kind: 'start',
    input: { taskType: 'repair' },
    field: 'body.input.taskType',
  },
]

export const badRows: readonly BadRow[] = [
  ...rewinds,
  ...subtopics,
  ...hosts,
  ...settings,
  ...others,
  ...badReasons,
  ...brokenRules,
]

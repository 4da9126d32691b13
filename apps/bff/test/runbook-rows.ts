import type { ComponentKind, OperationKind, StepName } from '@wheelhouse/contract'
import { elsewhere } from './estate.ts'

/** A call as it must reach CM: method, path, and the fields of its query or form. */
export type Sent = readonly [method: string, path: string, fields: Readonly<Record<string, string>>]

/** One write operation of the vendor's page, as an operator asks for it. */
export interface Row {
  title: string
  kind: ComponentKind
  /** Whether the component runs before. */
  running: boolean
  /** Its host is down: it can't be asked to stop. */
  isHostDead?: boolean
  operation: OperationKind
  input?: object
  reason?: string
  steps: readonly StepName[]
  /** `<name>` and `<new>` stand for the component's two names. */
  sent: readonly Sent[]
  /** Of the component afterwards, under its new name if it has one; null where it is gone. */
  world: object | null
}

export const because = 'the on-call asked for it'
const migrate = { 'task.id': '<name>', 'task.type': 'migrate' }
/** Two hours before the tests were started, epoch seconds. */
export const earlier = Math.floor(Date.now() / 1000) - 7200
const jvm = '-Xms4g -Xmx4g -Xmn2g'

const connectorStop: Sent = ['POST', '/connector/task/stopByName', { taskName: '<name>' }]
const connectorStart: Sent = ['POST', '/connector/task/startByName', { taskName: '<name>' }]

const connectorUpdate = (fields: Readonly<Record<string, string>>): Sent => [
  'POST',
  '/connector/task/updateByName',
  { taskName: '<name>', ...fields },
]

export const connectors: readonly Row[] = [
  {
    title: 'start a connector',
    kind: 'connector',
    running: false,
    operation: 'start',
    steps: ['start'],
    sent: [connectorStart],
    world: { running: true, status: 'running', resume: true },
  },
  {
    title: 'stop a connector',
    kind: 'connector',
    running: true,
    operation: 'stop',
    steps: ['stop'],
    sent: [connectorStop],
    world: { running: false, status: 'stopped' },
  },
  {
    title: 'configure a connector',
    kind: 'connector',
    running: true,
    operation: 'configure',
    input: { set: { 'dest.batch.size': '262144', 'source.store_time_zone': '+00:00' } },
    steps: ['stop', 'update', 'start'],
    sent: [
      connectorStop,
      connectorUpdate({ 'dest.batch.size': '262144', 'source.store_time_zone': '+00:00' }),
      connectorStart,
    ],
    world: {
      running: true,
      config: {
        dest: { 'batch.size': '262144', 'kafka.version': '2.0' },
        source: { store_time_zone: '+00:00' },
      },
    },
  },
  {
    title: 'give a connector another JVM',
    kind: 'connector',
    running: true,
    operation: 'configure',
    input: { set: { 'coordinator.connector_jvm_param': jvm } },
    steps: ['stop', 'update', 'start'],
    sent: [
      connectorStop,
      connectorUpdate({ 'coordinator.connector_jvm_param': jvm }),
      connectorStart,
    ],
    world: { running: true, config: { coordinator: { connector_jvm_param: jvm } } },
  },
  {
    title: 'rewind a connector',
    kind: 'connector',
    running: true,
    operation: 'rewind',
    input: { checkpoints: { '<subtopic>': earlier } },
    reason: because,
    steps: ['stop', 'move-checkpoint', 'start-there'],
    sent: [
      connectorStop,
      connectorUpdate({ 'source.checkpoint': `{"<subtopic>":"${earlier}"}` }),
      ['POST', '/connector/task/startByName', { taskName: '<name>', resume: 'false' }],
    ],
    world: {
      running: true,
      resume: false,
      config: { source: { checkpoint: `{"<subtopic>":"${earlier}"}` } },
    },
  },
  {
    title: 'migrate a connector',
    kind: 'connector',
    running: true,
    operation: 'migrate',
    input: { host: elsewhere },
    steps: ['stop', 'migrate', 'start-new'],
    sent: [
      connectorStop,
      ['GET', '/connector/task/migrate', { taskName: '<name>', node: elsewhere }],
      ['POST', '/connector/task/startByName', { taskName: '<new>' }],
    ],
    world: { host: elsewhere, running: true },
  },
]

export const checkers: readonly Row[] = [
  {
    title: 'start a checker',
    kind: 'checker',
    running: false,
    operation: 'start',
    input: { taskType: 'migrate', resume: false },
    steps: ['start'],
    sent: [['POST', '/checker/start', { ...migrate, 'task.resume': 'false' }]],
    world: { running: true, resume: false },
  },
  {
    title: 'stop a checker',
    kind: 'checker',
    running: true,
    operation: 'stop',
    input: { taskType: 'migrate' },
    steps: ['stop'],
    sent: [['POST', '/checker/stop', migrate]],
    world: { running: false },
  },
  {
    title: 'configure a checker',
    kind: 'checker',
    running: true,
    operation: 'configure',
    input: { set: { 'limitator.select.batch.max': '600' } },
    steps: ['update'],
    sent: [
      ['POST', '/checker/update', { 'task.id': '<name>', 'limitator.select.batch.max': '600' }],
    ],
    world: { running: true, config: { 'limitator.select.batch.max': '600' } },
  },
  {
    title: 'have a checker check again',
    kind: 'checker',
    running: true,
    operation: 'recheck',
    input: { taskType: 'migrate' },
    steps: ['stop', 'start'],
    sent: [
      ['POST', '/checker/stop', migrate],
      ['POST', '/checker/start', { ...migrate, 'task.resume': 'true' }],
    ],
    world: { running: true, resume: true },
  },
]

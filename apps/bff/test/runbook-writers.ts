import { elsewhere } from './estate.ts'
import { because, checkers, connectors, earlier, type Row, type Sent } from './runbook-rows.ts'

const writerStop: Sent = ['POST', '/applier/stop', { applierName: '<name>' }]
const writerStart: Sent = ['POST', '/applier/start', { applierName: '<name>' }]

const writers: readonly Row[] = [
  {
    title: 'start a writer',
    kind: 'writer',
    running: false,
    operation: 'start',
    steps: ['start'],
    sent: [writerStart],
    world: { active: true, status: 'running' },
  },
  {
    title: 'stop a writer',
    kind: 'writer',
    running: true,
    operation: 'stop',
    steps: ['stop'],
    sent: [writerStop],
    world: { active: false, status: 'stopped' },
  },
  {
    title: 'configure a writer',
    kind: 'writer',
    running: true,
    operation: 'configure',
    input: { set: { 'JDBCWriter.worker_num': '32' } },
    steps: ['stop', 'see-stopped', 'update', 'start'],
    sent: [
      writerStop,
      ['POST', '/applier/update', { applierName: '<name>', 'JDBCWriter.worker_num': '32' }],
      writerStart,
    ],
    world: { active: true, cfg: { worker_num: '32', retry_sleep: '5' } },
  },
  {
    title: 'rewind a writer',
    kind: 'writer',
    running: true,
    operation: 'rewind',
    input: { checkpoint: earlier },
    reason: because,
    steps: ['stop', 'see-stopped', 'move-checkpoint', 'start-there'],
    sent: [
      writerStop,
      [
        'POST',
        '/applier/update',
        { applierName: '<name>', 'JDBCWriter.timestamp': String(earlier) },
      ],
      writerStart,
    ],
    world: { active: true, cfg: { timestamp: String(earlier) } },
  },
  {
    title: 'migrate a writer',
    kind: 'writer',
    running: true,
    operation: 'migrate',
    input: { host: elsewhere },
    steps: ['stop', 'see-stopped', 'migrate', 'start-new'],
    sent: [
      writerStop,
      ['POST', '/applier/migrate', { applierName: '<name>', node: elsewhere }],
      ['POST', '/applier/start', { applierName: '<new>' }],
    ],
    world: { host: elsewhere, active: true },
  },
  {
    title: 'migrate a writer from a dead host',
    kind: 'writer',
    running: true,
    isHostDead: true,
    operation: 'migrate',
    input: { host: elsewhere, force: true },
    reason: because,
    steps: ['migrate', 'start-new'],
    sent: [
      ['POST', '/applier/migrate', { applierName: '<name>', node: elsewhere, force: 'true' }],
      ['POST', '/applier/start', { applierName: '<new>' }],
    ],
    world: { host: elsewhere, active: true },
  },
  {
    title: 'delete a writer',
    kind: 'writer',
    running: false,
    operation: 'delete',
    reason: because,
    steps: ['see-stopped', 'delete'],
    sent: [['POST', '/applier/clean', { applierName: '<name>' }]],
    world: null,
  },
]

/** The write operations of the vendor's page (cm-api.md §1.2), and a writer's migration from a dead host. */
export const runbook: readonly Row[] = [...connectors, ...writers, ...checkers]

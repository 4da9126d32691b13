import type { ComponentKind, OperationKind, StepFailure } from '@wheelhouse/contract'
import { elsewhere } from './estate.ts'

/** When the effect happens: not at all where the fault strikes before it, or long after we gave up waiting. */
export const moments = ['before', 'after', 'late'] as const
export type Moment = (typeof moments)[number]

/** What the call is taken for (DECISIONS 10), or why there is no such case. */
export type Expected = 'refused' | 'uncertain' | 'succeeded' | `n/a: ${string}`

/** A call that changes something, and the operation that consists of nothing else but checks. */
export interface WriteRow {
  endpoint: string
  kind: ComponentKind
  /** Whether the component runs before. */
  running: boolean
  operation: OperationKind
  input?: object
  reason?: string
  /** Whether a reading tells that it was carried out, and that nobody else can have done it. */
  showsInReadings?: true
  /** CM answers the name of a component that it has made. */
  makesNew?: true
}

const reason = 'the fault matrix'
const aside = { stop: false, start: false }
const move = { input: { host: elsewhere, ...aside }, makesNew: true } as const
const configure = (set: object) => ({ operation: 'configure', input: { set, ...aside } }) as const

export const writeRows: readonly WriteRow[] = [
  {
    endpoint: 'POST /applier/update',
    kind: 'writer',
    running: false,
    ...configure({ 'JDBCWriter.worker_num': '8' }),
    showsInReadings: true,
  },
  {
    endpoint: 'POST /applier/migrate',
    kind: 'writer',
    running: false,
    operation: 'migrate',
    ...move,
  },
  { endpoint: 'POST /applier/clean', kind: 'writer', running: false, operation: 'delete', reason },
  {
    endpoint: 'POST /applier/start',
    kind: 'writer',
    running: false,
    operation: 'start',
    showsInReadings: true,
  },
  {
    endpoint: 'POST /applier/stop',
    kind: 'writer',
    running: true,
    operation: 'stop',
    showsInReadings: true,
  },
  {
    endpoint: 'POST /connector/task/startByName',
    kind: 'connector',
    running: false,
    operation: 'start',
  },
  {
    endpoint: 'POST /connector/task/stopByName',
    kind: 'connector',
    running: true,
    operation: 'stop',
  },
  {
    endpoint: 'POST /connector/task/updateByName',
    kind: 'connector',
    running: false,
    ...configure({ 'dest.batch.size': '20' }),
  },
  {
    endpoint: 'GET /connector/task/migrate',
    kind: 'connector',
    running: false,
    operation: 'migrate',
    ...move,
  },
  {
    endpoint: 'POST /checker/start',
    kind: 'checker',
    running: false,
    operation: 'start',
    input: { taskType: 'migrate' },
  },
  {
    endpoint: 'POST /checker/stop',
    kind: 'checker',
    running: true,
    operation: 'stop',
    input: { taskType: 'migrate' },
  },
  {
    endpoint: 'POST /checker/update',
    kind: 'checker',
    running: true,
    operation: 'configure',
    input: { set: { 'limitator.select.batch.max': '600' } },
  },
]

/** The product gives up on a write after this. */
export const writeMs = 2_500
const beyond = writeMs + 1_500

/** A fault of the simulator, what it needs to be told, and what the call is taken for at each moment. */
export interface FaultRow extends Record<Moment, Expected> {
  fault: string
  /** Of the armed fault, by moment where it differs. */
  armed?: object
  armedLate?: object
  /** How often the call has its effect where that does not follow from the moment. */
  effects?: 0 | 1 | 2
  /** What the step says. */
  failure: StepFailure | null
  /** Only where CM answers a name. */
  needsNew?: true
}

const atOnce = 'n/a: it answers, or ends, at once'
const neverDone = 'n/a: it keeps CM from doing anything'
const afterDone = 'n/a: it is about what CM has done'
const readsOnly = 'n/a: it needs a call that reads a component'

const either = { before: 'uncertain', after: 'uncertain', late: atOnce } as const
const never = { after: neverDone, late: neverDone } as const
const done = { before: afterDone, late: atOnce } as const

export const faultRows: readonly FaultRow[] = [
  { fault: 'refuse', before: 'refused', ...never, failure: 'NOT_SENT' },
  { fault: 'reset', ...either, failure: 'CUT' },
  { fault: 'hang', ...either, late: 'n/a: that is the fault "late"', failure: 'TIMED_OUT' },
  {
    fault: 'slow',
    armed: { ms: 100 },
    armedLate: { ms: beyond },
    effects: 1,
    before: 'succeeded',
    after: 'succeeded',
    late: 'uncertain',
    failure: 'TIMED_OUT',
  },
  {
    fault: 'late',
    armedLate: { ms: beyond },
    before: afterDone,
    after: 'n/a: that is the fault "hang"',
    late: 'uncertain',
    failure: 'TIMED_OUT',
  },
  { fault: 'double', effects: 2, ...done, after: 'succeeded', failure: null },
  { fault: 'drip', ...either, late: 'n/a: it has begun to answer', failure: 'TIMED_OUT' },
  { fault: 'half-body', ...either, failure: 'CUT' },
  { fault: 'bad-length', ...either, failure: 'CUT' },
  { fault: 'html', ...either, failure: 'BAD_BODY' },
  { fault: 'empty', ...either, failure: 'BAD_BODY' },
  { fault: 'text', ...either, failure: 'BAD_BODY' },
  { fault: 'status', ...either, failure: 'BAD_STATUS' },
  { fault: 'reject', before: 'refused', ...never, failure: 'REJECTED' },
  { fault: 'reject-but-done', ...done, after: 'refused', failure: 'REJECTED' },
  { fault: 'lie-success', before: 'succeeded', ...never, failure: null },
  { fault: 'wrong-type', ...either, failure: 'BAD_BODY' },
  { fault: 'wrong-name', ...either, needsNew: true, failure: 'ODD_NAME' },
  { fault: 'stale-read', before: readsOnly, after: readsOnly, late: readsOnly, failure: null },
  { fault: 'flap', before: readsOnly, after: readsOnly, late: readsOnly, failure: null },
  { fault: 'redirect', ...either, failure: 'BAD_STATUS' },
  { fault: 'huge', armed: { bytes: 1_200_000 }, ...either, failure: 'BAD_BODY' },
]

/** One call under one fault at one moment. */
export interface Cell {
  title: string
  write: WriteRow
  row: FaultRow
  moment: Moment
  expected: Expected
  /** How often the call has its effect. */
  effects: number
}

export const cells: readonly Cell[] = writeRows.flatMap((write) =>
  faultRows.flatMap((row) =>
    moments.map((moment) => ({
      title: `${write.endpoint} ${row.fault} ${moment}`,
      write,
      row,
      moment,
      expected: row.needsNew && !write.makesNew ? 'n/a: its reply carries no name' : row[moment],
      effects: row.effects ?? (moment === 'before' ? 0 : 1),
    })),
  ),
)

export const applies = ({ expected }: Cell): boolean => !expected.startsWith('n/a')

import type { Simulator } from '@wheelhouse/simulator'

import type { CmCall } from '../call.ts'
import { checkerCalls } from '../checkers.ts'
import { connectorCalls } from '../connectors.ts'
import { writerCalls } from '../writers.ts'

/** One of the classic kinds' writes, on a component of its own in the simulated CM. */
export type SimulatedWrite = {
  readonly title: string
  readonly kind: 'connector' | 'writer' | 'checker'
  readonly call: (name: string) => CmCall
  /** Whether the component runs when the call is made, so that CM takes it. */
  readonly running: boolean
  /** The vendor's page: 在您更新前，您必须停止 …, and the same of 迁移. */
  readonly mustBeStopped: boolean
  /** Whether CM answers with the name of a new component. */
  readonly makesNew: boolean
}

/** Where migrations go. */
export const node = '10.0.0.2'

const write = (
  kind: SimulatedWrite['kind'],
  command: string,
  call: SimulatedWrite['call'],
): SimulatedWrite => ({
  title: `${command} a ${kind}`,
  kind,
  call,
  running: command === 'stop',
  makesNew: command === 'migrate',
  mustBeStopped: kind !== 'checker' && (command === 'update' || command === 'migrate'),
})

export const simulatedWrites: readonly SimulatedWrite[] = [
  write('connector', 'start', (name) => connectorCalls.start(name, { resume: false })),
  write('connector', 'stop', connectorCalls.stop),
  write('connector', 'update', (name) =>
    connectorCalls.update(name, { 'source.checkpoint': '{"p_x_source-000-0":"1639657384"}' }),
  ),
  write('connector', 'migrate', (name) => connectorCalls.migrate(name, node)),
  write('writer', 'start', (name) => writerCalls.start(name)),
  write('writer', 'stop', (name) => writerCalls.stop(name)),
  write('writer', 'clean', (name) => writerCalls.clean(name)),
  write('writer', 'migrate', (name) => writerCalls.migrate(name, node)),
  write('writer', 'update', (name) => writerCalls.update(name, { 'JDBCWriter.worker_num': '32' })),
  write('checker', 'start', (id) => checkerCalls.start(id, { type: 'migrate', resume: true })),
  write('checker', 'update', (id) => checkerCalls.update(id, { 'limitator.queue.size': '64' })),
  write('checker', 'stop', (id) => checkerCalls.stop(id, 'migrate')),
]

/** The `number`th name of its kind, and the part of it that a move keeps. */
export function nameOf(kind: SimulatedWrite['kind'], number: number) {
  const topic = `p_${String(number).padStart(12, 'x')}`
  if (kind === 'checker') return { name: String(90_000 + number), identity: '' }
  const identity = kind === 'writer' ? `${topic}_source-000-0` : `connector:${topic}-1-0`
  return { name: `10.0.0.1-9000:${identity}:0000000069`, identity }
}

/** Puts a component of this name into the simulated world. */
export async function create(
  { control }: Simulator,
  { kind, name, running }: Pick<SimulatedWrite, 'kind' | 'running'> & { readonly name: string },
): Promise<void> {
  switch (kind) {
    case 'connector':
      await control('POST', 'connectors', { name, running })
      return
    case 'checker':
      await control('POST', 'checkers', { taskId: name, type: 'migrate', running })
      return
    case 'writer':
      await control('POST', 'writers', { name })
      if (!running) await control('PATCH', 'writers', { name, status: 'stopped', active: false })
      return
    default:
      kind satisfies never
  }
}

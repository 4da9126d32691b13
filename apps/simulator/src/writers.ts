import type { CmEndpoint } from './cm-endpoint.ts'
import { accept, agentIsSilent, refuse, repeated, type Decision, type Order } from './decision.ts'
import { valuesIn } from './form.ts'
import type { Simulation } from './simulation.ts'
import { isDown, putWriter, removeWriter } from './world.ts'
import { writerDetail } from './writer-detail.ts'
import { migrateWriter } from './writer-migration.ts'
import { startedWriter, stoppedWriter, updatedWriter, type Writer } from './writer.ts'

/** The Writer chapter of the vendor's page (cm-api.md §1.2, rows 11 to 16). */
export function writerEndpoints(simulation: Simulation): CmEndpoint[] {
  const write = (verb: string, decide: (writer: Writer, order: Order) => Decision): CmEndpoint => ({
    method: 'POST',
    path: `/applier/${verb}`,
    parameters: 'form',
    naming: 'applierName',
    component: 'writer',
    decide: (order) => {
      const writer = simulation.world.writers.get(order.name)
      // A migrated or cleaned one may still be read, but nothing obeys under its name.
      return writer === undefined || writer.stale ? unknown(order) : decide(writer, order)
    },
  })
  const needsAgent =
    (decide: (writer: Writer, order: Order) => Decision) => (writer: Writer, order: Order) =>
      isDown(simulation.world, writer.host.name)
        ? agentIsSilent(simulation.variants)
        : decide(writer, order)
  return [
    {
      method: 'GET',
      path: '/JDBCWriter/detail',
      parameters: 'query',
      naming: 'writerName',
      component: 'writer',
      reads: true,
      decide: (order) => {
        const writer = readWriter(simulation, order)
        return writer === undefined ? unknown(order) : { reply: writerDetail(writer, order.nowMs) }
      },
    },
    write(
      'start',
      needsAgent((writer) => start(simulation, writer)),
    ),
    write(
      'stop',
      needsAgent((writer) => stop(simulation, writer)),
    ),
    write(
      'clean',
      needsAgent((writer) => clean(simulation, writer)),
    ),
    write('migrate', (writer, order) => migrateWriter(simulation, writer, order)),
    write(
      'update',
      needsAgent((writer, order) => update(simulation, writer, order)),
    ),
  ]
}

const unknown = ({ name }: Order) => refuse(`applier ${name} does not exist`)

function readWriter({ world }: Simulation, { name, nowMs, isStale }: Order): Writer | undefined {
  const recalled = isStale ? world.past.recall(name, nowMs) : undefined
  return recalled === undefined ? world.writers.get(name) : recalled.writer
}

function start(simulation: Simulation, writer: Writer): Decision {
  if (writer.active && writer.status === 'running') {
    return repeated(simulation.variants, `applier ${writer.name} is already running`)
  }
  return accept('started', (nowMs) => change(simulation, writer.name, startedWriter, nowMs))
}

function stop(simulation: Simulation, writer: Writer): Decision {
  const { statusAfterStop, stopTakesMs } = simulation.variants
  if (!writer.active && writer.status !== 'running') {
    return repeated(simulation.variants, `applier ${writer.name} is already stopped`)
  }
  const stopped = (current: Writer, nowMs: number) => stoppedWriter(current, statusAfterStop, nowMs)
  return accept('stopped', (nowMs) => change(simulation, writer.name, stopped, nowMs), {
    takesMs: stopTakesMs,
  })
}

/** "Delete", as the vendor's page has it. Whether a running one may be deleted, nobody says. */
function clean(simulation: Simulation, writer: Writer): Decision {
  const { cleanWhileRunning, afterClean } = simulation.variants
  if (writer.active && cleanWhileRunning === 'refused') return isRunning(writer)
  return accept('cleaned', (nowMs) => {
    if (afterClean === 'gone') removeWriter(simulation.world, writer.name, nowMs)
    else change(simulation, writer.name, cleanedWriter, nowMs)
  })
}

function update(simulation: Simulation, writer: Writer, { params }: Order): Decision {
  const { timestampUpdate } = simulation.variants
  const keys = valuesIn(params, 'JDBCWriter')
  if (writer.active) return isRunning(writer)
  if (keys.size === 0) return refuse('JDBCWriter.<key> is required')
  // The INI text has no way to write a line break.
  if ([...keys].flat().some((text) => /[\r\n]/.test(text))) {
    return refuse('a configuration value must be one line')
  }
  const updated = (current: Writer) =>
    updatedWriter(current, keys, { takesTimestamp: timestampUpdate === 'taken' })
  return accept('updated', (nowMs) => change(simulation, writer.name, updated, nowMs))
}

const isRunning = ({ name }: Writer) => refuse(`applier ${name} is running, stop it first`)

const cleanedWriter = (writer: Writer, nowMs: number): Writer => ({
  ...stoppedWriter(writer, 'stopped', nowMs),
  stale: true,
})

/** Changes the writer as it is by then; one that has gone since is left alone. */
function change(
  { world }: Simulation,
  name: string,
  to: (writer: Writer, nowMs: number) => Writer,
  nowMs: number,
): void {
  const writer = world.writers.get(name)
  if (writer !== undefined) putWriter(world, to(writer, nowMs), nowMs)
}

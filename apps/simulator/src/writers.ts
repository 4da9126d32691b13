import type { CmEndpoint, Decision } from './cm-endpoint.ts'
import { refusal, success } from './cm-reply.ts'
import { valueOf } from './form.ts'
import type { Simulation } from './simulation.ts'
import { writerDetail } from './writer-detail.ts'
import { startedWriter, stoppedWriter, type Writer } from './writer.ts'

/** The Writer chapter of the vendor's page (cm-api.md §1.2, rows 11, 12 and 16). */
export function writerEndpoints(simulation: Simulation): CmEndpoint[] {
  return [
    {
      method: 'GET',
      path: '/JDBCWriter/detail',
      nameIn: (query) => valueOf(query, 'writerName'),
      decide: (name, nowMs) =>
        decideFor(simulation, { name, parameter: 'writerName' }, (writer) => ({
          reply: writerDetail(writer, nowMs),
        })),
    },
    {
      method: 'POST',
      path: '/applier/start',
      nameIn: (_query, body) => valueOf(body, 'applierName'),
      decide: (name, nowMs) =>
        decideFor(simulation, { name, parameter: 'applierName' }, (writer) =>
          start(simulation, writer, nowMs),
        ),
    },
    {
      method: 'POST',
      path: '/applier/stop',
      nameIn: (_query, body) => valueOf(body, 'applierName'),
      decide: (name, nowMs) =>
        decideFor(simulation, { name, parameter: 'applierName' }, (writer) =>
          stop(simulation, writer, nowMs),
        ),
    },
  ]
}

function start(simulation: Simulation, writer: Writer, nowMs: number): Decision {
  if (writer.active && writer.status === 'running') return repeated(simulation, writer, 'running')
  const started = startedWriter(writer, nowMs)
  return {
    reply: success,
    effect: { kind: 'started', carryOut: () => simulation.world.writers.set(writer.name, started) },
  }
}

function stop(simulation: Simulation, writer: Writer, nowMs: number): Decision {
  if (!writer.active && writer.status !== 'running') return repeated(simulation, writer, 'stopped')
  const stopped = stoppedWriter(writer, simulation.variants.statusAfterStop, nowMs)
  return {
    reply: success,
    effect: { kind: 'stopped', carryOut: () => simulation.world.writers.set(writer.name, stopped) },
  }
}

/** No document says whether start and stop may be repeated: the variants decide. */
const repeated = ({ variants }: Simulation, { name }: Writer, state: string): Decision =>
  variants.repeatedCommand === 'refused'
    ? { reply: refusal(`applier ${name} is already ${state}`) }
    : { reply: success }

function decideFor(
  { world }: Simulation,
  { name, parameter }: { name: string | undefined; parameter: string },
  decide: (writer: Writer) => Decision,
): Decision {
  if (name === undefined) return { reply: refusal(`${parameter} is required`) }
  const writer = world.writers.get(name)
  if (writer === undefined) return { reply: refusal(`applier ${name} does not exist`) }
  return decide(writer)
}

import type { FastifyInstance } from 'fastify'
import type { Simulation } from '../simulation.ts'
import { putWriter, removeWriter } from '../world.ts'
import {
  changedWriter,
  createWriter,
  writerTakenDown,
  type Temper,
  type Writer,
} from '../writer.ts'
import { ControlError } from './control-error.ts'
import { placeFor } from './place.ts'
import { bodySchema, config, hostName, location, name } from './schemas.ts'
import { writerView } from './views.ts'

interface NewWriter extends Temper {
  name: string
  host?: string
  location?: string
  cfg?: Record<string, string>
}

type Change = Temper & { name: string; cfg?: Record<string, string> }

/** Lets a test own its writers, and change them behind CM's back. */
export function writerRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Body: NewWriter }>('/writers', { schema: creation }, ({ body }, reply) => {
    const { world, clock, seed } = simulation
    const { host: hostName, location, ...facts } = body
    if (world.writers.has(body.name)) {
      throw new ControlError(409, 'name', 'is taken by another writer')
    }
    const { up, ...host } = placeFor(world, { name: body.name, host: hostName, location })
    const nowMs = clock.nowMs()
    const created = createWriter({ ...facts, host, seed, nowMs })
    const writer = created.active && !up ? writerTakenDown(created, nowMs) : created
    // Not noted as a change: to stale reads it has always been there.
    world.writers.set(writer.name, writer)
    return reply.code(201).send(writerView(writer, nowMs))
  })

  app.patch<{ Body: Change }>('/writers', { schema: change }, ({ body }) => {
    const { name, cfg = {}, ...temper } = body
    const nowMs = simulation.clock.nowMs()
    const known = writerNamed(simulation, name)
    const changed = {
      ...(Object.keys(temper).length === 0 ? known : changedWriter(known, temper, nowMs)),
      cfg: new Map([...known.cfg, ...Object.entries(cfg)]),
    }
    putWriter(simulation.world, changed, nowMs)
    return writerView(changed, nowMs)
  })

  app.delete<{ Body: { name: string } }>('/writers', { schema: removal }, ({ body }, reply) => {
    const { world, clock } = simulation
    removeWriter(world, writerNamed(simulation, body.name).name, clock.nowMs())
    return reply.code(204).send()
  })
}

function writerNamed({ world }: Simulation, name: string): Writer {
  const writer = world.writers.get(name)
  if (writer === undefined) throw new ControlError(404, 'name', 'is no writer of this world')
  return writer
}

const temper = {
  lagSeconds: { type: 'number', minimum: -1e9, maximum: 1e9 },
  rate: { type: 'number', minimum: 0, maximum: 1e6 },
  floorLagSeconds: { type: 'number', minimum: 0, maximum: 1e9 },
  swing: {
    type: ['object', 'null'],
    additionalProperties: false,
    required: ['amplitudeSeconds', 'periodSeconds'],
    properties: {
      amplitudeSeconds: { type: 'number', minimum: 0, maximum: 1e6 },
      periodSeconds: { type: 'number', minimum: 1, maximum: 1e6 },
    },
  },
  clockAheadSeconds: { type: 'number', minimum: -1e6, maximum: 1e6 },
  active: { type: 'boolean' },
  status: { type: 'string', pattern: String.raw`^\w{1,32}$` },
}

const creation = bodySchema(['name'], { name, host: hostName, location, ...temper, cfg: config })

const change = bodySchema(['name'], { name, ...temper, cfg: config })

const removal = bodySchema(['name'], { name })

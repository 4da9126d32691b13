import type { FastifyInstance } from 'fastify'
import type { Simulation } from '../simulation.ts'
import { hostOf } from '../host.ts'
import { changedWriter, createWriter, type Temper, type Writer } from '../writer.ts'
import { ControlError } from './control-error.ts'
import { writerView } from './writer-view.ts'

interface NewWriter extends Temper {
  name: string
  host?: string
  location?: string
  cfg?: Record<string, string>
}

/** Lets a test own its writers, and change them behind CM's back. */
export function writerRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Body: NewWriter }>('/writers', { schema: creation }, ({ body }, reply) => {
    const { world, clock, seed } = simulation
    const { host: hostName = hostOf(body.name), location = '100', ...facts } = body
    if (world.writers.has(body.name)) {
      throw new ControlError(409, 'name', 'is taken by another writer')
    }
    if (hostName === undefined) {
      throw new ControlError(400, 'host', 'is required where the name does not begin with one')
    }
    const host = world.hosts.get(hostName) ?? { name: hostName, location }
    const nowMs = clock.nowMs()
    const writer = createWriter({ ...facts, host, seed, nowMs })
    world.hosts.set(host.name, host)
    world.writers.set(writer.name, writer)
    return reply.code(201).send(writerView(writer, nowMs))
  })

  app.patch<{ Body: Temper & { name: string } }>('/writers', { schema: change }, ({ body }) => {
    const { name, ...temper } = body
    const nowMs = simulation.clock.nowMs()
    const changed = changedWriter(writerNamed(simulation, name), temper, nowMs)
    simulation.world.writers.set(name, changed)
    return writerView(changed, nowMs)
  })

  app.delete<{ Body: { name: string } }>('/writers', { schema: removal }, ({ body }, reply) => {
    simulation.world.writers.delete(writerNamed(simulation, body.name).name)
    return reply.code(204).send()
  })
}

function writerNamed({ world }: Simulation, name: string): Writer {
  const writer = world.writers.get(name)
  if (writer === undefined) throw new ControlError(404, 'name', 'is no writer of this world')
  return writer
}

const name = { type: 'string', minLength: 1, maxLength: 512 }

const temper = {
  lagSeconds: { type: 'number', minimum: -1e9, maximum: 1e9 },
  rate: { type: 'number', minimum: 0, maximum: 1e6 },
  floorLagSeconds: { type: 'number', minimum: 0, maximum: 1e9 },
  active: { type: 'boolean' },
  status: { type: 'string', pattern: String.raw`^\w{1,32}$` },
}

const schemaOf = (properties: object) => ({
  body: { type: 'object', additionalProperties: false, required: ['name'], properties },
})

const creation = schemaOf({
  name,
  host: { type: 'string', pattern: String.raw`^[\w.-]{1,255}$` },
  location: { type: 'string', pattern: String.raw`^\w{1,32}$` },
  ...temper,
  // One line each: the INI text has no way to write a line break.
  cfg: {
    type: 'object',
    additionalProperties: { type: 'string', pattern: String.raw`^[^\r\n]*$` },
  },
})

const change = schemaOf({ name, ...temper })

const removal = schemaOf({ name })

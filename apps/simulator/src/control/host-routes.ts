import type { FastifyInstance } from 'fastify'
import { takeDown, takeUp } from '../machines.ts'
import type { Simulation } from '../simulation.ts'
import { ControlError } from './control-error.ts'
import { bodySchema, hostName, location } from './schemas.ts'

/** Lets a test have hosts to migrate to, and take them down and up again. */
export function hostRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Body: { name: string; location?: string; up?: boolean } }>(
    '/hosts',
    { schema: creation },
    ({ body }, reply) => {
      const { hosts } = simulation.world
      if (hosts.has(body.name)) throw new ControlError(409, 'name', 'is taken by another host')
      const host = { location: '100', up: true, ...body }
      hosts.set(host.name, host)
      return reply.code(201).send(host)
    },
  )

  app.patch<{ Body: { name: string; up: boolean } }>('/hosts', { schema: change }, ({ body }) => {
    const { world, clock } = simulation
    const known = world.hosts.get(body.name)
    if (known === undefined) throw new ControlError(404, 'name', 'is no host of this world')
    if (known.up && !body.up) takeDown(simulation, body.name, clock.nowMs())
    if (!known.up && body.up) takeUp(simulation, body.name, clock.nowMs())
    return world.hosts.get(body.name)
  })
}

const up = { type: 'boolean' }

const creation = bodySchema(['name'], { name: hostName, location, up })

const change = bodySchema(['name', 'up'], { name: hostName, up })

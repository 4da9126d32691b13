import type { FastifyInstance } from 'fastify'
import type { Simulation } from '../simulation.ts'

/** What CM was asked, and what that did to the world, so that a test can count both. */
export function callRoutes(app: FastifyInstance, { calls, effects, load }: Simulation): void {
  app.get('/calls', () => ({ items: calls.newest() }))

  app.delete('/calls', (_request, reply) => {
    calls.clear()
    return reply.code(204).send()
  })

  app.get('/effects', () => ({ items: effects.newest() }))

  app.delete('/effects', (_request, reply) => {
    effects.clear()
    return reply.code(204).send()
  })

  app.get('/load', () => load.now())

  app.delete('/load', (_request, reply) => {
    load.reset()
    return reply.code(204).send()
  })
}

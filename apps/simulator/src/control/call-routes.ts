import type { FastifyInstance } from 'fastify'
import type { Simulation } from '../simulation.ts'

/** What CM was asked, so that a test can count the calls and see their effects. */
export function callRoutes(app: FastifyInstance, { calls }: Simulation): void {
  app.get('/calls', () => ({ items: calls.newest() }))

  app.delete('/calls', (_request, reply) => {
    calls.clear()
    return reply.code(204).send()
  })
}

import type { FastifyPluginCallback } from 'fastify'
import type { CmEndpoint } from '../cm-endpoint.ts'
import { settle, type Simulation } from '../simulation.ts'
import { callRoutes } from './call-routes.ts'
import { checkerRoutes } from './checker-routes.ts'
import { connectorRoutes } from './connector-routes.ts'
import { answerControlError, ControlError } from './control-error.ts'
import { faultRoutes } from './fault-routes.ts'
import { hostRoutes } from './host-routes.ts'
import { worldRoutes } from './world-routes.ts'
import { writerRoutes } from './writer-routes.ts'

/** `/_sim`: how tests and demos steer the simulated world. JSON in and out. */
export function control(
  simulation: Simulation,
  endpoints: readonly CmEndpoint[],
): FastifyPluginCallback {
  return (app, _options, done) => {
    // Whatever its content type says, so that a bare `curl -d '{…}'` works.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, body, parsed) => {
      try {
        parsed(null, body === '' ? {} : JSON.parse(body))
      } catch {
        parsed(new ControlError(400, 'body', 'must be JSON'))
      }
    })
    app.addHook('preValidation', (request, _reply, next) => {
      request.body ??= {}
      // Whoever looks sees all that is due by now.
      settle(simulation, simulation.clock.nowMs())
      next()
    })
    app.setErrorHandler(answerControlError)
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ field: 'path', error: 'There is no such control route' }),
    )
    worldRoutes(app, simulation)
    hostRoutes(app, simulation)
    writerRoutes(app, simulation)
    connectorRoutes(app, simulation)
    checkerRoutes(app, simulation)
    faultRoutes(app, simulation, endpoints)
    callRoutes(app, simulation)
    done()
  }
}

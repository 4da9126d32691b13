import Fastify, { type FastifyInstance } from 'fastify'
import { createClock, type Clock } from './clock.ts'
import { checkerEndpoints } from './checkers.ts'
import { connectorEndpoints } from './connectors.ts'
import { control } from './control/control.ts'
import { parseForm } from './form.ts'
import { createPort } from './port.ts'
import type { ScenarioName } from './scenarios.ts'
import { answerNotFound, serveEndpoint } from './serve-endpoint.ts'
import { createSimulation } from './simulation.ts'
import { writerEndpoints } from './writers.ts'

export interface SimulatorOptions {
  clock?: Clock
  /** `demo` unless told otherwise. */
  scenario?: ScenarioName
  /** The same seed makes the same world; 1 unless told otherwise. */
  seed?: number
}

/** A simulated CM with its control routes under `/_sim`, not listening yet. */
export function buildSimulator(options: SimulatorOptions = {}): FastifyInstance {
  const { clock = createClock(), scenario = 'demo', seed = 1 } = options
  const simulation = createSimulation(clock, { scenario, seed })
  const endpoints = [
    ...connectorEndpoints(simulation),
    ...writerEndpoints(simulation),
    ...checkerEndpoints(simulation),
  ]
  const app = Fastify({
    exposeHeadRoutes: false,
    // Hung calls would keep it open for ever.
    forceCloseConnections: true,
    routerOptions: { querystringParser: parseForm },
    // Control input says exactly what it means, so that a mistyped test fails loudly.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // A path that cannot even be decoded is not documented either.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack().raw.writeHead(404).end()
    },
  })

  const port = createPort(app.server)
  simulation.port = port
  app.addHook('preClose', (done) => {
    port.leave()
    done()
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, parseForm(body)),
  )
  // Taken as it comes, and not understood: the documented bodies are forms.
  app.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  app.setNotFoundHandler(answerNotFound(simulation))
  for (const endpoint of endpoints) serveEndpoint(app, simulation, endpoint)
  void app.register(control(simulation, endpoints), { prefix: '/_sim' })
  return app
}

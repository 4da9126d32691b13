import Fastify, { type FastifyInstance } from 'fastify'
import { createClock, type Clock } from './clock.ts'
import { addCmEndpoint, answerNotFound, endpointKey } from './cm-endpoint.ts'
import { control } from './control/control.ts'
import { parseForm } from './form.ts'
import type { ScenarioName } from './scenarios.ts'
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
  const endpoints = writerEndpoints(simulation)
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
  for (const endpoint of endpoints) addCmEndpoint(app, simulation, endpoint)
  void app.register(control(simulation, endpoints.map(endpointKey)), { prefix: '/_sim' })
  return app
}

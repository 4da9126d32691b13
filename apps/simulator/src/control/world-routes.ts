import type { FastifyInstance } from 'fastify'
import { scenarios, type ScenarioName } from '../scenarios.ts'
import { restart, type Simulation } from '../simulation.ts'
import { variantValues, type Variants } from '../variants.ts'
import { bodySchema } from './schemas.ts'
import { pastsView, worldView } from './views.ts'

/** The world as it is, and what moves it as a whole: time, scenario, seed, variants, latency, unrest. */
export function worldRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.get('/world', () => worldView(simulation))

  app.get<{ Querystring: { hours?: string } }>('/past', { schema: past }, ({ query }) => {
    const [nowMs, hours] = [simulation.clock.nowMs(), Number(query.hours ?? 24)]
    return { items: pastsView(simulation, { nowMs, hours }) }
  })

  app.post<{ Body: { scenario?: ScenarioName } }>('/reset', { schema: reset }, async ({ body }) => {
    await restart(simulation, { ...simulation.beginning, ...body })
    return summaryOf(simulation)
  })

  app.post<{ Body: { seed: number } }>('/seed', { schema: seed }, async ({ body }) => {
    await restart(simulation, { scenario: simulation.scenario, seed: body.seed })
    return summaryOf(simulation)
  })

  app.post<{ Body: { seconds: number } }>('/advance', { schema: advance }, ({ body }) => {
    simulation.clock.advance(body.seconds)
    return { now: simulation.clock.nowMs() }
  })

  app.post<{ Body: { aheadSeconds: number } }>('/clock', { schema: clock }, ({ body }) => {
    simulation.clock.setAhead(body.aheadSeconds)
    return { now: simulation.clock.nowMs(), cm: simulation.clock.cmMs() }
  })

  app.post<{ Body: { perSecond: number } }>('/stir', { schema: stir }, ({ body }) => {
    simulation.stir.begin(body.perSecond, simulation.clock.nowMs())
    return body
  })

  app.post<{ Body: Partial<Variants> }>('/variants', { schema: variants }, ({ body }) => {
    Object.assign(simulation.variants, body)
    return simulation.variants
  })

  app.post<{ Querystring: { ms: string } }>('/latency', { schema: latency }, ({ query }) => {
    simulation.latencyMs = Number(query.ms)
    return { latencyMs: simulation.latencyMs }
  })
}

const summaryOf = ({ clock, scenario, seed, world }: Simulation) => ({
  now: clock.nowMs(),
  scenario,
  seed,
  writers: world.writers.size,
})

const reset = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: { scenario: { enum: Object.keys(scenarios) } },
  },
}

const seed = {
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['seed'],
    properties: { seed: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } },
  },
}

const clock = bodySchema(['aheadSeconds'], {
  aheadSeconds: { type: 'number', minimum: -1e6, maximum: 1e6 },
})

const stir = bodySchema(['perSecond'], { perSecond: { type: 'number', minimum: 0, maximum: 1e5 } })

/** Forwards only, and not beyond the dates that JavaScript knows. */
const advance = {
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['seconds'],
    properties: { seconds: { type: 'number', minimum: 0, maximum: 1e9 } },
  },
}

const variants = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(variantValues).map(([name, values]) => [
        name,
        'minimum' in values ? { type: 'integer', ...values } : { enum: values },
      ]),
    ),
  },
}

/** A week at most. */
const past = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: { hours: { type: 'string', pattern: String.raw`^(?:[1-9]\d?|1[0-5]\d|16[0-8])$` } },
  },
}

const latency = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    required: ['ms'],
    properties: { ms: { type: 'string', pattern: String.raw`^\d{1,6}$` } },
  },
}

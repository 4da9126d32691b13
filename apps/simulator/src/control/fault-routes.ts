import type { FastifyInstance } from 'fastify'
import { faultKinds, fixedWhen, type Fault } from '../faults.ts'
import type { Simulation } from '../simulation.ts'
import { ControlError } from './control-error.ts'

type NewFault = Pick<Fault, 'endpoint' | 'fault'> & Partial<Omit<Fault, 'name'>> & { name?: string }

/** Faults wait for the next calls that they fit; the oldest fitting one strikes. */
export function faultRoutes(
  app: FastifyInstance,
  { faults }: Simulation,
  endpoints: readonly string[],
): void {
  app.get('/faults', () => ({ items: faults.armed() }))

  app.post<{ Body: NewFault }>('/faults', { schema: schemaFor(endpoints) }, ({ body }, reply) => {
    const fault = faultOf(body)
    faults.arm(fault)
    return reply.code(201).send(fault)
  })

  app.delete('/faults', (_request, reply) => {
    faults.clear()
    return reply.code(204).send()
  })
}

function faultOf(body: NewFault): Fault {
  const when = fixedWhen[body.fault]
  if (when !== undefined && body.when !== undefined && body.when !== when) {
    throw new ControlError(400, 'when', `can only be "${when}" for ${body.fault}`)
  }
  if (body.fault === 'wrong-name' && !body.endpoint.startsWith('GET ')) {
    throw new ControlError(400, 'fault', 'wrong-name needs a reply that carries a name')
  }
  return {
    name: null,
    calls: 1,
    when: when ?? 'before',
    ms: 1000,
    status: 503,
    bytes: 200 * 1024 * 1024,
    words: null,
    ...body,
  }
}

const schemaFor = (endpoints: readonly string[]) => ({
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['endpoint', 'fault'],
    properties: {
      endpoint: { enum: endpoints },
      fault: { enum: faultKinds },
      name: { type: 'string', minLength: 1 },
      calls: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      when: { enum: ['before', 'after'] },
      ms: { type: 'integer', minimum: 0, maximum: 600_000 },
      status: { type: 'integer', minimum: 201, maximum: 599 },
      bytes: { type: 'integer', minimum: 1, maximum: 2 ** 31 },
      words: { type: 'string' },
    },
  },
})

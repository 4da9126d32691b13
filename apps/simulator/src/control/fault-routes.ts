import type { FastifyInstance } from 'fastify'
import { endpointKey, type CmEndpoint } from '../cm-endpoint.ts'
import { faultKinds, fixedWhen, misfitOf, usualMs } from '../fault-kinds.ts'
import type { Fault } from '../faults.ts'
import type { Simulation } from '../simulation.ts'
import { ControlError } from './control-error.ts'

type NewFault = Pick<Fault, 'endpoint' | 'fault'> &
  Partial<Omit<Fault, 'name' | 'struck'>> & { name?: string }

/** Faults wait for the next calls that they fit; the oldest fitting one strikes. */
export function faultRoutes(
  app: FastifyInstance,
  { faults, port }: Simulation,
  endpoints: readonly CmEndpoint[],
): void {
  const targets = new Map(endpoints.map((endpoint) => [endpointKey(endpoint), endpoint]))
  const schema = schemaFor([...targets.keys()])

  app.get('/faults', () => ({ items: faults.armed() }))

  app.post<{ Body: NewFault }>('/faults', { schema }, ({ body }, reply) => {
    const fault = faultOf(body, targets.get(body.endpoint))
    faults.arm(fault)
    // A port that is shut from the first call on is shut before that call.
    const refusalMs = faults.takeRefusalMs()
    if (refusalMs !== undefined) {
      reply.header('connection', 'close')
      port.shut(refusalMs)
    }
    return reply.code(201).send(fault)
  })

  app.delete('/faults', async (_request, reply) => {
    faults.clear()
    await port.open()
    return reply.code(204).send()
  })
}

function faultOf(body: NewFault, target: CmEndpoint | undefined): Fault {
  const when = fixedWhen[body.fault]
  if (when !== undefined && body.when !== undefined && body.when !== when) {
    throw new ControlError(400, 'when', `can only be "${when}" for ${body.fault}`)
  }
  const reads = target?.reads ?? false
  const says = reads || body.endpoint.endsWith('/migrate')
  const misfit = misfitOf(body.fault, { reads, says })
  if (misfit !== undefined)
    throw new ControlError(400, 'fault', `does not fit: ${body.fault} ${misfit}`)
  return {
    name: null,
    skip: 0,
    calls: 1,
    struck: 0,
    when: when ?? 'before',
    ms: usualMs(body.fault),
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
      skip: { type: 'integer', minimum: 0, maximum: 1_000_000 },
      calls: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      when: { enum: ['before', 'after'] },
      ms: { type: 'integer', minimum: 0, maximum: 600_000 },
      status: { type: 'integer', minimum: 201, maximum: 599 },
      bytes: { type: 'integer', minimum: 1, maximum: 2 ** 31 },
      words: { type: 'string' },
    },
  },
})

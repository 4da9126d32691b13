import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Call, Effect } from './calls.ts'
import { sendErrorPage, sendJson } from './cm-reply.ts'
import { letsEffectHappen } from './faults.ts'
import type { Params } from './form.ts'
import { misbehave } from './misbehave.ts'
import type { Simulation } from './simulation.ts'

/** What a CM endpoint decides to answer, and what it does beside. */
export interface Decision {
  reply: object
  effect?: { kind: Effect; carryOut: () => void }
}

/** One documented call. All that is true of every call stands in `addCmEndpoint`. */
export interface CmEndpoint {
  method: 'GET' | 'POST'
  path: string
  /** The component that a call means, where it says so. */
  nameIn: (query: Params, body: Params) => string | undefined
  /** Changes nothing itself: a fault may keep the effect from happening. */
  decide: (name: string | undefined, nowMs: number) => Decision
}

/** How faults and the control routes speak of an endpoint: `POST /applier/stop`. */
export const endpointKey = ({ method, path }: Pick<CmEndpoint, 'method' | 'path'>): string =>
  `${method} ${path}`

/** Serves one documented call: remembered, delayed, struck by faults, and otherwise obeyed. */
export function addCmEndpoint(
  app: FastifyInstance,
  simulation: Simulation,
  endpoint: CmEndpoint,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      const call = rememberCall(simulation, request)
      const name = endpoint.nameIn(call.query, formOf(call))
      const fault = simulation.faults.take(endpointKey(endpoint), name)
      call.fault = fault?.fault ?? null
      const slowMs = fault?.fault === 'slow' ? fault.ms : 0

      if (fault?.when === 'before') await pause(slowMs)
      const { reply: answer, effect } = endpoint.decide(name, simulation.clock.nowMs())
      if (effect !== undefined && letsEffectHappen(fault)) {
        effect.carryOut()
        call.effect = effect.kind
      }
      await pause(simulation.latencyMs + (fault?.when === 'after' ? slowMs : 0))

      if (fault !== undefined && fault.fault !== 'slow') {
        call.status = misbehave(reply, fault, answer)
        return reply
      }
      call.status = 200
      return sendJson(reply, answer)
    },
  })
}

/** CM knows nothing else: whatever is not documented is answered 404, and remembered too. */
export function answerNotFound(simulation: Simulation) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    rememberCall(simulation, request).status = 404
    return sendErrorPage(reply, 404)
  }
}

function rememberCall(simulation: Simulation, request: FastifyRequest): Call {
  const call: Call = {
    at: simulation.clock.nowMs(),
    method: request.method,
    path: request.url.split('?', 1)[0] ?? request.url,
    // Our own parsers made these (app.ts); Fastify's types cannot know.
    query: request.query as Params,
    body: (request.body as Params | string | undefined) ?? null,
    status: null,
    effect: 'none',
    fault: null,
  }
  simulation.calls.add(call)
  return call
}

/** The form's fields; a body of another kind has none. */
const formOf = ({ body }: Call): Params => (typeof body === 'object' && body !== null ? body : {})

/** Real time, not the simulator's: the caller is the one who waits. It keeps no process alive. */
async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false })
}

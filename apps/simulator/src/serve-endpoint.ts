import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Call } from './calls.ts'
import { carryOut } from './carry-out.ts'
import { errorPage, jsonAnswer, send, type Answer } from './cm-reply.ts'
import { endpointKey, type CmEndpoint } from './cm-endpoint.ts'
import { refuse, type Decision } from './decision.ts'
import { effectsUnder, type Fault } from './faults.ts'
import { valueOf, type Params } from './form.ts'
import { misbehave } from './misbehave.ts'
import { otherNameThan } from './other-name.ts'
import { refusalAnswer, type Refusal } from './refusal.ts'
import { settle, type Simulation } from './simulation.ts'

/** Serves one documented call: remembered, delayed, struck by faults, and otherwise obeyed. */
export function serveEndpoint(
  app: FastifyInstance,
  simulation: Simulation,
  endpoint: CmEndpoint,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      const reads = endpoint.reads ?? false
      simulation.load.count({ reads }, reply.raw)
      const call = rememberCall(simulation, request, { reads })
      const params = endpoint.parameters === 'query' ? call.query : formOf(call)
      const name = valueOf(params, endpoint.naming)
      const fault = simulation.faults.take(endpointKey(endpoint), name)
      call.fault = fault?.fault ?? null
      shutPortWhereDue(simulation, reply)

      const slowMs = fault?.fault === 'slow' ? fault.ms : 0
      if (fault?.when === 'before') await pause(slowMs)
      const { answer, newName } = await obey(simulation, endpoint, { call, params, name, fault })
      await pause(simulation.latencyMs + (fault?.when === 'after' ? slowMs : 0))

      // Node would date it by the real clock. Set beneath Fastify, so that a raw answer has it too.
      reply.raw.setHeader('date', new Date(simulation.clock.cmMs()).toUTCString())
      if (fault === undefined) {
        call.status = answer.status
        return send(reply, answer)
      }
      call.status = misbehave(reply, {
        fault,
        answer,
        refuse: (message) => answerOf(simulation, { message }),
        names: newName === undefined ? undefined : otherNameThan(simulation, endpoint, newName),
      })
      return reply
    },
  })
}

interface Obedience {
  call: Call
  params: Params
  name: string | undefined
  fault: Fault | undefined
}

/** Decides, carries out what the fault lets happen, and says what CM would answer. */
async function obey(
  simulation: Simulation,
  endpoint: CmEndpoint,
  { call, params, name, fault }: Obedience,
): Promise<{ answer: Answer; newName?: string | undefined }> {
  const isStale = fault?.fault === 'stale-read'
  const decide = (nowMs: number): Decision =>
    name === undefined
      ? refuse(`${endpoint.naming} is required`)
      : endpoint.decide({ name, params, nowMs: nowMs - (isStale ? fault.ms : 0), isStale })
  const cause = { call, endpoint, name: name ?? '' }
  const nowMs = simulation.clock.nowMs()
  settle(simulation, nowMs)

  if (fault?.fault === 'late') {
    // As if the call had been under way so long: it meets the world as that is then.
    simulation.agenda.add(nowMs + fault.ms, (atMs) => {
      const decision = decide(atMs)
      if ('effect' in decision) carryOut(simulation, cause, { effect: decision.effect, atMs })
    })
    return { answer: jsonAnswer({}) }
  }

  const decision = decide(nowMs)
  if ('refusal' in decision) {
    await pause(decision.waitMs ?? 0)
    return { answer: answerOf(simulation, decision.refusal) }
  }
  let { reply, newName } = decision
  for (let time = 1; time <= effectsUnder(fault); time += 1) {
    const migrated = carryOut(simulation, cause, { effect: decision.effect, atMs: nowMs })
    if (migrated !== undefined) ({ reply, newName } = migrated)
  }
  return { answer: jsonAnswer(reply), newName }
}

const answerOf = ({ variants }: Simulation, refusal: Refusal): Answer =>
  refusalAnswer(refusal, variants.refusal)

/** CM knows nothing else: whatever is not documented is answered 404, and remembered too. */
export function answerNotFound(simulation: Simulation) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    rememberCall(simulation, request, { reads: false }).status = 404
    return send(reply, errorPage(404))
  }
}

function rememberCall(
  simulation: Simulation,
  request: FastifyRequest,
  kind: { reads: boolean },
): Call {
  simulation.callCount += 1
  const call: Call = {
    n: simulation.callCount,
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
  simulation.calls.add(call, kind)
  return call
}

/** The form's fields; a body of another kind has none. */
const formOf = ({ body }: Call): Params => (typeof body === 'object' && body !== null ? body : {})

/** This call is answered yet; whoever comes after it meets a closed port. */
function shutPortWhereDue({ faults, port }: Simulation, reply: FastifyReply): void {
  const refusalMs = faults.takeRefusalMs()
  if (refusalMs === undefined) return
  reply.header('connection', 'close')
  port.shut(refusalMs)
}

/** Real time, not the simulator's: the caller is the one who waits. It keeps no process alive. */
async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false })
}

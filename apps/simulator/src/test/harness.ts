import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildSimulator, type SimulatorOptions } from '../app.ts'
import { createClock } from '../clock.ts'
import type { SimulatedWorld } from '../control/views.ts'

/** Where the tests' clocks stand, epoch ms. A round moment: CM samples every five seconds. */
export const startMs = 1_800_000_000_000

/** A simulator for `inject`: empty, and its clock moves only when it is told to. */
export function simulator(options: SimulatorOptions = {}): FastifyInstance {
  const app = buildSimulator({
    clock: createClock(() => startMs),
    scenario: 'empty',
    ...options,
  })
  onTestFinished(() => app.close())
  return app
}

/** A simulator that listens on a free port until its test is over. */
export async function listeningSimulator(options: SimulatorOptions = {}) {
  const app = simulator(options)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, url }
}

/** Asks a control route, which must obey. */
export async function steer(
  app: FastifyInstance,
  [method, url]: ['GET' | 'POST' | 'PATCH' | 'DELETE', string],
  payload?: object,
) {
  const reply = await app.inject({ method, url, ...(payload && { payload }) })
  if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.body}`)
  return reply.body === '' ? undefined : reply.json()
}

export const detailOf = async (app: FastifyInstance, writerName: string) =>
  (await app.inject({ url: '/JDBCWriter/detail', query: { writerName } })).json()

/** What is in the world now. */
export const worldOf = async (app: FastifyInstance): Promise<SimulatedWorld> =>
  steer(app, ['GET', '/_sim/world'])

/** Sends a form to CM, as `curl -d` does, or a bare request without one. */
export function ask(
  app: FastifyInstance,
  [method, url]: ['GET' | 'POST', string],
  form?: Record<string, string>,
): Promise<LightMyRequestResponse> {
  return app.inject({
    method,
    url,
    ...(form && {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    }),
  })
}

/** Sends a writer's command. */
export const command = (
  app: FastifyInstance,
  verb: 'start' | 'stop' | 'clean' | 'migrate' | 'update',
  applierName: string,
  form: Record<string, string> = {},
): Promise<LightMyRequestResponse> =>
  ask(app, ['POST', `/applier/${verb}`], { applierName, ...form })

import type { FastifyInstance } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { faultKinds, type FaultKind, type When } from './fault-kinds.ts'
import { call, type Seen } from './test/caller.ts'
import { listeningSimulator, steer } from './test/harness.ts'

/** Every call × every fault × before and after the effect; what makes no sense says so. */

const writer = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const connector = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000002'
const taskId = '90230'
const node = '10.0.0.2'
const checkerForm = { 'task.id': taskId, 'task.type': 'migrate' }
const checkerQuery = `task.id=${taskId}&task.type=migrate`

/** A call that has an effect, and whether its component runs before. */
interface Row {
  running: boolean
  send: readonly [path: string, form?: Record<string, string>]
}

const rows: Record<string, Row> = {
  'POST /connector/task/startByName': {
    running: false,
    send: [`/connector/task/startByName?taskName=${connector}&resume=false`],
  },
  'POST /connector/task/stopByName': {
    running: true,
    send: [`/connector/task/stopByName?taskName=${connector}`],
  },
  'POST /connector/task/updateByName': {
    running: false,
    send: ['/connector/task/updateByName', { taskName: connector, 'dest.batch.size': '20' }],
  },
  'GET /connector/task/migrate': {
    running: false,
    send: [`/connector/task/migrate?taskName=${connector}&node=${node}`],
  },
  'GET /JDBCWriter/detail': { running: true, send: [`/JDBCWriter/detail?writerName=${writer}`] },
  'POST /applier/start': { running: false, send: ['/applier/start', { applierName: writer }] },
  'POST /applier/stop': { running: true, send: ['/applier/stop', { applierName: writer }] },
  'POST /applier/clean': { running: false, send: ['/applier/clean', { applierName: writer }] },
  'POST /applier/migrate': {
    running: false,
    send: ['/applier/migrate', { applierName: writer, node }],
  },
  'POST /applier/update': {
    running: false,
    send: ['/applier/update', { applierName: writer, 'JDBCWriter.worker_num': '8' }],
  },
  'POST /checker/start': { running: false, send: ['/checker/start', checkerForm] },
  'POST /checker/update': {
    running: true,
    send: ['/checker/update', { 'task.id': taskId, 'limitator.select.batch.max': '600' }],
  },
  'POST /checker/stop': { running: true, send: ['/checker/stop', checkerForm] },
  'GET /checker/start': { running: false, send: [`/checker/start?${checkerQuery}`] },
  'GET /checker/update': { running: true, send: [`/checker/update?task.id=${taskId}&a=1`] },
  'GET /checker/stop': { running: true, send: [`/checker/stop?${checkerQuery}`] },
}

/** How often the effect happens before and after, and what the caller sees meanwhile. */
interface Expected {
  effects: Partial<Record<When, 0 | 1 | 2>>
  sees: Seen
}

const either = { before: 0, after: 1 } as const
const whole = (status = 200): Seen => ({ status, text: expect.any(String) })

const faults: Record<FaultKind, Expected> = {
  refuse: { effects: { before: 0 }, sees: { refused: true } },
  reset: { effects: either, sees: { broken: true } },
  hang: { effects: either, sees: { silent: true } },
  slow: { effects: { before: 1, after: 1 }, sees: { silent: true } },
  late: { effects: { after: 1 }, sees: { silent: true } },
  double: { effects: { after: 2 }, sees: whole() },
  drip: { effects: either, sees: { silent: true } },
  'half-body': { effects: either, sees: { broken: true } },
  'bad-length': { effects: either, sees: { broken: true } },
  html: { effects: either, sees: whole() },
  empty: { effects: either, sees: { status: 200, text: '' } },
  text: { effects: either, sees: { status: 200, text: 'Service is busy\n' } },
  status: { effects: either, sees: whole(503) },
  reject: { effects: { before: 0 }, sees: whole() },
  'reject-but-done': { effects: { after: 1 }, sees: whole() },
  'lie-success': { effects: { before: 0 }, sees: whole() },
  'wrong-type': { effects: either, sees: whole() },
  'wrong-name': { effects: either, sees: whole() },
  'stale-read': { effects: { before: 0 }, sees: whole() },
  flap: { effects: { before: 0 }, sees: whole() },
  redirect: { effects: either, sees: whole(302) },
  huge: { effects: either, sees: whole() },
}

const read = 'GET /JDBCWriter/detail'

/** What each of these needs of its call; all other faults fit every call. */
const fits: Partial<Record<FaultKind, (endpoint: string) => boolean>> = {
  late: (endpoint) => endpoint !== read,
  double: (endpoint) => endpoint !== read,
  'stale-read': (endpoint) => endpoint === read,
  flap: (endpoint) => endpoint === read,
  'wrong-name': (endpoint) => endpoint === read || endpoint.endsWith('/migrate'),
}

const makesSense = (endpoint: string, fault: FaultKind, when: When) =>
  faults[fault].effects[when] !== undefined && (fits[fault]?.(endpoint) ?? true)

const counted = { struck: 0, senseless: 0 }

test.each(Object.entries(rows))('%s under every fault, before and after', async (endpoint, row) => {
  const { app, url } = await listeningSimulator()
  for (const fault of faultKinds) {
    for (const when of ['before', 'after'] as const) {
      await begin(app, row)
      const context = `${endpoint} ${fault} ${when}`
      const armed = await arm(app, { endpoint, fault, when })
      expect({ context, armed }).toEqual({ context, armed: makesSense(endpoint, fault, when) })
      if (!armed) {
        counted.senseless += 1
        continue
      }
      const { effects, sees } = faults[fault]

      const patience = 'silent' in sees ? impatience(app) : 5000
      const seen = await call(url, [endpoint.split(' ')[0] ?? '', ...row.send], patience)

      expect({ context, ...seen }).toEqual({ context, ...sees })
      const times = endpoint === read ? 0 : effects[when]
      await expect
        .poll(async () => ({ context, times: (await effectsOf(app)).length }), {
          interval: 5,
          timeout: 10_000,
        })
        .toEqual({ context, times })
      counted.struck += 1
    }
  }
})

afterAll(() => {
  process.stdout.write(
    `fault table: ${Object.keys(rows).length} calls × ${faultKinds.length} faults × 2 moments: ` +
      `${counted.struck} struck, ${counted.senseless} refused as senseless\n`,
  )
})

/** One component of each kind, as the row has it, and a host to go to. */
async function begin(app: FastifyInstance, { running }: Row): Promise<void> {
  await steer(app, ['POST', '/_sim/reset'])
  await steer(app, ['POST', '/_sim/hosts'], { name: node })
  const status = running ? 'running' : 'stopped'
  await steer(app, ['POST', '/_sim/writers'], { name: writer, status })
  await steer(app, ['POST', '/_sim/connectors'], { name: connector, running })
  await steer(app, ['POST', '/_sim/checkers'], { taskId, running })
}

/** The control route refuses what makes no sense, and says why. */
async function arm(
  app: FastifyInstance,
  fault: { endpoint: string; fault: FaultKind; when: When },
) {
  const ms = { slow: 400, late: 3000, refuse: 60_000 }[fault.fault as string]
  const payload = { ...fault, bytes: 100_000, ...(ms !== undefined && { ms }) }
  const reply = await app.inject({ method: 'POST', url: '/_sim/faults', payload })
  if (reply.statusCode === 201) return true
  expect(reply.json()).toEqual({
    field: expect.stringMatching(/^(?:fault|when)$/),
    error: expect.stringMatching(/can only be "(?:before|after)" for|does not fit: \S+ needs a/),
  })
  return false
}

/** Ends a moment after the call has arrived: before that it would be a call never made. */
function impatience(app: FastifyInstance): AbortSignal {
  const controller = new AbortController()
  const look = setInterval(async () => {
    const { items } = await steer(app, ['GET', '/_sim/calls'])
    if (items.length === 0) return
    clearInterval(look)
    setTimeout(() => controller.abort(), 20)
  }, 5)
  return controller.signal
}

/** What is due in the next hour has happened. */
async function effectsOf(app: FastifyInstance): Promise<unknown[]> {
  await steer(app, ['POST', '/_sim/advance'], { seconds: 3600 })
  return (await steer(app, ['GET', '/_sim/effects'])).items
}

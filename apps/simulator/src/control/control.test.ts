import { expect, test } from 'vitest'
import { defaultVariants } from '../variants.ts'
import { ask, command, detailOf, simulator, startMs, steer } from '../test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'

test('the world tells of its time, its hosts and its components', async () => {
  const app = simulator({ seed: 5 })
  await steer(app, ['POST', '/_sim/writers'], { name, lagSeconds: 42, rate: 0.5 })

  expect(await steer(app, ['GET', '/_sim/world'])).toEqual({
    now: startMs,
    scenario: 'empty',
    seed: 5,
    variants: defaultVariants,
    latencyMs: 0,
    hosts: [{ name: '10.0.0.1', location: '100', up: true }],
    writers: [
      {
        name,
        host: '10.0.0.1',
        location: '100',
        status: 'running',
        active: true,
        stale: false,
        checkpoint: startMs / 1000 - 42,
        sampledAt: startMs / 1000,
        lagSeconds: 42,
        rate: 0.5,
        floorLagSeconds: 1,
        cfg: expect.objectContaining({ worker_num: '16', status: 'running' }),
      },
    ],
    connectors: [],
    checkers: [],
  })
})

test('a test may own a writer: make it, change it, and take it away', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], {
    name,
    location: '300',
    cfg: { sync_password: 'FAKE-SECRET-mine', new_key: 'x' },
  })

  const { cfg, location } = (await detailOf(app, name)).replicator
  const changed = await steer(app, ['PATCH', '/_sim/writers'], {
    name,
    lagSeconds: 900,
    status: 'failed',
    active: false,
    cfg: { new_key: 'y' },
  })
  await steer(app, ['DELETE', '/_sim/writers'], { name })

  expect(location).toBe('300')
  expect(cfg).toContain('\nsync_password=FAKE-SECRET-mine\n')
  expect(cfg).toMatch(/\nnew_key=x\n$/)
  expect(changed).toMatchObject({
    lagSeconds: 900,
    status: 'failed',
    active: false,
    cfg: { new_key: 'y', status: 'failed', sync_password: 'FAKE-SECRET-mine' },
  })
  expect((await detailOf(app, name)).isSuccess).toBe(false)
})

test('every call to CM is recorded with its effect, and none to the control routes', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name })

  await command(app, 'stop', name)
  await command(app, 'stop', name)
  await app.inject(`/JDBCWriter/detail?writerName=${name}&a=1&a=2`)
  await app.inject({ method: 'POST', url: '/applier/list', payload: { all: true } })

  const none = { effect: 'none', fault: null, at: startMs }
  expect((await steer(app, ['GET', '/_sim/calls'])).items).toEqual([
    {
      n: 1,
      at: startMs,
      method: 'POST',
      path: '/applier/stop',
      query: {},
      body: { applierName: name },
      status: 200,
      effect: 'stopped',
      fault: null,
    },
    expect.objectContaining({ ...none, path: '/applier/stop', status: 200 }),
    expect.objectContaining({
      ...none,
      method: 'GET',
      query: { writerName: name, a: ['1', '2'] },
      body: null,
    }),
    expect.objectContaining({ ...none, path: '/applier/list', body: '{"all":true}', status: 404 }),
  ])
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toEqual([
    {
      at: startMs,
      call: 1,
      endpoint: 'POST /applier/stop',
      kind: 'stopped',
      component: 'writer',
      name,
    },
  ])
  await steer(app, ['DELETE', '/_sim/calls'])
  await steer(app, ['DELETE', '/_sim/effects'])
  expect((await steer(app, ['GET', '/_sim/calls'])).items).toEqual([])
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toEqual([])
})

test('a reset brings the starting scenario back and clears everything else', async () => {
  const app = simulator({ scenario: 'sample', seed: 3 })
  const before = await steer(app, ['GET', '/_sim/world'])
  await steer(app, ['POST', '/_sim/seed'], { seed: 9 })
  await steer(app, ['POST', '/_sim/writers'], { name })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 500 })
  await steer(app, ['POST', '/_sim/latency?ms=1'])
  await steer(app, ['POST', '/_sim/variants'], { statusAfterStop: 'running' })
  await steer(app, ['POST', '/_sim/faults'], { endpoint: 'POST /applier/stop', fault: 'text' })
  await steer(app, ['POST', '/_sim/hosts'], { name: 'h9' })
  await steer(app, ['POST', '/_sim/checkers'], { taskId: '7' })
  await detailOf(app, name)
  await ask(app, ['POST', '/checker/stop'], { 'task.id': '7', 'task.type': 'migrate' })

  await steer(app, ['POST', '/_sim/reset'])

  expect(await steer(app, ['GET', '/_sim/world'])).toEqual(before)
  expect(await steer(app, ['GET', '/_sim/calls'])).toEqual({ items: [] })
  expect(await steer(app, ['GET', '/_sim/faults'])).toEqual({ items: [] })
  expect(await steer(app, ['GET', '/_sim/effects'])).toEqual({ items: [] })
})

test('a reset may lead to another scenario', async () => {
  const app = simulator()

  const summary = await steer(app, ['POST', '/_sim/reset'], { scenario: 'hundred' })

  expect(summary).toEqual({ now: startMs, scenario: 'hundred', seed: 1, writers: 100 })
})

test.each([
  ['POST', '/_sim/advance', {}, 'seconds'],
  ['POST', '/_sim/advance', { seconds: '5' }, 'seconds'],
  ['POST', '/_sim/advance', { seconds: -5 }, 'seconds'],
  ['POST', '/_sim/clock', { aheadSeconds: 'fast' }, 'aheadSeconds'],
  ['POST', '/_sim/stir', {}, 'perSecond'],
  ['POST', '/_sim/reset', { scenario: 'paradise' }, 'scenario'],
  ['POST', '/_sim/seed', { seed: 1.5 }, 'seed'],
  ['POST', '/_sim/variants', { statusAfterStop: 'gone' }, 'statusAfterStop'],
  ['POST', '/_sim/variants', { colour: 'red' }, 'colour'],
  ['POST', '/_sim/variants', { refusal: 'false-404' }, 'refusal'],
  ['POST', '/_sim/variants', { stopTakesMs: '5' }, 'stopTakesMs'],
  ['POST', '/_sim/variants', { comesBack: 'yes' }, 'comesBack'],
  ['POST', '/_sim/hosts', {}, 'name'],
  ['POST', '/_sim/hosts', { name: 'a b' }, 'name'],
  ['PATCH', '/_sim/hosts', { name: 'h1' }, 'up'],
  ['POST', '/_sim/connectors', { running: true }, 'name'],
  ['POST', '/_sim/connectors', { name: 'nameless' }, 'host'],
  ['POST', '/_sim/connectors', { name, config: { sink: {} } }, 'config.sink'],
  ['PATCH', '/_sim/connectors', { name, checkpoint: 'now' }, 'checkpoint'],
  ['POST', '/_sim/checkers', { taskId: 'seven' }, 'taskId'],
  ['POST', '/_sim/checkers', { taskId: '7', type: 'repair' }, 'type'],
  ['DELETE', '/_sim/checkers', {}, 'taskId'],
  ['POST', '/_sim/latency?ms=soon', {}, 'ms'],
  ['POST', '/_sim/writers', {}, 'name'],
  ['POST', '/_sim/writers', { name: 'nameless' }, 'host'],
  ['POST', '/_sim/writers', { name, rate: -1 }, 'rate'],
  ['POST', '/_sim/writers', { name, lag: 5 }, 'lag'],
  ['POST', '/_sim/writers', { name, swing: { amplitudeSeconds: 5 } }, 'swing.periodSeconds'],
  ['POST', '/_sim/writers', { name, cfg: { topic: 'a\nb' } }, 'cfg.topic'],
  ['PATCH', '/_sim/writers', { name, active: 'no' }, 'active'],
  ['POST', '/_sim/faults', { endpoint: 'POST /applier/list', fault: 'hang' }, 'endpoint'],
  ['POST', '/_sim/faults', { endpoint: 'POST /applier/stop' }, 'fault'],
  ['POST', '/_sim/faults', { endpoint: 'POST /applier/stop', fault: 'tired' }, 'fault'],
  ['POST', '/_sim/faults', { endpoint: 'POST /applier/stop', fault: 'wrong-name' }, 'fault'],
  ['POST', '/_sim/faults', { endpoint: 'POST /applier/stop', fault: 'hang', calls: 0 }, 'calls'],
  [
    'POST',
    '/_sim/faults',
    { endpoint: 'POST /applier/stop', fault: 'reject', when: 'after' },
    'when',
  ],
] as const)('%s %s with %j is a 400 that names %s', async (method, url, payload, field) => {
  const app = simulator()

  const reply = await app.inject({ method, url, payload })

  expect(reply.statusCode).toBe(400)
  expect(reply.json()).toMatchObject({ field, error: expect.any(String) })
})

test('a control request that is no JSON is a 400, and its content type does not matter', async () => {
  const app = simulator()
  const url = '/_sim/advance'

  const broken = await app.inject({ method: 'POST', url, payload: '{"seconds":' })
  const asForm = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '{"seconds":5}',
  })

  expect(broken.statusCode).toBe(400)
  expect(broken.json()).toEqual({ field: 'body', error: 'body must be JSON' })
  expect(asForm.json()).toEqual({ now: startMs + 5000 })
})

test('a taken name is a 409, an unknown one and an unknown route are 404', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name })

  const replies = [
    await app.inject({ method: 'POST', url: '/_sim/writers', payload: { name } }),
    await app.inject({ method: 'PATCH', url: '/_sim/writers', payload: { name: 'nobody' } }),
    await app.inject({ method: 'DELETE', url: '/_sim/writers', payload: { name: 'nobody' } }),
    await app.inject({ method: 'GET', url: '/_sim/weather' }),
  ]

  expect(replies.map((reply) => reply.statusCode)).toEqual([409, 404, 404, 404])
  for (const [url, body] of [
    ['/_sim/hosts', { name: 'h1' }],
    ['/_sim/connectors', { name: 'h1-9000:connector:x:0000000001' }],
    ['/_sim/checkers', { taskId: '7' }],
  ] as const) {
    const unknown = await app.inject({
      method: 'PATCH',
      url,
      payload: { ...patchOf[url], ...key(body) },
    })
    await steer(app, ['POST', url], body)
    const taken = await app.inject({ method: 'POST', url, payload: body })
    expect([unknown.statusCode, taken.statusCode]).toEqual([404, 409])
  }
})

const patchOf = { '/_sim/hosts': { up: false }, '/_sim/connectors': {}, '/_sim/checkers': {} }

const key = ({ name, taskId }: { name?: string; taskId?: string }) =>
  taskId === undefined ? { name } : { taskId }

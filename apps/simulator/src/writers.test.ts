import { expect, test } from 'vitest'
import { command, detailOf, simulator, startMs, steer } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const nowSeconds = startMs / 1000

test('a running writer’s checkpoint moves on with the clock and keeps its lag', async () => {
  const app = await simulatorWith({ lagSeconds: 100 })

  const before = (await detailOf(app, name)).replicator.checkpoint
  await steer(app, ['POST', '/_sim/advance'], { seconds: 3600 })
  const after = (await detailOf(app, name)).replicator.checkpoint

  expect(before).toMatchObject({ timestamp: nowSeconds - 100, gmt: nowSeconds })
  expect(after.gmt).toBe(nowSeconds + 3600)
  expect(after.gmt - after.timestamp).toBeGreaterThanOrEqual(100)
  expect(after.gmt - after.timestamp).toBeLessThanOrEqual(102)
  expect(after.checkpoint).toBe(`10.255.255.255:0:null:null:${after.timestamp}:0`)
})

test('CM samples a checkpoint every five seconds', async () => {
  const app = await simulatorWith({ lagSeconds: 100 })

  const sampledAt: number[] = []
  for (let second = 0; second <= 11; second += 1) {
    sampledAt.push((await detailOf(app, name)).replicator.checkpoint.gmt - nowSeconds)
    await steer(app, ['POST', '/_sim/advance'], { seconds: 1 })
  }

  expect(sampledAt).toEqual([0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10])
})

test.each([0, 0.01, 0.5, 1, 3])(
  'at the rate %d a checkpoint never runs backwards',
  async (rate) => {
    const app = await simulatorWith({ lagSeconds: 300, rate })

    const checkpoints = []
    for (let second = 0; second < 200; second += 1) {
      await steer(app, ['POST', '/_sim/advance'], { seconds: 1.7 })
      checkpoints.push((await detailOf(app, name)).replicator.checkpoint.timestamp)
    }

    expect(checkpoints).toEqual(checkpoints.toSorted((a, b) => a - b))
  },
)

test('a stalled writer is sampled on, but stands', async () => {
  const app = await simulatorWith({ lagSeconds: 480, rate: 0 })

  await steer(app, ['POST', '/_sim/advance'], { seconds: 600 })

  expect((await detailOf(app, name)).replicator).toMatchObject({
    active: true,
    checkpoint: { timestamp: nowSeconds - 480, gmt: nowSeconds + 600 },
  })
})

test('a writer that falls behind does so at its rate', async () => {
  const app = await simulatorWith({ lagSeconds: 100, rate: 0.5 })

  await steer(app, ['POST', '/_sim/advance'], { seconds: 1000 })

  expect(await lagSeconds(app)).toBeGreaterThanOrEqual(600)
  expect(await lagSeconds(app)).toBeLessThanOrEqual(601)
})

test('a writer that catches up does so at its rate, and ends at its floor', async () => {
  const app = await simulatorWith({ lagSeconds: 1000, rate: 3, floorLagSeconds: 7 })

  await steer(app, ['POST', '/_sim/advance'], { seconds: 100 })
  const halfway = await lagSeconds(app)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 86_400 })
  const atLast = await lagSeconds(app)

  expect(halfway).toBeGreaterThanOrEqual(800)
  expect(halfway).toBeLessThanOrEqual(802)
  expect(atLast).toBeGreaterThanOrEqual(7)
  expect(atLast).toBeLessThanOrEqual(9)
})

test('a lag may be negative, as when the source’s clock runs ahead', async () => {
  const app = await simulatorWith({ lagSeconds: -37 })

  expect((await detailOf(app, name)).replicator.checkpoint.timestamp).toBe(nowSeconds + 37)
})

test('a stopped writer stands still until it is started again', async () => {
  const app = await simulatorWith({ lagSeconds: 100 })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 3 })
  await command(app, 'stop', name)

  await steer(app, ['POST', '/_sim/advance'], { seconds: 1000 })
  const stopped = (await detailOf(app, name)).replicator
  await command(app, 'start', name)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 1000 })
  const started = (await detailOf(app, name)).replicator

  expect(stopped).toMatchObject({
    active: false,
    status: 'stopped',
    checkpoint: { timestamp: nowSeconds + 3 - 100, gmt: nowSeconds + 3 },
    gmtModified: startMs + 3000,
  })
  expect(started).toMatchObject({
    active: true,
    status: 'running',
    gmtModified: startMs + 1_003_000,
  })
  // Its last sample is three seconds old by now.
  const progress = started.checkpoint.timestamp - stopped.checkpoint.timestamp
  expect(progress).toBeGreaterThanOrEqual(995)
  expect(progress).toBeLessThanOrEqual(997)
})

test('an inactive writer with the status running stands still: it is abnormal', async () => {
  const app = await simulatorWith({ lagSeconds: 100 })
  await steer(app, ['PATCH', '/_sim/writers'], { name, active: false })

  await steer(app, ['POST', '/_sim/advance'], { seconds: 1000 })

  expect((await detailOf(app, name)).replicator).toMatchObject({
    active: false,
    status: 'running',
    checkpoint: { timestamp: nowSeconds - 100 },
  })
})

test('as a variant, the status word stays running after a stop', async () => {
  const app = await simulatorWith({})
  await steer(app, ['POST', '/_sim/variants'], { statusAfterStop: 'running' })

  await command(app, 'stop', name)

  expect((await detailOf(app, name)).replicator).toMatchObject({
    active: false,
    status: 'running',
    cfg: expect.stringContaining('\nstatus=running\n'),
  })
})

test('a repeated command is accepted without effect or, as a variant, refused', async () => {
  const app = await simulatorWith({})

  const accepted = await command(app, 'start', name)
  await steer(app, ['POST', '/_sim/variants'], { repeatedCommand: 'refused' })
  const refused = await command(app, 'start', name)

  expect(accepted.json()).toEqual({ isSuccess: true })
  expect(refused.json()).toEqual({
    isSuccess: false,
    errMsg: `applier ${name} is already running`,
  })
})

test('an unknown writer is refused with HTTP 200', async () => {
  const app = simulator()

  const replies = [
    await app.inject('/JDBCWriter/detail?writerName=nobody'),
    await command(app, 'start', 'nobody'),
    await command(app, 'stop', 'nobody'),
  ]

  for (const reply of replies) {
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toBe('{"isSuccess":false,"errMsg":"applier nobody does not exist"}')
  }
})

test('a call that names no writer is refused', async () => {
  const app = await simulatorWith({})

  const replies = [
    await app.inject('/JDBCWriter/detail'),
    await app.inject('/JDBCWriter/detail?writerName='),
    await app.inject({ method: 'POST', url: '/applier/start' }),
    // Documented as a form field only.
    await app.inject({ method: 'POST', url: `/applier/stop?applierName=${name}` }),
    await app.inject({ method: 'POST', url: '/applier/stop', payload: { applierName: name } }),
  ]

  expect(replies.map((reply) => reply.json().errMsg)).toEqual([
    'writerName is required',
    'writerName is required',
    'applierName is required',
    'applierName is required',
    'applierName is required',
  ])
})

test.each([
  ['GET', '/'],
  ['GET', '/applier/stop'],
  ['GET', '/applier/list'],
  ['GET', '/crawler/list'],
  ['POST', '/JDBCWriter/detail'],
  ['HEAD', '/JDBCWriter/detail'],
  ['PUT', '/applier/start'],
  ['DELETE', '/applier/start'],
  ['OPTIONS', '/applier/start'],
  ['POST', '/applier/start/'],
  ['POST', '/Applier/start'],
  ['GET', '/%zz'],
] as const)('%s %s is documented nowhere: 404', async (method, url) => {
  const app = simulator()

  expect((await app.inject({ method, url })).statusCode).toBe(404)
})

async function simulatorWith(temper: object) {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name, ...temper })
  return app
}

const lagSeconds = async (app: Awaited<ReturnType<typeof simulatorWith>>): Promise<number> =>
  (await steer(app, ['GET', '/_sim/world'])).writers[0].lagSeconds

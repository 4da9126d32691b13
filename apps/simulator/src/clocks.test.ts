import { expect, test } from 'vitest'
import { ask, detailOf, listeningSimulator, simulator, startMs, steer } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const dateOf = (headers: Record<string, unknown>) => Date.parse(String(headers['date']))

test('CM dates its answers by the simulated clock', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 3600 })

  const read = await app.inject({ url: '/JDBCWriter/detail', query: { writerName: name } })
  const write = await ask(app, ['POST', '/applier/stop'], { applierName: name })

  expect(dateOf(read.headers)).toBe(startMs + 3_600_000)
  expect(dateOf(write.headers)).toBe(startMs + 3_600_000)
})

test('CM’s clock can be wrong, and nothing but its dates is', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name, lagSeconds: 4 })

  await steer(app, ['POST', '/_sim/clock'], { aheadSeconds: -90 })
  const reply = await app.inject({ url: '/JDBCWriter/detail', query: { writerName: name } })
  await steer(app, ['POST', '/_sim/reset'])
  await steer(app, ['POST', '/_sim/writers'], { name })
  const right = await app.inject({ url: '/JDBCWriter/detail', query: { writerName: name } })

  expect(dateOf(reply.headers)).toBe(startMs - 90_000)
  expect(reply.json().replicator.checkpoint).toMatchObject({
    timestamp: startMs / 1000 - 4,
    gmt: startMs / 1000,
  })
  expect(dateOf(right.headers)).toBe(startMs)
})

test('half an answer is dated by CM’s clock too', async () => {
  const { app, url } = await listeningSimulator()
  await steer(app, ['POST', '/_sim/clock'], { aheadSeconds: 60 })
  await steer(app, ['POST', '/_sim/faults'], {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'half-body',
  })

  const { headers } = await fetch(`${url}/JDBCWriter/detail?writerName=${name}`)

  expect(headers.get('date')).toBe(new Date(startMs + 60_000).toUTCString())
})

test('a writer whose host has a wrong clock dates its samples by that', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name, lagSeconds: 4, clockAheadSeconds: 75 })
  const { checkpoint } = (await detailOf(app, name)).replicator

  await steer(app, ['PATCH', '/_sim/writers'], { name, clockAheadSeconds: -30 })
  const { checkpoint: trailing } = (await detailOf(app, name)).replicator

  expect(checkpoint).toMatchObject({ timestamp: startMs / 1000 - 4, gmt: startMs / 1000 + 75 })
  expect(trailing).toMatchObject({ timestamp: startMs / 1000 - 4, gmt: startMs / 1000 - 30 })
})

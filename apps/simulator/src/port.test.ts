import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { call } from './test/caller.ts'
import { listeningSimulator, steer } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const stop = 'POST /applier/stop'
const detail = 'GET /JDBCWriter/detail'

test('a refused connection reaches nobody, for as long as it says, and control routes are open', async () => {
  const { app, url } = await simulatorWithWriter()
  await arm(app, { endpoint: stop, fault: 'refuse', ms: 300 })

  const seen = await call(url, ['GET', `/JDBCWriter/detail?writerName=${name}`])
  const calls = await steer(app, ['GET', '/_sim/calls'])

  expect(seen).toEqual({ refused: true })
  expect(calls.items).toEqual([])
  await expect
    .poll(() => call(url, ['POST', '/applier/stop', { applierName: name }]))
    .toMatchObject({ status: 200 })
})

test('the port closes right after the calls that a refusal skips', async () => {
  const { app, url } = await simulatorWithWriter()
  await arm(app, { endpoint: detail, fault: 'refuse', skip: 2, ms: 60_000 })
  const read = () => call(url, ['GET', `/JDBCWriter/detail?writerName=${name}`])

  const statuses = [(await read()).status, (await read()).status, (await read()).refused]
  await steer(app, ['DELETE', '/_sim/faults'])

  expect(statuses).toEqual([200, 200, true])
  expect((await read()).status).toBe(200)
})

test('a reset opens the port', async () => {
  const { app, url } = await simulatorWithWriter()
  await arm(app, { endpoint: stop, fault: 'refuse', ms: 60_000 })

  await steer(app, ['POST', '/_sim/reset'])

  expect((await call(url, ['GET', '/_sim/faults'])).text).toBe('{"items":[]}')
})

test('a simulator may end while its port is shut', async () => {
  const { app, url } = await simulatorWithWriter()
  await arm(app, { endpoint: stop, fault: 'refuse', ms: 10 })

  await app.close()
  const port = createServer().listen(Number(new URL(url).port), '127.0.0.1')
  await expect.poll(() => port.listening).toBe(true)

  port.close()
})

async function simulatorWithWriter() {
  const listening = await listeningSimulator()
  await steer(listening.app, ['POST', '/_sim/writers'], { name })
  return listening
}

const arm = (app: Awaited<ReturnType<typeof listeningSimulator>>['app'], fault: object) =>
  steer(app, ['POST', '/_sim/faults'], fault)

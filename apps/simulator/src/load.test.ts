import { request } from 'node:http'
import { expect, test } from 'vitest'
import { command, detailOf, listeningSimulator, simulator, steer } from './test/harness.ts'

const writerName = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'

test('reads and writes are counted apart, and control routes not at all', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name: writerName })
  for (let read = 0; read < 3; read += 1) await detailOf(app, writerName)
  await command(app, 'stop', writerName)

  const load = await steer(app, ['GET', '/_sim/load'])
  await steer(app, ['DELETE', '/_sim/load'])

  expect(load).toEqual({ reads: 3, writes: 1, inFlight: 0, mostInFlight: 1 })
  expect(await steer(app, ['GET', '/_sim/load'])).toEqual({
    reads: 0,
    writes: 0,
    inFlight: 0,
    mostInFlight: 0,
  })
})

test('a call is in flight until its answer is out, or its caller hangs up', async () => {
  const { app, url } = await listeningSimulator()
  await steer(app, ['POST', '/_sim/writers'], { name: writerName })
  const endpoint = 'GET /JDBCWriter/detail'
  await steer(app, ['POST', '/_sim/faults'], { endpoint, fault: 'hang', calls: 2 })
  const read = () => {
    const call = request(`${url}/JDBCWriter/detail?writerName=${writerName}`, { agent: false })
    // It is hung up on purpose.
    call.on('error', () => undefined).end()
    return call
  }
  const loadOf = () => steer(app, ['GET', '/_sim/load'])

  const hung = [read(), read()]
  await expect.poll(loadOf).toMatchObject({ inFlight: 2, mostInFlight: 2 })
  for (const call of hung) call.destroy()

  await expect.poll(loadOf).toEqual({ reads: 2, writes: 0, inFlight: 0, mostInFlight: 2 })
})

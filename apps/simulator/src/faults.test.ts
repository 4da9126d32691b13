import { expect, test } from 'vitest'
import { detailOf, listeningSimulator, steer } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const otherName = '10.0.0.2-9000:p_mnopqrstuvwx_source-000-0:0000000002'
const stop = 'POST /applier/stop'

/** What a caller of stop gets to see of each fault. */
const answers = {
  'half-body': { broken: true },
  'bad-length': { broken: true },
  drip: { silent: true },
  reset: { broken: true },
  hang: { silent: true },
  html: { status: 200, text: expect.stringContaining('<html>') },
  empty: { status: 200, text: '' },
  text: { status: 200, text: 'Service is busy\n' },
  status: { status: 503, text: expect.stringContaining('HTTP ERROR 503') },
  'wrong-type': { status: 200, text: '{"isSuccess":"true"}' },
  redirect: { status: 302, text: expect.stringContaining('<html>') },
}

for (const [fault, answer] of Object.entries(answers)) {
  test.each([
    ['before', true],
    ['after', false],
  ])(`${fault} %s the effect`, async (when, active) => {
    const { app, url } = await simulatorWithWriters()
    await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault, when })

    expect(await stopWriter(url, 'silent' in answer ? 200 : 5000)).toMatchObject(answer)

    expect((await detailOf(app, name)).replicator.active).toBe(active)
    expect((await steer(app, ['GET', '/_sim/calls'])).items[0]).toMatchObject({
      fault,
      status: 'status' in answer ? answer.status : ['reset', 'hang'].includes(fault) ? null : 200,
      effect: active ? 'none' : 'stopped',
    })
  })
}

test.each([
  ['reject', false, true],
  ['reject-but-done', false, false],
  ['lie-success', true, true],
])('%s answers isSuccess %s and leaves the writer active %s', async (fault, isSuccess, active) => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault })

  const { text } = await stopWriter(url)

  expect(JSON.parse(text ?? '')).toMatchObject({ isSuccess })
  expect((await detailOf(app, name)).replicator.active).toBe(active)
})

test('slow before the effect lets it happen late, even when the caller has gone', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'slow', ms: 1200 })

  expect(await stopWriter(url, 200)).toMatchObject({ silent: true })

  expect((await detailOf(app, name)).replicator.active).toBe(true)
  await expect
    .poll(async () => (await detailOf(app, name)).replicator.active, { timeout: 5000 })
    .toBe(false)
})

test('slow after the effect only answers late', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], {
    endpoint: stop,
    fault: 'slow',
    ms: 1200,
    when: 'after',
  })

  expect(await stopWriter(url, 200)).toMatchObject({ silent: true })

  expect((await detailOf(app, name)).replicator.active).toBe(false)
})

test('a detail may have wrong types', async () => {
  const { app } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'wrong-type',
  })

  expect(await detailOf(app, name)).toMatchObject({
    isSuccess: 'true',
    replicator: { active: 'true', checkpoint: { timestamp: expect.stringMatching(/^\d+$/) } },
  })
})

test('a detail may be about another component', async () => {
  const { app } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'wrong-name',
  })

  expect((await detailOf(app, name)).replicator.name).toBe(name.replace(/1$/, '2'))
})

test('a huge reply is well-formed and as long as asked for', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'huge', bytes: 3_000_000 })

  const { text } = await stopWriter(url)

  expect(JSON.parse(text ?? '').padding).toHaveLength(3_000_000)
})

test('a redirect leads to where nobody may be led', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'redirect' })

  expect(await stopWriter(url)).toMatchObject({
    location: 'http://169.254.169.254/latest/meta-data/',
  })
})

test('a fault strikes its component only, and as many calls as it was armed for', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'status', name, calls: 2 })

  const others = await stopWriter(url, 5000, otherName)
  const mine = [await stopWriter(url), await stopWriter(url), await stopWriter(url)]

  expect(others.status).toBe(200)
  expect(mine.map(({ status }) => status)).toEqual([503, 503, 200])
})

test('faults are listed and cleared', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'hang' })

  const armed = await steer(app, ['GET', '/_sim/faults'])
  await steer(app, ['DELETE', '/_sim/faults'])

  expect(armed.items).toMatchObject([{ endpoint: stop, fault: 'hang', name: null, calls: 1 }])
  expect(await stopWriter(url)).toMatchObject({ status: 200, text: '{"isSuccess":true}' })
})

test('latency delays every reply of CM, and no control route', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/latency?ms=2000'])

  const reply = await stopWriter(url, 200)

  expect(reply).toMatchObject({ silent: true })
  expect((await steer(app, ['GET', '/_sim/world'])).writers[0].active).toBe(false)
})

test('a hung call does not keep the simulator from ending', async () => {
  const { app, url } = await simulatorWithWriters()
  await steer(app, ['POST', '/_sim/faults'], { endpoint: stop, fault: 'hang' })
  const call = stopWriter(url, 60_000)
  await expect.poll(async () => (await steer(app, ['GET', '/_sim/calls'])).items.length).toBe(1)

  await app.close()

  expect(await call).toMatchObject({ broken: true })
})

async function simulatorWithWriters() {
  const listening = await listeningSimulator()
  await steer(listening.app, ['POST', '/_sim/writers'], { name })
  await steer(listening.app, ['POST', '/_sim/writers'], { name: otherName })
  return listening
}

interface Answer {
  status?: number
  text?: string
  location?: string | null
  /** The connection broke before a whole answer had come. */
  broken?: boolean
  /** Nothing had come when the caller lost patience. */
  silent?: boolean
}

async function stopWriter(url: string, patienceMs = 5000, applierName = name): Promise<Answer> {
  try {
    const reply = await fetch(`${url}/applier/stop`, {
      method: 'POST',
      body: new URLSearchParams({ applierName }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const { status, headers } = reply
    return { status, location: headers.get('location'), text: await reply.text() }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? { silent: true }
      : { broken: true }
  }
}

import { expect, test } from 'vitest'
import { call } from './test/caller.ts'
import {
  ask,
  command,
  detailOf,
  listeningSimulator,
  startMs,
  steer,
  worldOf,
} from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const otherName = '10.0.0.2-9000:p_mnopqrstuvwx_source-000-0:0000000002'
const newName = '10.0.0.2-9000:p_abcdefghijkl_source-000-0:0000000002'
const newerName = '10.0.0.2-9000:p_abcdefghijkl_source-000-0:0000000003'
const connector = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000004'
const node = '10.0.0.2'
const stopped = { status: 'stopped', active: false }
const stop = 'POST /applier/stop'
const detail = 'GET /JDBCWriter/detail'

test('a doubled migration makes two new components and names the second', async () => {
  const { app } = await simulatorWith(stopped)
  await arm(app, { endpoint: 'POST /applier/migrate', fault: 'double' })

  const reply = await command(app, 'migrate', name, { node })

  expect(reply.json().applier).toBe(newerName)
  expect(await writersOf(app)).toEqual([otherName, newName, newerName])
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toEqual(
    [newName, newerName].map((newName) => ({
      at: startMs,
      call: 1,
      endpoint: 'POST /applier/migrate',
      kind: 'migrated',
      component: 'writer',
      name,
      newName,
    })),
  )
})

test('a late call does nothing until it is due, and answers never', async () => {
  const { app, url } = await simulatorWith({})
  await arm(app, { endpoint: stop, fault: 'late', ms: 8000 })

  const seen = await call(url, ['POST', '/applier/stop', { applierName: name }], 300)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 7 })
  const before = (await detailOf(app, name)).replicator.active
  await steer(app, ['POST', '/_sim/advance'], { seconds: 60 })

  expect(seen).toEqual({ silent: true })
  expect(before).toBe(true)
  expect((await detailOf(app, name)).replicator).toMatchObject({
    active: false,
    gmtModified: startMs + 8000,
  })
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toMatchObject([
    { at: startMs + 8000, call: 1, kind: 'stopped' },
  ])
  expect((await steer(app, ['GET', '/_sim/calls'])).items[0]).toMatchObject({
    status: null,
    fault: 'late',
    effect: 'stopped',
  })
})

test('a late call meets the world as it is by then', async () => {
  const { app, url } = await simulatorWith(stopped)
  await arm(app, { endpoint: 'POST /applier/migrate', fault: 'late' })
  await call(url, ['POST', '/applier/migrate', { applierName: name, node }], 300)
  await command(app, 'start', name)

  await steer(app, ['POST', '/_sim/advance'], { seconds: 60 })

  // It runs by then, so CM refuses.
  expect(await writersOf(app)).toEqual([name, otherName])
})

test('a fault lets calls pass first, whatever strikes them', async () => {
  const { app, url } = await simulatorWith({})
  await arm(app, { endpoint: detail, fault: 'text' })
  await arm(app, { endpoint: detail, fault: 'empty', skip: 2 })

  const texts = []
  for (let time = 1; time <= 4; time += 1) {
    const { text } = await call(url, ['GET', `/JDBCWriter/detail?writerName=${name}`])
    texts.push(text?.slice(0, 7))
  }

  expect(texts).toEqual(['Service', '{"repli', '', '{"repli'])
})

test('a stale read tells of the time before', async () => {
  const { app } = await simulatorWith({ lagSeconds: 5 })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 100 })
  await command(app, 'stop', name)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 10 })
  await arm(app, { endpoint: detail, fault: 'stale-read', ms: 50_000 })

  const stale = (await detailOf(app, name)).replicator
  const fresh = (await detailOf(app, name)).replicator

  expect(stale).toMatchObject({ active: true, status: 'running' })
  expect(stale.checkpoint.gmt).toBe(startMs / 1000 + 60)
  expect(fresh).toMatchObject({ active: false, status: 'stopped' })
})

test('a stale read knows a cleaned writer yet, and no migrated one', async () => {
  const { app } = await simulatorWith(stopped)
  await command(app, 'migrate', name, { node })
  await arm(app, { endpoint: detail, fault: 'stale-read', calls: 2 })

  expect((await detailOf(app, name)).replicator).toMatchObject({ name })
  expect((await detailOf(app, newName)).errMsg).toBe(`applier ${newName} does not exist`)
})

test('flapping reads alternate, beginning with the wrong one', async () => {
  const { app } = await simulatorWith({})
  await arm(app, { endpoint: detail, fault: 'flap', calls: 4 })

  const seen = []
  for (let time = 1; time <= 5; time += 1) {
    const { active, status, cfg } = (await detailOf(app, name)).replicator
    seen.push([active, status, /\nstatus=(.*)\n/.exec(cfg)?.[1]])
  }

  const wrong = [false, 'stopped', 'stopped']
  const right = [true, 'running', 'running']
  expect(seen).toEqual([wrong, right, wrong, right, right])
})

test.each([
  ['before', [name, otherName]],
  ['after', [otherName, newName]],
])('a migration may answer the name of another component, %s the effect', async (when, names) => {
  const { app } = await simulatorWith(stopped)
  await arm(app, { endpoint: 'POST /applier/migrate', fault: 'wrong-name', when })

  const reply = await command(app, 'migrate', name, { node })

  expect(reply.json()).toEqual({ applier: when === 'before' ? name : otherName, isSuccess: true })
  expect(await writersOf(app)).toEqual(names)
})

test.each(['result', 'task-object', 'message'])(
  'where no other component exists, the wrong name as %s is an unrelated one',
  async (connectorName) => {
    const { app } = await simulatorWith({})
    await steer(app, ['POST', '/_sim/connectors'], { name: connector, running: false })
    await steer(app, ['POST', '/_sim/variants'], { connectorName })
    await arm(app, { endpoint: 'GET /connector/task/migrate', fault: 'wrong-name', when: 'after' })

    const reply = await ask(app, [
      'GET',
      `/connector/task/migrate?taskName=${connector}&node=${node}`,
    ])

    expect(reply.body).toContain('10.255.255.254-9000:p_unrelated000_source-000-0:0000000001')
    expect(reply.body).not.toContain(':connector:')
  },
)

test('a lie about a migration names a component that does not exist', async () => {
  const { app } = await simulatorWith(stopped)
  await arm(app, { endpoint: 'POST /applier/migrate', fault: 'lie-success' })

  expect((await command(app, 'migrate', name, { node })).json().applier).toBe(newName)
  expect(await writersOf(app)).toEqual([name, otherName])
})

test('a dripping reply comes whole in the end', async () => {
  const { app, url } = await simulatorWith({})
  await arm(app, { endpoint: stop, fault: 'drip', ms: 1, when: 'after' })

  expect(await call(url, ['POST', '/applier/stop', { applierName: name }])).toEqual({
    status: 200,
    text: '{"isSuccess":true}',
  })
})

test('a fault may strike a refusal as it is said', async () => {
  const { app } = await simulatorWith({})
  await steer(app, ['POST', '/_sim/variants'], { refusal: 'html-500' })
  await arm(app, { endpoint: stop, fault: 'wrong-type' })

  const reply = await command(app, 'stop', 'nobody')

  expect([reply.statusCode, reply.body]).toEqual([500, expect.stringContaining('nobody')])
})

type App = Awaited<ReturnType<typeof listeningSimulator>>['app']

async function simulatorWith(temper: object) {
  const listening = await listeningSimulator()
  await steer(listening.app, ['POST', '/_sim/writers'], { name, ...temper })
  await steer(listening.app, ['POST', '/_sim/writers'], { name: otherName })
  return listening
}

const arm = (app: App, fault: object) => steer(app, ['POST', '/_sim/faults'], fault)

const writersOf = async (app: App) => (await worldOf(app)).writers.map(({ name }) => name)

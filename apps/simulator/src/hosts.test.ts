import { expect, test } from 'vitest'
import { ask, command, detailOf, simulator, startMs, steer, worldOf } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const stoppedName = '10.0.0.1-9000:p_mnopqrstuvwx_source-000-0:0000000002'
const connectorName = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000003'
const node = '10.0.0.2'
const nowSeconds = startMs / 1000
const silentAgent =
  'CM-RESOAT000011: Supervisor does not report any result after CM Retry 60 seconds.'

test('what is on a dead host is inactive and stands, and CM’s words about it stay', async () => {
  const app = await simulatorWith()
  await turn(app, false)

  await steer(app, ['POST', '/_sim/advance'], { seconds: 600 })

  expect((await detailOf(app, name)).replicator).toMatchObject({
    active: false,
    status: 'running',
    checkpoint: { timestamp: nowSeconds - 2, gmt: nowSeconds },
  })
  expect((await worldOf(app)).connectors).toMatchObject([
    { running: false, status: 'running', checkpoint: nowSeconds - 2 },
  ])
})

test('whatever needs the agent of a dead host is refused in CM’s words', async () => {
  const app = await simulatorWith()
  await turn(app, false)
  const before = await worldOf(app)

  const replies = [
    await command(app, 'start', stoppedName),
    await command(app, 'stop', name),
    await command(app, 'clean', stoppedName),
    await command(app, 'update', stoppedName, { 'JDBCWriter.a': '1' }),
    await command(app, 'migrate', name, { node }),
    await command(app, 'migrate', name, { node, force: 'false' }),
    await ask(app, ['POST', `/connector/task/startByName?taskName=${connectorName}`]),
    await ask(app, ['POST', `/connector/task/stopByName?taskName=${connectorName}`]),
    await ask(app, ['POST', '/connector/task/updateByName'], {
      taskName: connectorName,
      'source.a': '1',
    }),
    await ask(app, ['GET', `/connector/task/migrate?taskName=${connectorName}&node=${node}`]),
  ]

  for (const reply of replies) expect(reply.json().errMsg).toBe(silentAgent)
  expect(await worldOf(app)).toEqual(before)
})

test('as a variant, CM waits for the agent before it says so', async () => {
  const app = await simulatorWith()
  await turn(app, false)
  await steer(app, ['POST', '/_sim/variants'], { agentWaitMs: 60 })
  const askedAt = performance.now()

  await command(app, 'stop', name)

  // A timer may fire a fraction of a millisecond early.
  expect(performance.now() - askedAt).toBeGreaterThan(58)
})

test('force=true migrates from a dead host', async () => {
  const app = await simulatorWith()
  await turn(app, false)

  const { applier } = (await force(app)).json()
  await command(app, 'start', applier)

  expect(applier).toBe('10.0.0.2-9000:p_abcdefghijkl_source-000-0:0000000002')
  expect((await detailOf(app, applier)).replicator).toMatchObject({ active: true, ip: node })
})

test.each([
  [{ oldName: 'stale', comesBack: true }, true],
  [{ oldName: 'stale', comesBack: false }, false],
  [{ oldName: 'gone', comesBack: true }, undefined],
])('under %j the old copy of a forced migration runs again: %s', async (variants, twin) => {
  const app = await simulatorWith()
  await steer(app, ['POST', '/_sim/variants'], variants)
  await turn(app, false)
  const { applier } = (await force(app)).json()
  await command(app, 'start', applier)

  await turn(app, true)

  expect((await detailOf(app, name)).replicator?.active).toBe(twin)
  expect((await detailOf(app, applier)).replicator.active).toBe(true)
  // A twin obeys, so that somebody can end it.
  expect((await command(app, 'stop', name)).json().isSuccess).toBe(twin ?? false)
})

test('a host that is back runs again what it ran, and nothing else', async () => {
  const app = await simulatorWith()
  await turn(app, false)

  await turn(app, true)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 60 })

  const { writers, connectors, hosts } = await worldOf(app)
  expect(writers.map(({ active }) => active)).toEqual([true, false])
  expect(connectors.map(({ running }) => running)).toEqual([true])
  expect(hosts.map(({ up }) => up)).toEqual([true, true])
  expect(writers[0]?.checkpoint).toBeGreaterThan(nowSeconds)
})

test('what is made on a dead host does not run, and comes up with it', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.0.0.1', up: false })
  await steer(app, ['POST', '/_sim/writers'], { name })
  await steer(app, ['POST', '/_sim/connectors'], { name: connectorName })

  const dead = await worldOf(app)
  await turn(app, true)
  const alive = await worldOf(app)

  expect([dead.writers[0]?.active, dead.connectors[0]?.running]).toEqual([false, false])
  expect([alive.writers[0]?.active, alive.connectors[0]?.running]).toEqual([true, true])
})

async function simulatorWith() {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name })
  await steer(app, ['POST', '/_sim/writers'], { name: stoppedName, status: 'stopped' })
  await steer(app, ['POST', '/_sim/connectors'], { name: connectorName })
  await steer(app, ['POST', '/_sim/hosts'], { name: node })
  return app
}

const turn = (app: ReturnType<typeof simulator>, up: boolean) =>
  steer(app, ['PATCH', '/_sim/hosts'], { name: '10.0.0.1', up })

const force = (app: ReturnType<typeof simulator>) =>
  command(app, 'migrate', name, { node, force: 'true' })

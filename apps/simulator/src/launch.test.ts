import { expect, onTestFinished, test } from 'vitest'
import { launchSimulator } from './launch.ts'
import { call } from './test/caller.ts'

const writer = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001'
const connector = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000002'
const newConnector = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000003'

test('its launcher knows all writes, wherever they say their component, and their effects', async () => {
  const { url, writes, effects, world } = await launched()
  await call(url, ['POST', '/applier/stop', { applierName: writer }])
  await call(url, ['GET', `/JDBCWriter/detail?writerName=${writer}`])
  await call(url, ['POST', `/connector/task/stopByName?taskName=${connector}`])
  await call(url, ['POST', '/connector/task/updateByName', { taskName: connector, 'dest.a': '1' }])
  await call(url, ['GET', `/connector/task/migrate?taskName=${connector}&node=10.0.0.1`])
  await call(url, ['POST', '/checker/stop', { 'task.id': '7', 'task.type': 'migrate' }])
  await call(url, ['GET', '/checker/start?task.id=7&task.type=migrate&task.resume=true'])

  const pathsOf = async (name?: string) => (await writes(name)).map(({ path }) => path)
  const ofConnector = [
    '/connector/task/stopByName',
    '/connector/task/updateByName',
    '/connector/task/migrate',
  ]
  expect(await pathsOf(writer)).toEqual(['/applier/stop'])
  expect(await pathsOf(connector)).toEqual(ofConnector)
  expect(await pathsOf('7')).toEqual(['/checker/stop', '/checker/start'])
  expect(await pathsOf()).toEqual([
    '/applier/stop',
    ...ofConnector,
    '/checker/stop',
    '/checker/start',
  ])
  expect((await writes(connector))[0]).toMatchObject({
    n: 3,
    query: { taskName: connector },
    body: null,
  })
  expect(await effects(connector)).toMatchObject([
    { call: 3, kind: 'stopped', component: 'connector' },
    { call: 4, kind: 'updated', endpoint: 'POST /connector/task/updateByName' },
    { call: 5, kind: 'migrated', newName: newConnector },
  ])
  expect((await effects()).map(({ name }) => name)).toEqual([
    writer,
    connector,
    connector,
    connector,
    '7',
    '7',
  ])
  expect(await world()).toMatchObject({
    writers: [{ name: writer, active: false }],
    connectors: [{ name: newConnector, config: { dest: { a: '1' } } }],
    checkers: [{ taskId: '7', running: true, resume: true }],
  })
})

test('its control routes are reachable while CM’s port is shut, and CM’s calls are not there', async () => {
  const { url, control, world } = await launched()
  await control('POST', 'faults', { endpoint: 'POST /applier/stop', fault: 'refuse', ms: 60_000 })

  const shut = await call(url, ['GET', '/_sim/world'])
  const { writers } = await world()
  await control('DELETE', 'faults')

  expect(shut).toEqual({ refused: true })
  expect(writers).toHaveLength(1)
  expect((await call(url, ['GET', '/_sim/world'])).status).toBe(200)
})

async function launched() {
  const simulator = await launchSimulator()
  onTestFinished(() => simulator.end())
  await simulator.control('POST', 'writers', { name: writer })
  await simulator.control('POST', 'connectors', { name: connector })
  await simulator.control('POST', 'checkers', { taskId: '7' })
  return simulator
}

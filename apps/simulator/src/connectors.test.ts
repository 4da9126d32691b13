import { expect, test } from 'vitest'
import { ask, simulator, startMs, steer, worldOf } from './test/harness.ts'

const name = '10.0.0.1-9000:connector:p_abcdefghijkl_source-000-0:0000000007'
const newName = '10.0.0.2-9000:connector:p_abcdefghijkl_source-000-0:0000000008'
const nowSeconds = startMs / 1000

test('a stop keeps the connector’s position, and a start goes on from there', async () => {
  const app = await simulatorWith({ checkpoint: nowSeconds - 100 })
  await steer(app, ['POST', '/_sim/advance'], { seconds: 10 })

  expect((await send(app, 'stopByName')).body).toBe('{"isSuccess":true}')
  await steer(app, ['POST', '/_sim/advance'], { seconds: 1000 })
  const stopped = await connectorOf(app)
  expect((await send(app, 'startByName')).body).toBe('{"isSuccess":true}')
  await steer(app, ['POST', '/_sim/advance'], { seconds: 10 })
  const started = await connectorOf(app)

  expect(stopped).toMatchObject({
    running: false,
    status: 'stopped',
    checkpoint: nowSeconds - 100 + 40,
    resume: null,
  })
  expect(started).toMatchObject({
    running: true,
    status: 'running',
    checkpoint: nowSeconds - 20,
    resume: true,
  })
})

test('a start with resume=false takes the position that is configured', async () => {
  const app = await simulatorWith({ running: false, checkpoint: nowSeconds - 10 })
  const rewound = nowSeconds - 7200
  await update(app, { 'source.checkpoint': `{"p_abcdefghijkl_source-000-0":"${rewound}"}` })

  const before = await connectorOf(app)
  await send(app, 'startByName', '&resume=false')

  expect(before.checkpoint).toBe(nowSeconds - 10)
  expect(await connectorOf(app)).toMatchObject({ checkpoint: rewound, resume: false })
})

test.each(['', '{', '[]', '"1"', '{}', '{"a":1800000000}', '{"a":"soon"}'])(
  'a configured position %j cannot be started from',
  async (checkpoint) => {
    const app = await simulatorWith({ running: false, config: { source: { checkpoint } } })

    const reply = await send(app, 'startByName', '&resume=false')

    expect(reply.json()).toEqual({ isSuccess: false, errMsg: 'source.checkpoint cannot be read' })
    expect((await connectorOf(app)).running).toBe(false)
    expect((await send(app, 'startByName')).json()).toEqual({ isSuccess: true })
  },
)

test('an update writes keys, known or not, into the three files', async () => {
  const app = await simulatorWith({ running: false })
  const before = await connectorOf(app)

  const reply = await update(app, {
    'source.store_time_zone': '+00:00',
    'dest.sasl.password': 'a=b&c d',
    'coordinator.connector_jvm_param': '-Xms4g -Xmx6g -Xmn2g',
    'coordinator.new.key': '',
    unrelated: 'x',
  })

  expect(reply.json()).toEqual({ isSuccess: true })
  expect((await connectorOf(app)).config).toEqual({
    source: { ...before.config.source, store_time_zone: '+00:00' },
    dest: { ...before.config.dest, 'sasl.password': 'a=b&c d' },
    coordinator: {
      ...before.config.coordinator,
      connector_jvm_param: '-Xms4g -Xmx6g -Xmn2g',
      'new.key': '',
    },
  })
})

test('a migrated connector has a new name, its host and its configuration, and waits', async () => {
  const app = await simulatorWith({ running: false, checkpoint: nowSeconds - 50 })
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.0.0.2', location: '200' })
  const before = await connectorOf(app)

  const reply = await migrate(app, '10.0.0.2')

  expect(reply.json()).toEqual({ result: newName, isSuccess: true })
  expect((await worldOf(app)).connectors).toEqual([
    {
      ...before,
      name: newName,
      host: '10.0.0.2',
      location: '200',
      running: false,
      status: 'stopped',
      config: {
        ...before.config,
        coordinator: { ...before.config.coordinator, taskName: newName },
      },
    },
  ])
  expect((await send(app, 'startByName')).json().errMsg).toBe(`connector ${name} does not exist`)
})

test.each([
  ['result', { result: newName }],
  ['connector', { connector: newName }],
  ['taskName', { taskName: newName }],
  ['task-object', { task: { name: newName } }],
  ['message', { message: `The new connector ${newName} is ready to be started` }],
] as const)('as the variant %s, a migration says the name elsewhere', async (variant, says) => {
  const app = await simulatorWith({ running: false })
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.0.0.2' })
  await steer(app, ['POST', '/_sim/variants'], { connectorName: variant })

  expect((await migrate(app, '10.0.0.2')).json()).toEqual({ ...says, isSuccess: true })
})

test('a name of any form may be migrated', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/connectors'], { name: 'orders', host: 'h1', running: false })
  await steer(app, ['POST', '/_sim/hosts'], { name: 'h2' })

  const reply = await ask(app, ['GET', '/connector/task/migrate?taskName=orders&node=h2'])

  expect(reply.json().result).toBe('h2-9000:orders:0000000001')
})

test('an update and a migration of a running connector are refused', async () => {
  const app = await simulatorWith({})
  const before = await worldOf(app)

  const replies = [await update(app, { 'source.a': '1' }), await migrate(app, '10.0.0.1')]

  for (const reply of replies) {
    expect(reply.json()).toEqual({
      isSuccess: false,
      errMsg: `connector ${name} is running, stop it first`,
    })
  }
  expect(await worldOf(app)).toEqual(before)
})

test('what a call lacks is refused by its name', async () => {
  const app = await simulatorWith({ running: false })

  const replies = [
    await ask(app, ['POST', '/connector/task/startByName']),
    await ask(app, ['POST', '/connector/task/stopByName'], { taskName: name }),
    await ask(app, ['POST', `/connector/task/updateByName?taskName=${name}`], { 'source.a': '1' }),
    await update(app, {}),
    await update(app, { 'sink.a': '1', 'source.': '1' }),
    await ask(app, ['GET', '/connector/task/migrate?node=10.0.0.1']),
    await ask(app, ['GET', `/connector/task/migrate?taskName=${name}`]),
    await ask(app, ['POST', '/connector/task/stopByName?taskName=nobody']),
  ]

  expect(replies.map((reply) => reply.json().errMsg)).toEqual([
    'taskName is required',
    'taskName is required',
    'taskName is required',
    'source.<key>, dest.<key> or coordinator.<key> is required',
    'source.<key>, dest.<key> or coordinator.<key> is required',
    'taskName is required',
    'node is required',
    'connector nobody does not exist',
  ])
})

test('a repeated start or stop is accepted without effect or, as a variant, refused', async () => {
  const app = await simulatorWith({})

  const accepted = await send(app, 'startByName', '&resume=false')
  await steer(app, ['POST', '/_sim/variants'], { repeatedCommand: 'refused' })
  const refused = [await send(app, 'startByName')]
  await send(app, 'stopByName')
  refused.push(await send(app, 'stopByName'))

  expect(accepted.json()).toEqual({ isSuccess: true })
  expect(refused.map((reply) => reply.json().errMsg)).toEqual([
    `connector ${name} is already running`,
    `connector ${name} is already stopped`,
  ])
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toMatchObject([{ kind: 'stopped' }])
})

test('a test may own a connector: make it, change it, and take it away', async () => {
  const app = await simulatorWith({ location: '300', config: { dest: { a: '1' } } })

  const made = await connectorOf(app)
  const changed = await steer(app, ['PATCH', '/_sim/connectors'], {
    name,
    running: false,
    checkpoint: 5,
    config: { dest: { b: '2' } },
  })
  await steer(app, ['DELETE', '/_sim/connectors'], { name })

  expect(made).toMatchObject({ host: '10.0.0.1', location: '300', running: true })
  expect(made.config.dest['sasl.password']).toMatch(/^FAKE-SECRET-/)
  expect(changed).toMatchObject({
    running: false,
    checkpoint: 5,
    config: { dest: { a: '1', b: '2' } },
  })
  expect((await worldOf(app)).connectors).toEqual([])
})

test.each([
  ['GET', '/connector/task/startByName'],
  ['GET', '/connector/task/updateByName'],
  ['POST', '/connector/task/migrate'],
  ['GET', '/connector/task/list'],
  ['POST', '/connector/task/v2/stop'],
] as const)('%s %s is not of this chapter: 404', async (method, url) => {
  const app = await simulatorWith({})

  expect((await ask(app, [method, `${url}?taskName=${name}`])).statusCode).toBe(404)
})

async function simulatorWith(state: object) {
  const app = simulator()
  await steer(app, ['POST', '/_sim/connectors'], { name, ...state })
  return app
}

type App = ReturnType<typeof simulator>

const send = (app: App, verb: 'startByName' | 'stopByName', more = '') =>
  ask(app, ['POST', `/connector/task/${verb}?taskName=${name}${more}`])

const update = (app: App, form: Record<string, string>) =>
  ask(app, ['POST', '/connector/task/updateByName'], { taskName: name, ...form })

const migrate = (app: App, node: string) =>
  ask(app, ['GET', `/connector/task/migrate?taskName=${name}&node=${node}`])

async function connectorOf(app: App) {
  const [connector] = (await worldOf(app)).connectors
  if (connector === undefined) throw new Error('the connector is gone')
  return connector
}

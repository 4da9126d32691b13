import { expect, test } from 'vitest'
import { sampleWriterName } from './places.ts'
import { listeningSimulator, steer } from './test/harness.ts'
import {
  stop,
  start,
  clean,
  migrate,
  update,
  detail,
  connectorStart,
  connectorStop,
  connectorUpdate,
  connectorJvm,
  connectorCheckpoint,
  connectorRewound,
  connectorMigrate,
  checkerStart,
  checkerUpdate,
  checkerStop,
} from './test/vendor-commands.ts'
import { likeCurl, page } from './test/vendor-page.ts'

test('a writer is stopped as the vendor writes it', async () => {
  const { run } = await page()

  expect(await run(stop)).toBe('{"isSuccess":true}')

  expect(JSON.parse(await run(detail)).replicator).toMatchObject({
    active: false,
    status: 'stopped',
    cfg: expect.stringContaining('\nstatus=stopped\n'),
  })
})

test('a writer is started as the vendor writes it', async () => {
  const { run } = await page()
  await run(stop)

  expect(await run(start)).toBe('{"isSuccess":true}')

  expect(JSON.parse(await run(detail)).replicator).toMatchObject({
    active: true,
    status: 'running',
    cfg: expect.stringContaining('\nstatus=running\n'),
  })
})

test('a writer is deleted as the vendor writes it', async () => {
  const { run, world } = await page()
  await run(stop)

  expect(await run(clean)).toBe('{"isSuccess":true}')

  expect((await world()).writers).toEqual([])
})

test.each([
  ['that is alive, without force', true, ''],
  ['that is down, with force', false, 'true'],
])('a writer is migrated from a host %s, and started there', async (_which, up, force) => {
  const { run, world, app } = await page()
  if (up) await run(stop)
  else await steer(app, ['PATCH', '/_sim/hosts'], { name: '100.88.121.143', up })

  const line = force === '' ? migrate.replace(/ -d "force=.*?"$/, '') : migrate
  const { applier, isSuccess } = JSON.parse(await run(line, { force }))

  expect(isSuccess).toBe(true)
  expect((await world()).writers).toMatchObject([
    { name: applier, host: '10.9.8.7', active: false },
  ])
  expect(await run(start, { writerName: applier })).toBe('{"isSuccess":true}')
  expect((await world()).writers).toMatchObject([{ name: applier, active: true }])
})

test('a writer’s configuration is changed as the vendor writes it', async () => {
  const { run, world } = await page()
  await run(stop)

  expect(await run(update)).toBe('{"isSuccess":true}')

  expect((await world()).writers).toMatchObject([{ cfg: { key: 'value' } }])
})

test('a connector is stopped and started as the vendor writes it', async () => {
  const { run, world } = await page()

  expect(await run(connectorStop)).toBe('{"isSuccess":true}')
  expect((await world()).connectors).toMatchObject([{ running: false }])
  expect(await run(connectorStart)).toBe('{"isSuccess":true}')
  expect((await world()).connectors).toMatchObject([{ running: true, resume: true }])
})

test('a connector is updated as the vendor writes it, its JVM too', async () => {
  const { run, world } = await page()
  await run(connectorStop)

  expect(await run(connectorUpdate)).toBe('{"isSuccess":true}')
  expect(await run(connectorJvm)).toBe('{"isSuccess":true}')

  expect((await world()).connectors).toMatchObject([
    {
      config: {
        source: { key: 'value' },
        coordinator: { connector_jvm_param: '-Xms4g -Xmx6g -Xmn2g' },
      },
    },
  ])
})

test('a connector is rewound as the vendor writes it', async () => {
  const { run, world } = await page()

  for (const line of [connectorStop, connectorCheckpoint, connectorRewound]) {
    expect(await run(line)).toBe('{"isSuccess":true}')
  }

  expect((await world()).connectors).toMatchObject([
    {
      running: true,
      resume: false,
      checkpoint: 1_799_992_800,
      config: { source: { checkpoint: '{"p_3b7ixsl2sxb4_source-000-0":"1799992800"}' } },
    },
  ])
})

test('a connector is migrated as the vendor writes it, and started there', async () => {
  const { run, world } = await page()
  await run(connectorStop)

  const { result } = JSON.parse(await run(connectorMigrate))
  await run(connectorStart, { name: result })

  expect((await world()).connectors).toMatchObject([
    { name: result, host: '10.9.8.7', running: true },
  ])
})

test('a checker is stopped, updated and started as the vendor writes it', async () => {
  const { run, world } = await page()

  for (const line of [checkerStop, checkerUpdate]) {
    expect(await run(line)).toBe('{"isSuccess":true}')
  }
  const stopped = (await world()).checkers
  expect(await run(checkerStart)).toBe('{"isSuccess":true}')

  expect(stopped).toMatchObject([
    { running: false, config: { 'limitator.table.diff.max': '100000' } },
  ])
  expect((await world()).checkers).toMatchObject([{ running: true, resume: true }])
})

test('without curl, the same request is sent', async () => {
  const { url } = await listeningSimulator({ scenario: 'sample' })
  const filledIn = update
    .replace('http://${cm_url}:${cm_port}', url)
    .replace('${writerName}', sampleWriterName)

  expect(JSON.parse(await likeCurl(filledIn))).toMatchObject({
    errMsg: `applier ${sampleWriterName} is running, stop it first`,
  })
})

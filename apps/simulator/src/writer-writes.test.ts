import { expect, test } from 'vitest'
import { command, detailOf, simulator, startMs, steer, worldOf } from './test/harness.ts'

const name = '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000009'
const newName = '10.0.0.2-9000:p_abcdefghijkl_source-000-0:0000000010'
const nowSeconds = startMs / 1000
const stopped = { status: 'stopped', active: false }

test('a migrated writer has a new name, its new host and its old position, and waits', async () => {
  const app = await simulatorWith({ ...stopped, lagSeconds: 70, cfg: { worker_num: '48' } })
  const before = (await detailOf(app, name)).replicator
  await steer(app, ['POST', '/_sim/advance'], { seconds: 60 })

  const reply = await migrate(app)
  const { replicator } = await detailOf(app, newName)

  expect(reply.json()).toEqual({ applier: newName, isSuccess: true })
  expect(replicator).toMatchObject({
    name: newName,
    ip: '10.0.0.2',
    location: '200',
    active: false,
    status: 'stopped',
    checkpoint: { timestamp: before.checkpoint.timestamp, gmt: before.checkpoint.gmt },
    gmtCreated: startMs + 60_000,
  })
  expect(replicator.cfg).toBe(
    before.cfg
      .replace('daemon.ip=10.0.0.1', 'daemon.ip=10.0.0.2')
      .replace('subId=0000000009', 'subId=0000000010'),
  )
  expect((await detailOf(app, name)).errMsg).toBe(`applier ${name} does not exist`)
  await command(app, 'start', newName)
  expect((await detailOf(app, newName)).replicator.active).toBe(true)
})

test('as a variant, the new name stands in an object', async () => {
  const app = await simulatorWith(stopped, { applier: 'object' })

  expect((await migrate(app)).json()).toEqual({
    applier: { name: newName, ip: '10.0.0.2', location: '200', status: 'stopped' },
    isSuccess: true,
  })
})

test('as a variant, the sequence jumps to the next block of a million', async () => {
  const app = await simulatorWith(stopped, { sequence: 'jump' })

  expect((await migrate(app)).json().applier).toBe(newName.replace('0000000010', '0001000001'))
})

test('no name comes twice, not even when its bearer is gone', async () => {
  const app = await simulatorWith(stopped)
  await migrate(app)
  await command(app, 'clean', newName)
  await steer(app, ['POST', '/_sim/writers'], { name, ...stopped })

  expect((await migrate(app)).json().applier).toBe(newName.replace(/10$/, '11'))
})

test('as a variant, the old name is still read as inactive, and obeys nothing', async () => {
  const app = await simulatorWith(stopped, { oldName: 'stale' })
  await migrate(app)

  const read = (await detailOf(app, name)).replicator
  const refused = [
    await command(app, 'start', name),
    await command(app, 'stop', name),
    await command(app, 'clean', name),
    await command(app, 'update', name, { 'JDBCWriter.a': '1' }),
    await migrate(app),
  ]

  expect(read).toMatchObject({ name, active: false })
  for (const reply of refused) {
    expect(reply.json().errMsg).toBe(`applier ${name} does not exist`)
  }
  expect((await worldOf(app)).writers.map(({ name, stale }) => [name, stale])).toEqual([
    [name, true],
    [newName, false],
  ])
})

test('an abnormal writer may be migrated: it need not be stopped', async () => {
  const app = await simulatorWith({ active: false })

  expect((await migrate(app)).json().isSuccess).toBe(true)
})

test('a migration to nowhere, to an unknown host or to a dead one is refused', async () => {
  const app = await simulatorWith(stopped)
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.0.0.3', up: false })

  const replies = [
    await command(app, 'migrate', name),
    await command(app, 'migrate', name, { node: '10.9.9.9' }),
    await command(app, 'migrate', name, { node: '10.0.0.3' }),
    await command(app, 'migrate', name, { node: '10.0.0.3', force: 'true' }),
  ]

  expect(replies.map((reply) => reply.json().errMsg)).toEqual([
    'node is required',
    'CM-RESONF000002: No available machine in current region.',
    'CM-RESONF000001: No alive hosts in current region.',
    'CM-RESONF000001: No alive hosts in current region.',
  ])
})

test('an update changes lines of the configuration in place and appends unknown ones', async () => {
  const app = await simulatorWith(stopped)

  const reply = await command(app, 'update', name, {
    'JDBCWriter.worker_num': '32',
    'JDBCWriter.sync_password': 'a=b&c',
    'JDBCWriter.coordinatorFile.hotKeyMerge': 'true',
    worker_num: '99',
  })

  const { cfg } = (await detailOf(app, name)).replicator
  expect(reply.json()).toEqual({ isSuccess: true })
  expect(cfg).toContain('\nworker_num=32\nconnection_num=\n')
  expect(cfg).toContain('\nsync_password=a=b&c\n')
  expect(cfg).toMatch(/\nprint_sql=false\ncoordinatorFile.hotKeyMerge=true\n$/)
  expect((await worldOf(app)).writers[0]?.cfg).toMatchObject({ worker_num: '32' })
})

test('a timestamp that was written is where the next start begins, and no later one', async () => {
  const app = await simulatorWith({ ...stopped, lagSeconds: 10 })
  await command(app, 'update', name, { 'JDBCWriter.timestamp': `${nowSeconds - 7200}` })

  const updated = (await detailOf(app, name)).replicator
  await command(app, 'start', name)
  const started = (await detailOf(app, name)).replicator
  await steer(app, ['POST', '/_sim/advance'], { seconds: 50 })
  await command(app, 'stop', name)
  await command(app, 'start', name)
  const restarted = (await detailOf(app, name)).replicator

  expect(updated.checkpoint.timestamp).toBe(nowSeconds - 10)
  expect(updated.cfg).toContain(`\ntimestamp=${nowSeconds - 7200}\n`)
  expect(started.checkpoint.timestamp).toBe(nowSeconds - 7200)
  expect(restarted.checkpoint.timestamp).toBe(nowSeconds - 7150)
})

test('as a variant, a written timestamp moves nothing', async () => {
  const app = await simulatorWith({ ...stopped, lagSeconds: 10 }, { timestampUpdate: 'ignored' })
  await command(app, 'update', name, { 'JDBCWriter.timestamp': '1700000000' })
  await command(app, 'start', name)

  expect((await detailOf(app, name)).replicator.checkpoint.timestamp).toBe(nowSeconds - 10)
})

test.each([
  ['update', { 'JDBCWriter.worker_num': '32' }],
  ['migrate', { node: '10.0.0.2' }],
  ['migrate', { node: '10.0.0.2', force: 'true' }],
  ['clean', {}],
] as const)('%s of a running writer is refused', async (verb, form) => {
  const app = await simulatorWith({})
  const before = await worldOf(app)

  const reply = await command(app, verb, name, form)

  expect(reply.json()).toEqual({
    isSuccess: false,
    errMsg: `applier ${name} is running, stop it first`,
  })
  expect(await worldOf(app)).toEqual(before)
})

test.each([
  ['update', {}, 'JDBCWriter.<key> is required'],
  ['update', { 'source.a': '1' }, 'JDBCWriter.<key> is required'],
  ['update', { 'JDBCWriter.a': '1\nstatus=x' }, 'a configuration value must be one line'],
] as const)('%s with %j is refused', async (verb, form, errMsg) => {
  const app = await simulatorWith(stopped)

  expect((await command(app, verb, name, form)).json()).toEqual({ isSuccess: false, errMsg })
})

test('a cleaned writer is gone', async () => {
  const app = await simulatorWith(stopped)

  const reply = await command(app, 'clean', name)

  expect(reply.body).toBe('{"isSuccess":true}')
  expect((await detailOf(app, name)).errMsg).toBe(`applier ${name} does not exist`)
  expect((await worldOf(app)).writers).toEqual([])
})

test('as variants, a running writer may be cleaned, and is still read afterwards', async () => {
  const variants = { cleanWhileRunning: 'accepted', afterClean: 'stale' }
  const app = await simulatorWith({}, variants)

  expect((await command(app, 'clean', name)).json()).toEqual({ isSuccess: true })

  expect((await detailOf(app, name)).replicator).toMatchObject({ active: false })
  expect((await command(app, 'start', name)).json().isSuccess).toBe(false)
})

test('as a variant, reads show a stopped writer running for a while', async () => {
  const app = await simulatorWith({}, { stopTakesMs: 5000 })
  const isActive = async () => (await detailOf(app, name)).replicator.active

  await command(app, 'stop', name)
  const atOnce = await isActive()
  const refused = await migrate(app)
  await steer(app, ['POST', '/_sim/advance'], { seconds: 4.9 })
  const shortlyBefore = await isActive()
  await steer(app, ['POST', '/_sim/advance'], { seconds: 0.1 })

  expect([atOnce, shortlyBefore, await isActive()]).toEqual([true, true, false])
  expect(refused.json().isSuccess).toBe(false)
  expect((await steer(app, ['GET', '/_sim/effects'])).items).toMatchObject([
    { at: startMs + 5000, call: 1, kind: 'stopped' },
  ])
})

async function simulatorWith(temper: object, variants: object = {}) {
  const app = simulator()
  await steer(app, ['POST', '/_sim/writers'], { name, ...temper })
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.0.0.2', location: '200' })
  await steer(app, ['POST', '/_sim/variants'], variants)
  return app
}

const migrate = (app: ReturnType<typeof simulator>) =>
  command(app, 'migrate', name, { node: '10.0.0.2' })

import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  ApiToken,
  AuditRecord,
  Cluster,
  Component,
  History,
  Operation,
  RecordedCheckpoint,
  User,
} from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, onTestFinished, test } from 'vitest'
import { askAs, signIn } from './people.ts'
import { startProduct, until } from './product.ts'

/** The product on a copy of what an earlier version left, with a CM of its own. */
async function upgraded(
  fixture: string,
  {
    config: more = {},
    ...options
  }: Parameters<typeof startProduct>[2] & { config?: Parameters<typeof startProduct>[1] } = {},
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'wheelhouse-upgrade-'))
  await cp(join(import.meta.dirname, 'fixtures', fixture), dataDir, { recursive: true })
  // A checkout gives every file to everybody to read, which is no way to keep a key.
  await chmod(join(dataDir, 'wheelhouse.key'), 0o600).catch(() => {})
  const simulator = await launchSimulator()
  const config = { dataDir, cluster: { writerRewind: true }, ...more }
  const product = await startProduct(simulator.url, config, options)
  onTestFinished(async () => {
    await product.end()
    await simulator.end()
    await rm(dataDir, { recursive: true })
  })
  if (more.auth === 'local') return { product, simulator, operations: [] }
  const { items } = await product.get<{ items: Operation[] }>('/operations')
  return { product, simulator, operations: items.toReversed() }
}

const summary = ({ kind, component, state, verification, steps }: Operation) =>
  `${kind} ${component.kind} ${state} ${verification}: ${steps
    .map((step) => `${step.name} ${step.state} ${step.attempt}`)
    .join(', ')}`

test('what the first version did is read, step for step', async () => {
  const { product, operations } = await upgraded('002-operations')

  expect(operations.map(summary)).toEqual([
    'stop writer succeeded verified: stop succeeded 1',
    'start writer succeeded verified: start succeeded 1',
    'stop writer failed pending: stop refused 1',
    'stop writer uncertain pending: stop uncertain 1',
    'stop writer abandoned pending: stop uncertain 1',
  ])
  const { items } = await product.get<{ items: { kind: string }[] }>('/audit')
  expect(items.map(({ kind }) => kind)).toEqual(['process.started'])
})

test('an operation of the first version that CM refused can be tried again', async () => {
  const { product, simulator, operations } = await upgraded('002-operations')
  const failed = operations.find(({ state }) => state === 'failed')
  const name = failed?.component.name ?? ''
  await simulator.control('POST', 'writers', { name })

  const { status } = await product.send('POST', `/api/v1/operations/${failed?.id}/retry`, {
    body: { step: 0, attempt: 1 },
  })

  expect(status).toBe(202)
  await until(
    () => product.operation(failed?.id ?? ''),
    ({ state }) => state === 'succeeded',
  )
  const writes = await simulator.writes(name)
  expect(writes.map(({ path }) => path)).toEqual(['/applier/stop'])
})

test('what this version does is read by those that follow: names, changes, decisions to be made', async () => {
  const { product, operations } = await upgraded('004-runbook')

  expect(operations.map(summary)).toEqual([
    'configure writer succeeded verified: stop succeeded 1, see-stopped succeeded 1, update succeeded 1, start succeeded 1',
    'migrate writer succeeded verified: stop succeeded 1, see-stopped succeeded 1, migrate succeeded 1, start-new succeeded 1',
    'migrate writer uncertain pending: stop succeeded 1, see-stopped succeeded 1, migrate uncertain 1, start-new pending 0',
    'rewind connector failed pending: stop succeeded 1, move-checkpoint refused 1, start-there pending 0',
    'recheck checker succeeded unverifiable: stop succeeded 1, start succeeded 1',
  ])
  expect(operations[0]?.changes).toEqual([
    { key: 'JDBCWriter.worker_num', before: '16', after: '32', secret: false },
    { key: 'JDBCWriter.sync_password', before: null, after: null, secret: true },
  ])
  const moved = await product.get<Component>(`/components/${operations[1]?.component.id}`)
  expect(moved.name).toBe(operations[1]?.newName)
  expect(moved.formerNames).toEqual([operations[1]?.component.name])
})

test('notes, levels and the lag of its hours are read by those that follow', async () => {
  // History is kept for a week: for this test it goes on just after it was left.
  const aheadMs = Date.now() - Date.parse('2026-11-23T20:58:00Z')
  const { product, operations } = await upgraded('005-estate', {
    clock: () => Date.now() - aheadMs,
  })
  const id = operations[0]?.component.id ?? ''

  expect(operations.map(({ kind, state, verification }) => [kind, state, verification])).toEqual([
    ['configure', 'succeeded', 'verified'],
    ['migrate', 'succeeded', 'verified'],
    ['migrate', 'uncertain', 'pending'],
    ['rewind', 'failed', 'pending'],
    ['recheck', 'succeeded', 'unverifiable'],
  ])
  expect(await product.component(id)).toMatchObject({
    note: { text: '周五前不要动\nask first', by: 'local' },
    protection: { level: 'high', isOwn: true },
  })
  const { items: clusters } = await product.get<{ items: Cluster[] }>('/clusters')
  expect(clusters).toMatchObject([{ protection: 'low' }])
  const { items: checkers } = await product.get<{ items: Component[] }>('/components?q=90232')
  expect(checkers).toMatchObject([{ origin: 'imported', note: { text: 'from a file' } }])
  const { lags, verdicts, marks } = await product.get<History>(`/components/${id}/history?span=1h`)
  expect(lags.some((lag) => lag !== null)).toBe(true)
  expect(verdicts.map(({ verdict }) => verdict)).toContain('operating')
  expect(marks).toMatchObject([{ type: 'operation', kind: 'configure', state: 'succeeded' }])
  const offered = await product.get<{ items: RecordedCheckpoint[] }>(
    `/components/${id}/checkpoints`,
  )
  expect(offered.items).toMatchObject([
    { why: 'before-operation', operation: { kind: 'configure' } },
  ])
  const { items } = await product.get<{ items: AuditRecord[] }>('/audit?kind=cluster.protected')
  expect(items).toMatchObject([{ body: { cluster: 'main', protection: 'low', before: 'medium' } }])
})

test('who can sign in, their tokens, what is switched off and under whom operations go on are read', async () => {
  // Failures to sign in count for minutes, tokens for days: for this test it goes on just after it was left.
  const aheadMs = Date.now() - Date.parse('2026-11-24T01:59:30Z')
  const { product } = await upgraded('006-access', {
    config: { auth: 'local' },
    clock: () => Date.now() - aheadMs,
  })
  const root = await signIn(product, 'root')
  const read = async <T>(path: string) =>
    (await askAs<T>(product, root, ['GET', `/api/v1${path}`])).body

  const { items: users } = await read<{ items: User[] }>('/users')
  expect(users.map(({ name, disabledAt }) => [name, disabledAt === null])).toEqual([
    ['anna', true],
    ['berta', false],
    ['root', true],
  ])
  expect(users[0]?.grants).toEqual([
    { role: 'operator', cluster: 'main', kind: 'writer', name: '*p_upgrade*' },
  ])
  const { items: tokens } = await read<{ items: ApiToken[] }>('/tokens?all=true')
  expect(tokens).toMatchObject([{ name: 'deploy', user: 'anna', revokedAt: null }])
  expect(await read('/settings')).toEqual({ readOnly: true, isReadOnlyConfigured: false })
  expect(await read('/clusters')).toMatchObject({ items: [{ readOnly: true }] })
  await expect(signIn(product, 'berta')).rejects.toThrow('401')
  expect((await signIn(product, 'anna')).name).toBe('anna')
  const operations = await product.db.selectFrom('operation').select('authority').execute()
  expect(new Set(operations.map(({ authority }) => authority))).toEqual(new Set(['local']))
})

test('a key that is not the one that a database was written with ends the start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'wheelhouse-upgrade-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const from = join(import.meta.dirname, 'fixtures', '004-runbook', 'wheelhouse.db')
  await cp(from, join(dataDir, 'wheelhouse.db'))

  await expect(startProduct('http://127.0.0.1:9', { dataDir })).rejects.toThrow(/wheelhouse\.key/u)
})

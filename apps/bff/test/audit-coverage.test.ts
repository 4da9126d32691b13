import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  apiPrefix,
  auditKinds,
  endpoints,
  everywhere,
  type AuditKind,
  type Endpoint,
  type Operation,
} from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assure } from './assure.ts'
import { askAs, newPerson, nobody, password, signIn, type Answer, type Person } from './people.ts'
import { messagesOf } from './stream.ts'
import { startProduct, until, type Product } from './product.ts'

/** Every endpoint of the contract, called once with success: what it leaves on record is what it declares. */

type Name = keyof typeof endpoints
interface Asking {
  as?: Person
  /** What stands for `{id}` and `{stream}`. */
  id?: string
  query?: string
  body?: unknown
  onlyBegin?: boolean
}

/** The call itself, all that it needs being there, and what is to be kept of its answer. */
interface Prepared extends Asking {
  after?: (answer: Answer) => unknown
}

let simulator: Simulator
let product: Product
let admin: Person
const writer = '10.0.8.1-9000:p_covered_source-000-0:0000000001'
const connector = (at: number) => `10.0.8.1-9000:connector:p_covered${at}-000-0:0000000001`
let connectors = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'writers', { name: writer, lagSeconds: 5 })
  product = await startProduct(simulator.url, { auth: 'local' })
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const call = <T>(name: Name, { as = admin, id = '', query = '', ...sent }: Asking = {}) => {
  const { method, path } = endpoints[name]
  const address = `${apiPrefix}${path.replaceAll(/\{\w+\}/gu, id)}${query}`
  return askAs<T>(product, as, [method, address], sent)
}

const cookieOf = ({ headers }: Answer): Person => ({
  name: 'root',
  id: '',
  headers: { cookie: [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '' },
})

/** A new component of a kind that nothing is read of, tracked. */
async function track(): Promise<{ id: string; name: string }> {
  const name = connector((connectors += 1))
  await simulator.control('POST', 'connectors', { name, running: true })
  const { body } = await call<{ items: { id: string }[] }>('trackComponents', {
    body: { cluster: 'main', kind: 'connector', names: [name] },
  })
  return { id: body.items[0]?.id ?? '', name }
}

/** A stop that waits for a person: refused, or in doubt. */
async function halted(fault: 'reject' | 'reset'): Promise<string> {
  const { id, name } = await track()
  const endpoint = 'POST /connector/task/stopByName'
  await simulator.control('POST', 'faults', { endpoint, fault, name, calls: 1 })
  const { body } = await call<Operation>('createOperation', {
    body: { component: id, kind: 'stop' },
  })
  const ended = await until(
    () => call<Operation>('getOperation', { id: body.id }),
    ({ body: { state } }) => state === 'failed' || state === 'uncertain',
  )
  expect(ended.body.state).toBe(fault === 'reject' ? 'failed' : 'uncertain')
  return body.id
}

const because = { reason: 'to see what goes on record' }
const decision = { step: 0, attempt: 1, ...because }
const idOf = <T extends { id: string }>({ body }: Answer<T>): string => body.id
const token = (name: string) => ({
  name,
  grants: [everywhere('viewer')],
  expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
})
const tracked = async () =>
  (await call<{ items: { id: string }[] }>('listComponents')).body.items[0]?.id ?? ''

/** How each is called so that it succeeds: in this order, since the first makes the first administrator. */
const calls = {
  setUp: async () => {
    const token = (await readFile(join(product.dataDir, 'setup-token'), 'utf8')).trim()
    const after = (answer: Answer) => (admin = cookieOf(answer))
    return { as: nobody, body: { token, name: 'root', password }, after }
  },
  getSession: async () => ({}),
  signIn: async () => ({ as: nobody, body: { name: 'root', password } }),
  changePassword: async () => ({
    body: { current: password, password },
    after: (answer: Answer) => (admin = cookieOf(answer)),
  }),
  listSessions: async () => ({ query: '?all=true' }),
  revokeSession: async () => {
    const bob = await newPerson(product, admin, { name: 'bob', grants: [everywhere('viewer')] })
    const { body } = await call<{ items: { id: string }[] }>('listSessions', { as: bob })
    return { id: body.items[0]?.id ?? '' }
  },
  listUsers: async () => ({}),
  createUser: async () => ({ body: { name: 'carol', password, grants: [] } }),
  changeUser: async () => {
    const body = { name: 'dave', password, grants: [] }
    const id = idOf(await call<{ id: string }>('createUser', { body }))
    return { id, body: { grants: [everywhere('viewer')] } }
  },
  listTokens: async () => ({}),
  createToken: async () => ({ body: token('deploy') }),
  revokeToken: async () => ({
    id: idOf(await call<{ id: string }>('createToken', { body: token('other') })),
  }),
  getSettings: async () => ({}),
  changeSettings: async () => ({
    body: { readOnly: true },
    after: async () => call('changeSettings', { body: { readOnly: false } }),
  }),
  trackComponents: async () => ({ body: { cluster: 'main', kind: 'writer', names: [writer] } }),
  listClusters: async () => ({}),
  changeCluster: async () => ({
    id: 'main',
    body: { protection: 'low', readOnly: true },
    after: async () => call('changeCluster', { id: 'main', body: { readOnly: false } }),
  }),
  listHosts: async () => ({}),
  listComponents: async () => ({}),
  getComponent: async () => ({ id: await tracked() }),
  changeComponent: async () => ({
    id: await tracked(),
    body: { note: 'mind', protection: 'high' },
  }),
  getHistory: async () => ({ id: await tracked(), query: '?span=1h' }),
  listCheckpoints: async () => ({ id: await tracked() }),
  listLagTrails: async () => ({ query: `?components=${await tracked()}` }),
  listNames: async () => ({ id: await tracked() }),
  getConfig: async () => ({ id: await tracked() }),
  getRaw: async () => {
    const id = await tracked()
    await until(
      () => call('getRaw', { id }),
      ({ status }) => status === 200,
    )
    return { id }
  },
  askCm: async () => ({ id: 'main', query: `?writerName=${encodeURIComponent(writer)}` }),
  streamEvents: async () => ({ onlyBegin: true }),
  watchComponents: async () => {
    const stream = 'a-stream-of-mine'
    const opened = new AbortController()
    const { signal } = opened
    await messagesOf(product.url, { stream, signal, headers: { ...admin.headers } }).next()
    return { id: stream, body: { components: [] }, after: () => opened.abort() }
  },
  importInventory: async () => {
    const row = { cluster: 'main', kind: 'checker', name: '90231', note: 'n', protection: 'low' }
    return { body: { rows: [row] } }
  },
  exportInventory: async () => ({}),
  createOperation: async () => ({ body: { component: (await track()).id, kind: 'stop' } }),
  listOperations: async () => ({}),
  getOperation: async () => ({ id: await halted('reject') }),
  retryOperation: async () => ({ id: await halted('reject'), body: decision }),
  settleOperation: async () => ({
    id: await halted('reset'),
    body: { ...decision, as: 'happened' },
  }),
  abandonOperation: async () => ({ id: await halted('reject'), body: because }),
  untrackComponent: async () => ({ id: (await track()).id }),
  listAudit: async () => ({}),
  exportAudit: async () => ({ query: '?format=csv' }),
  signOut: async () => ({ after: async () => (admin = await signIn(product, 'root')) }),
} satisfies Record<Name, () => Promise<Prepared>>

/** Written by whoever does it by itself, or where something is refused: no success of an endpoint leaves them. */
const others: readonly AuditKind[] = [
  'step.intent',
  'step.outcome',
  'step.settled',
  'operation.ended',
  'verification.ended',
  'component.renamed',
  'process.started',
  'session.refused',
  'setup.refused',
  'access.denied',
]

const newestSeq = async (): Promise<number> => {
  const newest = product.db.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1)
  return (await newest.executeTakeFirstOrThrow()).seq
}

test('every endpoint leaves exactly the records that it declares, and says whose request it was', async () => {
  let violations = 0
  for (const name of Object.keys(calls) as Name[]) {
    const { after, ...asking }: Prepared = await calls[name]()
    const before = await newestSeq()
    const answer = await call(name, asking)
    expect([name, Math.floor(answer.status / 100), answer.body]).toEqual([name, 2, answer.body])
    const rows = await product.db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', before)
      .execute()
    await after?.(answer)

    // What an operation does by itself from then on belongs to no request.
    const left = rows.filter(({ body }) => body.includes('"requestId"'))
    const { audit }: Endpoint = endpoints[name]
    const declared = audit === 'none' ? [] : [...audit].toSorted()
    const kinds = left.map(({ kind }) => kind).toSorted()
    if (JSON.stringify(kinds) !== JSON.stringify(declared)) violations += 1
    expect([name, kinds]).toEqual([name, declared])
    for (const { actor, body } of left)
      expect([actor, JSON.parse(body)]).toMatchObject(['root', { address: '127.0.0.1' }])
  }

  const declared = Object.values<Endpoint>(endpoints).flatMap(({ audit }) =>
    audit === 'none' ? [] : audit,
  )
  expect([...new Set([...declared, ...others])].toSorted()).toEqual([...auditKinds].toSorted())
  expect(others.filter((kind) => declared.includes(kind))).toEqual([])
  assure('audit-coverage', {
    endpoints: Object.keys(calls).length,
    recording: Object.values<Endpoint>(endpoints).filter(({ audit }) => audit !== 'none').length,
    exceptions: Object.keys(endpoints).length - Object.keys(calls).length,
    violations,
  })
}, 120_000)

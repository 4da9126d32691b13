import type { AuditKind, Operation, ProblemBody } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { assure } from './assure.ts'
import { auditSays } from './estate.ts'
import { askAs, firstAdmin, nobody, password, type Person } from './people.ts'
import { freshKey, startProduct, until, type Product } from './product.ts'

/** The disk full at whichever statement needs room first: SQLite's own failure, brought about by its own limit. */

let simulator: Simulator
let product: Product
let admin: Person
let components = 0
const figures = { writes: 0, refusals: 0, sent: 0, readsFailed: 0 }

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url, { auth: 'local' })
  admin = await firstAdmin(product)
})
afterEach(async () => {
  await enough()
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const pragma = async (name: 'page_count' | 'max_page_count' | 'freelist_count', value?: number) => {
  const set = value === undefined ? sql`` : sql` = ${sql.lit(value)}`
  const { rows } = await sql<Record<string, number>>`pragma ${sql.raw(name)}${set}`.execute(
    product.db,
  )
  return rows[0]?.[name] ?? 0
}
const roomFor = async (pages: number) =>
  pragma('max_page_count', (await pragma('page_count')) + pages)
const enough = () => pragma('max_page_count', 1_000_000)

/** Takes up the room that pages which are there still have, so that the next statement needs another. */
async function fillUp() {
  await roomFor(0)
  for (const bytes of [60_000, 2_000, 200, 20])
    for (let isFull = false; !isFull;)
      isFull = await product.db
        .insertInto('meta')
        .values({ key: `filler ${freshKey()}`, value: 'x'.repeat(bytes) })
        .execute()
        .then(
          () => false,
          () => true,
        )
}

const ask = (method: string, path: string, body?: unknown) =>
  askAs<ProblemBody & { id: string }>(
    product,
    admin,
    [method, `/api/v1${path}`],
    body === undefined ? {} : { body },
  )

const nameOf = (at: number) => `10.0.8.1-9000:connector:p_full${at}-000-0:0000000001`

async function connector(): Promise<string> {
  const name = nameOf((components += 1))
  await simulator.control('POST', 'connectors', { name, running: true })
  const { body } = await askAs<{ items: { id: string }[] }>(
    product,
    admin,
    ['POST', '/api/v1/components'],
    { body: { cluster: 'main', kind: 'connector', names: [name] } },
  )
  return body.items[0]?.id ?? ''
}

/** A stop that CM refused, and that waits for a person. */
async function haltedStop(): Promise<string> {
  await enough()
  const component = await connector()
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /connector/task/stopByName',
    fault: 'reject',
    name: nameOf(components),
    calls: 1,
  })
  const { body } = await ask('POST', '/operations', { component, kind: 'stop' })
  await until(
    async () => (await ask('GET', `/operations/${body.id}`)).body as unknown as Operation,
    ({ state }) => state === 'failed',
  )
  return body.id
}

async function reads() {
  const paths = [
    '/session',
    '/components',
    '/clusters',
    '/operations',
    '/audit',
    '/users',
    '/hosts',
  ]
  for (const path of paths) if ((await ask('GET', path)).status !== 200) figures.readsFailed += 1
}

interface Change {
  what: string
  /** What must be there before, while there is room; answers how it is asked for. */
  prepare: () => Promise<() => ReturnType<typeof ask>>
  kind: AuditKind
}

const because = 'to see what a full disk does'
const changes: Change[] = [
  {
    what: 'an operation',
    prepare: async () => {
      const component = await connector()
      return () =>
        ask('POST', '/operations', { component, kind: 'stop', reason: because.repeat(9) })
    },
    kind: 'operation.asked',
  },
  {
    what: 'a user',
    prepare: async () => {
      const name = `user${(components += 1)}`
      return () => ask('POST', '/users', { name, password, grants: [] })
    },
    kind: 'user.created',
  },
  {
    what: 'the switch for all',
    prepare: async () => {
      await ask('PATCH', '/settings', { readOnly: false })
      return () => ask('PATCH', '/settings', { readOnly: true })
    },
    kind: 'product.read-only',
  },
  {
    what: 'the switch of a cluster',
    prepare: async () => {
      await ask('PATCH', '/settings', { readOnly: false })
      await ask('PATCH', '/clusters/main', { readOnly: false })
      return () => ask('PATCH', '/clusters/main', { readOnly: true })
    },
    kind: 'cluster.read-only',
  },
  {
    what: 'a note',
    prepare: async () => {
      await ask('PATCH', '/clusters/main', { readOnly: false })
      const id = await connector()
      return () => ask('PATCH', `/components/${id}`, { note: because.repeat(20) })
    },
    kind: 'component.noted',
  },
  {
    what: 'a component',
    prepare: async () => {
      const names = [`10.0.8.1-9000:connector:p_more${(components += 1)}-000-0:0000000001`]
      return () => ask('POST', '/components', { cluster: 'main', kind: 'connector', names })
    },
    kind: 'component.tracked',
  },
  {
    what: 'a sign-in',
    prepare: async () => () =>
      askAs(product, nobody, ['POST', '/api/v1/session'], { body: { name: 'root', password } }),
    kind: 'session.began',
  },
  {
    what: 'an export of the record',
    prepare: async () => () => ask('GET', '/audit/export?format=csv'),
    kind: 'audit.exported',
  },
  {
    what: 'an export of the inventory',
    prepare: async () => () => ask('GET', '/inventory'),
    kind: 'inventory.exported',
  },
]

const counted = async (kind: AuditKind) =>
  (await ask('GET', `/audit?kind=${kind}&limit=1`)).body as unknown as { total: number }

/** Asks for a change while there are no more than so many pages left; tells whether it was done, and done whole. */
async function isDone({ prepare, kind }: Change, pages: number): Promise<boolean> {
  const change = await prepare()
  const before = (await counted(kind)).total
  const wrote = (await simulator.writes()).length
  await fillUp()
  await roomFor(pages)
  const { status, body } = await change()
  figures.writes += 1
  const isTaken = status < 300
  const wasRefused = isTaken ? [] : [status, body.code, body.detail]
  const now = (await counted(kind)).total
  expect([now, wasRefused]).toEqual(isTaken ? [before + 1, []] : [before, refusal])
  if (!isTaken) {
    figures.refusals += 1
    figures.sent += (await simulator.writes()).length - wrote
    await reads()
  }
  expect([figures.sent, figures.readsFailed]).toEqual([0, 0])
  await enough()
  return isTaken
}

const refusal = [
  503,
  'AUDIT_UNAVAILABLE',
  expect.stringContaining('nothing was sent and nothing was changed'),
]

for (const change of changes)
  test(`with the disk full ${change.what} is refused at whichever statement, and done as soon as there is room`, async () => {
    // The pages that it writes on have room for some more of it.
    let tries = 0
    while (await isDone(change, 0)) expect((tries += 1)).toBeLessThan(60)

    // A page more each time: each time another statement is the first that finds none.
    for (let pages = 1; !(await isDone(change, pages)); pages += 1) expect(pages).toBeLessThan(20)
  }, 60_000)

test('what is decided while the disk is full is refused, and can be decided again', async () => {
  const because = 'to see '.repeat(250)
  for (let refusals = 0, tries = 0; refusals < 3; tries += 1) {
    expect(tries).toBeLessThan(60)
    const id = await haltedStop()
    const wrote = (await simulator.writes()).length
    await fillUp()
    const decision = { step: 0, attempt: 1, reason: because }
    const { status, body } = await ask('POST', `/operations/${id}/retry`, decision)
    figures.writes += 1
    if (status === 202) continue
    refusals += 1
    figures.refusals += 1
    expect([status, body.code]).toEqual([503, 'AUDIT_UNAVAILABLE'])
    figures.sent += (await simulator.writes()).length - wrote
    expect(figures.sent).toBe(0)

    await enough()
    expect((await ask('POST', `/operations/${id}/retry`, decision)).status).toBe(202)
    await until(
      async () => (await ask('GET', `/operations/${id}`)).body as unknown as Operation,
      ({ state }) => state === 'succeeded',
    )
    expect((await simulator.writes()).length).toBe(wrote + 1)
  }
}, 60_000)

test('whether there is room is told to whoever watches over the process, and the chain holds', async () => {
  const ready = async () => (await fetch(`${product.url}/readyz`)).status
  expect(await ready()).toBe(200)

  await fillUp()
  expect(await ready()).toBe(503)
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
  await reads()
  await enough()

  expect(await ready()).toBe(200)
  const { says } = await auditSays(product.dataDir)
  expect(says).toContain('chain intact')
  assure('audit-full-disk', figures)
}, 60_000)

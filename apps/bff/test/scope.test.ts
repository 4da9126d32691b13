import {
  everywhere,
  type Cluster,
  type Component,
  type Host,
  type ImportResult,
  type InventoryRow,
  type LagTrail,
  type Operation,
  type TrackResult,
} from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAs, newPerson, newToken, signIn, type Person } from './people.ts'
import { until } from './product.ts'
import { grant, mine, theirs, writer, setStage, type Stage } from './scope-stage.ts'

/** T-SCOPE and T-AUTHZ-CACHE over HTTP: nothing that anybody is told is of what they may not see. */

let stage: Stage
let product: Stage['product']
let admin: Stage['admin']
let narrow: Stage['narrow']
let sameScope: Stage['sameScope']
let stranger: Stage['stranger']
let idOf: Stage['idOf']
let track: Stage['track']
let api: Stage['api']
let listOf: Stage['listOf']

beforeAll(async () => {
  stage = await setStage()
  ;({ product, admin, narrow, sameScope, stranger, idOf, track, api, listOf } = stage)
}, 60_000)
afterAll(() => stage.end())

test('a list holds what is in scope, and its number is of that', async () => {
  expect((await listOf<Component>(narrow, '/components')).items.map(({ name }) => name)).toEqual([
    mine,
  ])
  expect((await listOf<Component>(narrow, '/components?q=p_')).total).toBe(1)
  expect((await listOf<Component>(narrow, '/components?q=theirs')).total).toBe(0)
  const { items } = await listOf<Cluster>(narrow, '/clusters')
  expect(items.map(({ id, components }) => [id, components])).toEqual([['main', 1]])
  const all = (await listOf<Cluster>(admin, '/clusters')).items
  expect(all.map(({ id, components }) => [id, components])).toEqual([
    ['main', 2],
    ['away', 0],
  ])
})

test('a host is what one sees on it', async () => {
  await until(
    () => listOf<Host>(admin, '/hosts'),
    ({ items }) => items[0]?.components === 2,
  )

  const { items } = await listOf<Host>(narrow, '/hosts')

  expect(items.map(({ host, components }) => [host, components])).toEqual([['10.0.6.1', 1]])
})

test('lags, watching and the inventory file pass over what is out of scope', async () => {
  const path = `/lags?components=${idOf(theirs)},${idOf(mine)}`
  expect((await listOf<LagTrail>(narrow, path)).items.map(({ id }) => id)).toEqual([idOf(mine)])
  const rows = (await listOf<InventoryRow>(narrow, '/inventory')).items
  expect(rows.map(({ name }) => name)).toEqual([mine])
})

test('names out of scope are refused one by one, whether or not they are tracked', async () => {
  const absent = writer('10.0.6.1', 'absent')
  const fresh = writer('10.0.6.2', 'mine2')
  const body = { cluster: 'main', kind: 'writer', names: [theirs, absent, mine, fresh] }

  const { items } = (await api<{ items: TrackResult[] }>(narrow, 'POST', '/components', { body }))
    .body

  const row = (name: string, more: object) => expect.objectContaining({ name, ...more }) as unknown
  expect(items).toEqual([
    row(theirs, { outcome: 'refused', isNotAllowed: true }),
    row(absent, { outcome: 'refused', isNotAllowed: true }),
    row(mine, { outcome: 'already-tracked', id: idOf(mine) }),
    row(fresh, { outcome: 'tracked' }),
  ])
  expect(items[0]).not.toHaveProperty('id')
})

test('a cluster of which one sees nothing is none', async () => {
  const rows = ['away', 'nowhere'].map((cluster) => ({ cluster, kind: 'writer', name: mine }))
  const { items } = (
    await api<{ items: ImportResult[] }>(narrow, 'POST', '/inventory', { body: { rows } })
  ).body
  expect(items.map(({ outcome, isForeign }) => [outcome, isForeign])).toEqual([
    ['refused', true],
    ['refused', true],
  ])
  const asked = await Promise.all(
    ['away', 'nowhere'].map(async (id) => {
      const path = `/clusters/${id}/cm/JDBCWriter/detail?writerName=${mine}`
      const { status, body } = await api<{ detail: string }>(narrow, 'GET', path)
      return [status, body.detail.replace(id, '')]
    }),
  )
  expect(asked[0]).toEqual(asked[1])
})

test('operations are listed and counted as they are in scope, however many others there are', async () => {
  const stop = async (name: string) =>
    api<Operation>(admin, 'POST', '/operations', { body: { component: idOf(name), kind: 'stop' } })
  const [own] = [await stop(mine), await stop(theirs)]

  const { items, total } = await listOf<Operation>(narrow, '/operations?limit=1')
  const other = await listOf<Operation>(stranger, `/operations?component=${idOf(mine)}`)

  expect([items.map(({ id }) => id), total]).toEqual([[own.body.id], 1])
  expect([other.items, other.total]).toEqual([[], 0])
  expect((await listOf<Operation>(admin, '/operations')).total).toBe(2)
})

test('somebody else’s Idempotency-Key never shows their operation', async () => {
  const name = writer('10.0.6.3', 'mine3')
  await track(name)
  const headers = { 'idempotency-key': 'the-very-same-key' }
  const body = { component: idOf(name), kind: 'stop' }
  const first = await api<Operation>(narrow, 'POST', '/operations', { body, headers })
  const again = await api<Operation>(narrow, 'POST', '/operations', { body, headers })
  const others = await api<{ code: string }>(admin, 'POST', '/operations', {
    body: { ...body, component: idOf(theirs), kind: 'start' },
    headers,
  })

  expect([first.status, again.body.id]).toEqual([202, first.body.id])
  expect(others.body.code).not.toBe('IDEMPOTENCY_KEY_REUSED')
})

test('that another of the same identity runs is told to whoever must know, and not its name', async () => {
  const [seen, hidden] = [writer('10.0.6.8', 'twin'), writer('10.0.6.9', 'twin')]
  const person = await newPerson(product, admin, {
    name: 'one-of-two',
    grants: [grant('10.0.6.8-*')],
  })
  await track(seen, hidden)
  const told = await until(
    () => api<Component>(person, 'GET', `/components/${idOf(seen)}`),
    ({ body }) => body.twin !== null,
  )

  expect(told.body.twin).toMatchObject({ name: '•••', component: null })
  for (const path of ['/components', '/components?q=twin', '/hosts', '/inventory'])
    expect(JSON.stringify(await listOf(person, path))).not.toContain('10.0.6.9')
  const start = { body: { component: idOf(seen), kind: 'start' } }
  const { status, body } = await api(person, 'POST', '/operations', start)
  expect(status).toBe(409)
  expect(JSON.stringify(body)).not.toContain('10.0.6.9')
})

test('no cached answer crosses from one who may see more to one who may see less', async () => {
  const first = await api(admin, 'GET', '/components')
  const etag = String(first.headers['etag'])
  const known = (person: Person) =>
    api(person, 'GET', '/components', { headers: { 'if-none-match': etag } })

  expect((await known(admin)).status).toBe(304)
  const other = await known(narrow)
  expect(other.status).toBe(200)
  expect(JSON.stringify(other.body)).not.toContain('theirs')
  // Who may see the same may have the same.
  const own = String((await api(narrow, 'GET', '/components')).headers['etag'])
  const same = await api(sameScope, 'GET', '/components', { headers: { 'if-none-match': own } })
  expect(same.status).toBe(304)
  const out = await askAs(product, { ...admin, headers: {} }, ['GET', '/api/v1/components'], {
    headers: { 'if-none-match': etag },
  })
  expect(out.status).toBe(401)
})

test('a token sees no more than its owner', async () => {
  const token = await newToken(product, narrow, { name: 'wide', grants: [everywhere('admin')] })

  expect((await listOf<Component>(token, '/components?q=theirs')).total).toBe(0)
  expect((await api(token, 'GET', `/components/${idOf(theirs)}`)).status).toBe(404)
  expect((await api(token, 'GET', '/users')).status).toBe(403)
})

test('what is refused to somebody is on record, once a minute each', async () => {
  const late = await signIn(product, 'stranger')
  for (let round = 0; round < 20; round += 1) await api(late, 'GET', `/components/${idOf(mine)}`)
  const records = await until(
    () =>
      listOf<{ actor: string; body: object }>(admin, '/audit?kind=access.denied&actor=stranger'),
    ({ total }) => total > 0,
  )

  const seen = records.items.filter(({ body }) => JSON.stringify(body).includes(idOf(mine)))
  expect(seen).toHaveLength(1)
  expect(seen[0]?.body).toMatchObject({ route: 'GET /api/v1/components/:id', target: idOf(mine) })
})

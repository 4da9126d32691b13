import { everywhere, type ApiToken, type AuditRecord, type ProblemBody } from '@wheelhouse/contract'
import type { Grant, Session, User } from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { askAs, firstAdmin, newPerson, newToken, nobody, password, type Person } from './people.ts'
import { startProduct, type Product } from './product.ts'

const nowhere = 'http://127.0.0.1:9'
const dayMs = 24 * 3_600_000
const viewer: Grant[] = [everywhere('viewer')]

async function staged() {
  let aheadMs = 0
  const product = await startProduct(
    nowhere,
    { auth: 'local' },
    { clock: () => Date.now() + aheadMs },
  )
  onTestFinished(() => product.end())
  const root = await firstAdmin(product)
  const change = (id: string, body: object, as = root) =>
    askAs<User & ProblemBody>(product, as, ['PATCH', `/api/v1/users/${id}`], { body })
  const create = (body: object, as = root) =>
    askAs<User & ProblemBody>(product, as, ['POST', '/api/v1/users'], { body })
  const users = async () =>
    (await askAs<{ items: User[] }>(product, root, ['GET', '/api/v1/users'])).body.items
  return { product, root, change, create, users, pass: (ms: number) => (aheadMs += ms) }
}

const statusOf = async (product: Product, person: Person, path = '/clusters') =>
  (await askAs(product, person, ['GET', `/api/v1${path}`])).status
const recordOf = async (product: Product, root: Person, kind: string) =>
  (await askAs<{ items: AuditRecord[] }>(product, root, ['GET', `/api/v1/audit?kind=${kind}`])).body
    .items

test('an administrator makes users, each name once, none of the reserved ones', async () => {
  const { product, root, create, users } = await staged()
  const anna = { name: 'anna', password, grants: viewer }

  expect(await create(anna)).toMatchObject({
    status: 201,
    body: { name: 'anna', grants: viewer, createdBy: 'root', seenAt: null, disabledAt: null },
  })
  expect(await create(anna)).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  const atOnce = await Promise.all([1, 2, 3].map(() => create({ ...anna, name: 'berta' })))
  expect(atOnce.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    201, 409, 409,
  ])
  for (const name of ['local', 'wheelhouse', 'anonymous'])
    expect(await create({ ...anna, name })).toMatchObject({
      status: 400,
      body: { fault: 'reserved' },
    })
  for (const name of ['Anna', 'a b', '-x', 'ä', ''])
    expect(await create({ ...anna, name })).toMatchObject({ status: 400 })
  expect(await create({ ...anna, name: 'carla', isAdmin: true })).toMatchObject({ status: 400 })

  expect((await users()).map(({ name }) => name)).toEqual(['anna', 'berta', 'root'])
  expect(JSON.stringify(await users())).not.toContain('argon2')
  const [record] = (await recordOf(product, root, 'user.created')).toReversed()
  expect(record).toMatchObject({ actor: 'root', body: { user: 'anna', grants: viewer } })
  expect(JSON.stringify(record)).not.toContain(password)
})

test('what somebody may do holds from their next request on', async () => {
  const { product, root, change } = await staged()
  const anna = await newPerson(product, root, { name: 'anna', grants: viewer })
  expect(await statusOf(product, anna, '/users')).toBe(403)

  await change(anna.id, { grants: [everywhere('admin')] })
  expect(await statusOf(product, anna, '/users')).toBe(200)
  await change(anna.id, { grants: [] })

  expect(await statusOf(product, anna, '/users')).toBe(403)
  const [latest] = await recordOf(product, root, 'user.changed')
  expect(latest).toMatchObject({
    actor: 'root',
    body: { user: 'anna', grants: [], grantsBefore: [everywhere('admin')] },
  })
})

test('who is disabled is out at once, everywhere, and their tokens with them for good', async () => {
  const { product, root, change } = await staged()
  const anna = await newPerson(product, root, { name: 'anna', grants: viewer })
  const token = await newToken(product, anna, { name: 'deploy', grants: viewer })
  expect([await statusOf(product, anna), await statusOf(product, token)]).toEqual([200, 200])

  expect((await change(anna.id, { isDisabled: true })).body.disabledAt).not.toBeNull()
  expect([await statusOf(product, anna), await statusOf(product, token)]).toEqual([401, 401])
  const body = { name: 'anna', password }
  const refused = await askAs(product, nobody, ['POST', '/api/v1/session'], { body })
  expect(refused.status).toBe(401)
  await change(anna.id, { isDisabled: false })

  expect([await statusOf(product, anna), await statusOf(product, token)]).toEqual([401, 401])
  const back = await askAs(product, nobody, ['POST', '/api/v1/session'], { body })
  expect(back.status).toBe(200)
  const ended = (await recordOf(product, root, 'user.changed')).find(
    ({ body: said }) => said['isDisabled'] === true,
  )
  expect(ended?.body).toMatchObject({ sessionsEnded: 1, tokensRevoked: 1 })
})

test('a new password from the administrator signs its user out', async () => {
  const { product, root, change } = await staged()
  const anna = await newPerson(product, root, { name: 'anna', grants: viewer })
  const own = (await askAs<{ items: User[] }>(product, root, ['GET', '/api/v1/users'])).body.items

  expect((await change(anna.id, { password: 'ten blue herons at dusk' })).status).toBe(200)
  expect(await statusOf(product, anna)).toBe(401)
  const rootId = own.find(({ name }) => name === 'root')?.id ?? ''
  expect(await change(rootId, { password: 'ten blue herons at dusk' })).toMatchObject({
    status: 400,
    body: { fault: 'own-password' },
  })
  expect(await change('nobody', { grants: [] })).toMatchObject({ status: 404 })
})

test('the last who can manage users stays one, also when two are taken away at the same moment', async () => {
  const { product, root, change, users } = await staged()
  const rootId = (await users())[0]?.id ?? ''
  for (const body of [{ grants: viewer }, { isDisabled: true }, { grants: [] }])
    expect(await change(rootId, body)).toMatchObject({ status: 409, body: { code: 'LAST_ADMIN' } })
  const other = await newPerson(product, root, { name: 'other', grants: [everywhere('admin')] })

  const answers = await Promise.all([
    change(rootId, { grants: [] }),
    change(other.id, { isDisabled: true }),
  ])

  // The later one is refused as the last, or because who asks may no longer.
  const [first, second] = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  expect(first).toBe(200)
  expect([403, 409]).toContain(second)
})

test('a token does what its grants and those of its owner both allow', async () => {
  const { product, root, change } = await staged()
  const admin = [everywhere('admin')]
  const anna = await newPerson(product, root, { name: 'anna', grants: admin })
  const full = await newToken(product, anna, { name: 'full', grants: admin })
  const narrow = await newToken(product, anna, { name: 'narrow', grants: viewer })

  expect(await statusOf(product, full, '/users')).toBe(200)
  expect(await statusOf(product, narrow, '/users')).toBe(403)
  await change(anna.id, { grants: viewer })

  expect(await statusOf(product, full, '/users')).toBe(403)
  expect(await statusOf(product, full)).toBe(200)
  const { body } = await askAs<Session>(product, full, ['GET', '/api/v1/session'])
  expect(body).toMatchObject({ state: 'signed-in', actor: 'anna/full' })
})

test('a token makes no tokens, no users and no passwords, and is seen by people only', async () => {
  const { product, root } = await staged()
  const token = await newToken(product, root, { name: 'deploy' })
  const expiresAt = new Date(Date.now() + dayMs).toISOString()
  const refused = [
    ['POST', '/tokens', { name: 'more', grants: viewer, expiresAt }],
    ['POST', '/users', { name: 'anna', password, grants: viewer }],
    ['PUT', '/session/password', { current: password, password: 'ten blue herons' }],
    ['GET', '/sessions', undefined],
    ['GET', '/tokens', undefined],
    ['DELETE', '/session', undefined],
  ] as const

  for (const [method, path, body] of refused)
    expect((await askAs(product, token, [method, `/api/v1${path}`], { body })).status).toBe(403)
})

test('a token ends when it says so or is revoked; its name is free again then', async () => {
  const { product, root, pass } = await staged()
  const anna = await newPerson(product, root, { name: 'anna', grants: viewer })
  const expiresAt = new Date(Date.now() + dayMs).toISOString()
  const create = (more: object = {}, as = anna) =>
    askAs<ApiToken & ProblemBody & { token: string }>(product, as, ['POST', '/api/v1/tokens'], {
      body: { name: 'deploy', grants: viewer, expiresAt, ...more },
    })
  const { body: made } = await create()
  const script = { ...nobody, headers: { authorization: `Bearer ${made.token}` } }
  const revoke = (as: Person) => askAs(product, as, ['DELETE', `/api/v1/tokens/${made.id}`])
  const other = await newPerson(product, root, { name: 'other', grants: viewer })

  expect(made.token).toMatch(/^wht_[\w-]{43}$/u)
  expect(await statusOf(product, script)).toBe(200)
  expect(await create()).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  for (const [ahead, fault] of [
    [-1000, 'in-the-past'],
    [367 * dayMs, 'too-far'],
  ] as const)
    expect(
      await create({ name: 'next', expiresAt: new Date(Date.now() + ahead).toISOString() }),
    ).toMatchObject({ status: 400, body: { fault } })
  expect((await revoke(other)).status).toBe(404)
  expect((await revoke(root)).status).toBe(204)
  expect((await revoke(root)).status).toBe(404)
  expect(await statusOf(product, script)).toBe(401)

  const { body: second } = await create()
  const next = { ...nobody, headers: { authorization: `bearer ${second.token}` } }
  expect(await statusOf(product, next)).toBe(200)
  const { body: listed } = await askAs<{ items: ApiToken[] }>(product, anna, [
    'GET',
    '/api/v1/tokens',
  ])
  expect(listed.items.map(({ name, revokedAt }) => [name, revokedAt === null])).toEqual([
    ['deploy', true],
    ['deploy', false],
  ])
  expect(JSON.stringify(listed)).not.toContain(second.token)
  pass(dayMs)
  expect(await statusOf(product, next)).toBe(401)
})

test('somebody has fifty tokens at most, and another once one is revoked', async () => {
  const { product, root } = await staged()
  const expiresAt = new Date(Date.now() + dayMs).toISOString()
  const create = (n: number) =>
    askAs<ApiToken & ProblemBody>(product, root, ['POST', '/api/v1/tokens'], {
      body: { name: `t${n}`, grants: viewer, expiresAt },
    })
  const made = []
  for (let n = 0; n < 50; n += 1) made.push(await create(n))

  expect(made.every(({ status }) => status === 201)).toBe(true)
  expect(await create(50)).toMatchObject({ status: 400, body: { fault: 'too-many' } })
  await askAs(product, root, ['DELETE', `/api/v1/tokens/${made[0]?.body.id}`])
  expect((await create(50)).status).toBe(201)
})

test('what is no token is refused even where a cookie would open, and on public routes', async () => {
  const { product, root } = await staged()
  const { headers } = await newToken(product, root, { name: 'deploy' })
  const good = headers['authorization'] ?? ''
  const bad = [
    'Bearer',
    'Bearer ',
    'Bearer x',
    `${good}x`,
    `${good} ${good}`,
    `Bearer wht_${'a'.repeat(43)}`,
  ]

  for (const authorization of bad) {
    const asking = { ...root, headers: { ...root.headers, authorization } }
    expect(await statusOf(product, asking)).toBe(401)
    expect(await statusOf(product, asking, '/session')).toBe(401)
  }
})

test('where nobody signs in, nobody is made who could later', async () => {
  const open = await startProduct(nowhere)
  onTestFinished(() => open.end())
  const body = { name: 'anna', password, grants: [everywhere('admin')] }

  expect((await askAs(open, nobody, ['POST', '/api/v1/users'], { body })).status).toBe(403)
  const session = await askAs<Session>(open, nobody, ['GET', '/api/v1/session'])
  expect(session.body).toMatchObject({ state: 'open', actor: 'local', isInsecure: false })
})

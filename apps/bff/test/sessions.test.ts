import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  everywhere,
  type AuditRecord,
  type ProblemBody,
  type Session,
  type SignedIn,
} from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { askAs, firstAdmin, newPerson, nobody, password, signIn, type Person } from './people.ts'
import { temporaryFolder } from './process.ts'
import { startProduct, until, type Product } from './product.ts'

const nowhere = 'http://127.0.0.1:9'
const minuteMs = 60_000

/** A product with an administrator, whose two clocks are moved by hand, apart. */
async function staged(config: Parameters<typeof startProduct>[1] = {}) {
  let wallMs = 0
  let steadyMs = 0
  const product = await startProduct(
    nowhere,
    { auth: 'local', ...config },
    { clock: () => Date.now() + wallMs, steady: () => performance.now() + steadyMs },
  )
  onTestFinished(() => product.end())
  const root = await firstAdmin(product)
  const pass = (ms: number, { wall = ms, steady = ms } = {}) => {
    wallMs += wall
    steadyMs += steady
  }
  return { product, root, pass }
}

const stateOf = async (product: Product, person: Person) =>
  (await askAs<Session>(product, person, ['GET', '/api/v1/session'])).body.state
const statusOf = async (product: Product, person: Person) =>
  (await askAs(product, person, ['GET', '/api/v1/sessions'])).status
const listOf = async (product: Product, person: Person, query = '') =>
  (await askAs<{ items: SignedIn[] }>(product, person, ['GET', `/api/v1/sessions${query}`])).body
    .items
const cookieOf = ({ headers }: Person) => headers['cookie'] ?? ''
const secretOf = (person: Person) => cookieOf(person).split('=')[1] ?? ''

test('each sign-in makes a session of its own, and ends the one that the browser had', async () => {
  const { product, root } = await staged()

  const body = { name: 'root', password }
  const again = await askAs(product, root, ['POST', '/api/v1/session'], { body })
  const [cookie = ''] = [again.headers['set-cookie'] ?? ''].flat()

  expect(cookie).toMatch(/^wheelhouse-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u)
  expect(cookie).not.toContain(secretOf(root))
  expect(await stateOf(product, root)).toBe('signed-out')
  expect(await statusOf(product, root)).toBe(401)
})

test('of more than fifty browsers of one user, the one that was used longest ago is signed out', async () => {
  const { product, root, pass } = await staged()
  const first = await signIn(product, 'root')
  pass(1000)
  const others: Person[] = []
  for (let n = 0; n < 48; n += 1) others.push(await signIn(product, 'root'))
  pass(1000)
  expect(await stateOf(product, root)).toBe('signed-in')

  const last = await signIn(product, 'root')

  expect(await stateOf(product, first)).toBe('signed-out')
  expect(await stateOf(product, root)).toBe('signed-in')
  expect(await stateOf(product, last)).toBe('signed-in')
  expect(await listOf(product, last)).toHaveLength(50)
}, 30_000)

test('a token that somebody has chosen is nobody’s, also once its browser has signed in', async () => {
  const { product } = await staged()
  const chosen = { ...nobody, headers: { cookie: `wheelhouse-session=${'a'.repeat(43)}` } }

  expect(await stateOf(product, chosen)).toBe('signed-out')
  const body = { name: 'root', password }
  const { headers } = await askAs(product, chosen, ['POST', '/api/v1/session'], { body })

  expect(String(headers['set-cookie'])).not.toContain('a'.repeat(43))
  expect(await stateOf(product, chosen)).toBe('signed-out')
})

test('of two session cookies neither counts', async () => {
  const { product, root } = await staged()
  const other = `wheelhouse-session=${'b'.repeat(43)}`

  for (const cookie of [`${other}; ${cookieOf(root)}`, `${cookieOf(root)}; ${other}`])
    expect(await stateOf(product, { ...root, headers: { cookie } })).toBe('signed-out')
  expect(
    await stateOf(product, { ...root, headers: { cookie: `theme=dark; ${cookieOf(root)}` } }),
  ).toBe('signed-in')
})

test('by https the cookie is bound to the host, and signing out clears what the browser keeps', async () => {
  const secure = await startProduct(nowhere, {
    auth: 'local',
    publicOrigin: 'https://wheelhouse.example',
  })
  onTestFinished(() => secure.end())
  const token = (await readFile(join(secure.dataDir, 'setup-token'), 'utf8')).trim()
  const headers = { origin: 'https://wheelhouse.example' }

  const made = await askAs(secure, nobody, ['POST', '/api/v1/setup'], {
    body: { token, name: 'root', password },
    headers,
  })
  const [cookie = ''] = [made.headers['set-cookie'] ?? ''].flat()
  const root = { ...nobody, headers: { ...headers, cookie: cookie.split(';')[0] ?? '' } }
  const out = await askAs(secure, root, ['DELETE', '/api/v1/session'])

  expect(cookie).toMatch(
    /^__Host-wheelhouse=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
  )
  expect(out.status).toBe(204)
  expect(out.headers['clear-site-data']).toBe('"cache"')
  expect(String(out.headers['set-cookie'])).toMatch(/^__Host-wheelhouse=;.*Max-Age=0/u)
})

test('a session that has signed out is no use to who kept its cookie', async () => {
  const { product, root } = await staged()
  const other = await signIn(product, 'root')

  const { status } = await askAs(product, root, ['DELETE', '/api/v1/session'])

  expect(status).toBe(204)
  expect([await stateOf(product, root), await statusOf(product, root)]).toEqual(['signed-out', 401])
  expect(await stateOf(product, other)).toBe('signed-in')
})

test('a session ends after half an hour without a request, and after twelve hours with them', async () => {
  const { product, root, pass } = await staged()

  pass(29 * minuteMs)
  expect(await stateOf(product, root)).toBe('signed-in')
  for (let minutes = 29; minutes + 29 < 12 * 60; minutes += 29) {
    pass(29 * minuteMs)
    expect(await stateOf(product, root)).toBe('signed-in')
  }
  pass(29 * minuteMs)
  expect(await stateOf(product, root)).toBe('signed-out')

  const idle = await signIn(product, 'root')
  pass(30 * minuteMs)
  expect(await stateOf(product, idle)).toBe('signed-out')
  const later = await signIn(product, 'root')
  const ended = await until(
    async () =>
      (
        await askAs<{ items: AuditRecord[] }>(product, later, [
          'GET',
          '/api/v1/audit?kind=session.ended',
        ])
      ).body.items,
    ({ length }) => length === 2,
  )
  expect(ended.map(({ actor, body }) => [actor, body['user'], body['why']])).toEqual([
    ['wheelhouse', 'root', 'idle'],
    ['wheelhouse', 'root', 'too-old'],
  ])
})

test('who sets the clock back makes no session last longer', async () => {
  const { product, root, pass } = await staged({ session: { idleMinutes: 10, hours: 1 } })
  const busy = await signIn(product, 'root')

  pass(5 * minuteMs, { wall: -24 * 60 * minuteMs })
  expect(await stateOf(product, busy)).toBe('signed-in')
  pass(6 * minuteMs, { wall: 0 })

  expect(await stateOf(product, root)).toBe('signed-out')
  for (let minutes = 11; minutes < 60; minutes += 7) {
    expect(await stateOf(product, busy)).toBe('signed-in')
    pass(7 * minuteMs, { wall: 0 })
  }
  expect(await stateOf(product, busy)).toBe('signed-out')
})

test('one sees one’s own sessions and ends them; an administrator everybody’s', async () => {
  const { product, root } = await staged()
  const grants = [everywhere('viewer')]
  const anna = await newPerson(product, root, { name: 'anna', grants })
  const elsewhere = await signIn(product, 'anna')
  const [ofRoot] = await listOf(product, root)
  const own = await listOf(product, anna)
  const other = own.find(({ isThis }) => !isThis)?.id
  const revoke = (as: Person, id = '') => askAs(product, as, ['DELETE', `/api/v1/sessions/${id}`])

  expect(own.map(({ user }) => user)).toEqual(['anna', 'anna'])
  expect(own.filter(({ isThis }) => isThis)).toHaveLength(1)
  expect(own[0]).toMatchObject({ address: '127.0.0.1', userAgent: '' })
  expect((await askAs(product, anna, ['GET', '/api/v1/sessions?all=true'])).status).toBe(403)
  expect((await revoke(anna, ofRoot?.id)).status).toBe(404)
  expect((await revoke(anna, other)).status).toBe(204)
  expect(await stateOf(product, elsewhere)).toBe('signed-out')
  const all = await listOf(product, root, '?all=true')
  expect(all.map(({ user }) => user).toSorted()).toEqual(['anna', 'root'])
  expect((await revoke(root, all.find(({ user }) => user === 'anna')?.id)).status).toBe(204)
  expect(await stateOf(product, anna)).toBe('signed-out')
})

test('who changes their password is signed out everywhere else, and goes on with a new session', async () => {
  const { product, root } = await staged()
  const grants = [everywhere('viewer')]
  const anna = await newPerson(product, root, { name: 'anna', grants })
  const elsewhere = await signIn(product, 'anna')
  const change = (body: object) =>
    askAs<ProblemBody>(product, anna, ['PUT', '/api/v1/session/password'], { body })
  const next = 'ten blue herons at dusk'

  expect(await change({ current: 'wrong one', password: next })).toMatchObject({
    status: 401,
    body: { code: 'SIGN_IN_FAILED', field: 'body.current' },
  })
  expect(await change({ current: password, password: 'anna-anna-anna' })).toMatchObject({
    status: 400,
    body: { fault: 'like-the-name' },
  })
  const { status, headers } = await change({ current: password, password: next })

  expect(status).toBe(200)
  expect(await stateOf(product, anna)).toBe('signed-out')
  expect(await stateOf(product, elsewhere)).toBe('signed-out')
  const [cookie = ''] = [headers['set-cookie'] ?? ''].flat()
  const renewed = { ...anna, headers: { cookie: cookie.split(';')[0] ?? '' } }
  expect(await stateOf(product, renewed)).toBe('signed-in')
  await expect(signIn(product, 'anna')).rejects.toThrow('401')
})

test('a session outlives a restart, and whoever steals the database has none', async () => {
  const dataDir = join(await temporaryFolder(), 'data')
  await mkdir(dataDir)
  const { product, root } = await staged({ dataDir })
  const { body } = await askAs<{ token: string }>(product, root, ['POST', '/api/v1/tokens'], {
    body: {
      name: 'deploy',
      grants: [everywhere('viewer')],
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  })
  await product.end()

  const stolen = new DatabaseSync(join(dataDir, 'wheelhouse.db'))
  const [session] = stolen.prepare('SELECT * FROM session').all()
  const [token] = stolen.prepare('SELECT * FROM api_token').all()
  stolen.close()
  const bytes = (await readFile(join(dataDir, 'wheelhouse.db'))).toString('latin1')
  const again = await startProduct(nowhere, { auth: 'local', dataDir })
  onTestFinished(() => again.end())

  expect(await stateOf(again, root)).toBe('signed-in')
  for (const secret of [secretOf(root), body.token, body.token.slice(4), password])
    expect(bytes).not.toContain(secret)
  for (const value of [session?.['id'], session?.['token_sha256']]) {
    const headers = { cookie: `wheelhouse-session=${String(value)}` }
    expect(await stateOf(again, { ...nobody, headers })).toBe('signed-out')
  }
  for (const value of [token?.['id'], token?.['token_sha256']]) {
    const headers = { authorization: `Bearer wht_${String(value)}` }
    expect(await statusOf(again, { ...nobody, headers })).toBe(401)
  }
})

import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditRecord, ProblemBody, Session, User } from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { askAs, firstAdmin, nobody, password, signIn } from './people.ts'
import { startProcess, temporaryFolder } from './process.ts'
import { startProduct, until, type Product } from './product.ts'

const nowhere = 'http://127.0.0.1:9'

/** A product that nobody can sign in to yet, its clock moved by hand, and what it told its starter. */
async function fresh(config: Parameters<typeof startProduct>[1] = {}) {
  const said: string[] = []
  let aheadMs = 0
  const product = await startProduct(
    nowhere,
    { auth: 'local', ...config },
    { say: (sentence) => said.push(sentence), clock: () => Date.now() + aheadMs },
  )
  onTestFinished(() => product.end())
  const file = join(product.dataDir, 'setup-token')
  const tokenNow = async () => (await readFile(file, 'utf8')).trim()
  return { product, said, file, tokenNow, pass: (ms: number) => (aheadMs += ms) }
}

const setUp = (product: Product, body: object) =>
  askAs<Session & ProblemBody>(product, nobody, ['POST', '/api/v1/setup'], { body })
const sessionOf = async (product: Product) =>
  (await askAs<Session>(product, nobody, ['GET', '/api/v1/session'])).body

test('where nobody can sign in yet, only the page, health and the set-up are answered', async () => {
  const { product } = await fresh()
  const statusOf = async (method: string, path: string, body?: object) => {
    const answer = await askAs<ProblemBody>(product, nobody, [method, path], body && { body })
    return [answer.status, answer.body.code]
  }

  expect((await sessionOf(product)).state).toBe('setup')
  for (const path of ['/', '/components', '/healthz', '/readyz'])
    expect((await askAs(product, nobody, ['GET', path])).status).toBe(200)
  for (const path of ['/clusters', '/users', '/events', '/audit', '/settings', '/operations'])
    expect(await statusOf('GET', `/api/v1${path}`)).toEqual([403, 'SETUP_NEEDED'])
  expect(await statusOf('POST', '/api/v1/session', { name: 'root', password })).toEqual([
    403,
    'SETUP_NEEDED',
  ])
  expect(await statusOf('POST', '/api/v1/users', { name: 'root', password, grants: [] })).toEqual([
    403,
    'SETUP_NEEDED',
  ])
})

test('the token is told once, in a sentence and in a file of the owner’s, and makes the first administrator', async () => {
  const { product, said, file, tokenNow } = await fresh()
  const token = await tokenNow()

  expect(token).toMatch(/^[0-9a-f]{32}$/u)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(token)
  expect(said[0]).toContain(product.url)
  const answer = await setUp(product, { token, name: 'root', password })

  expect(answer).toMatchObject({ status: 200, body: { state: 'signed-in', actor: 'root' } })
  await expect(stat(file)).rejects.toThrow('ENOENT')
  expect((await sessionOf(product)).state).toBe('signed-out')
  expect(await setUp(product, { token, name: 'second', password })).toMatchObject({ status: 404 })
  const root = await signIn(product, 'root')
  const { body } = await askAs<{ items: AuditRecord[] }>(product, root, ['GET', '/api/v1/audit'])
  expect(body.items.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['session.began', 'root'],
    ['session.began', 'root'],
    ['setup.finished', 'root'],
    ['process.started', 'wheelhouse'],
  ])
  expect(JSON.stringify(body)).not.toContain(token)
})

test('of two who use the token at the same moment one becomes the administrator', async () => {
  const { product, tokenNow } = await fresh()
  const token = await tokenNow()

  const answers = await Promise.all(
    ['first', 'second', 'third'].map((name) => setUp(product, { token, name, password })),
  )

  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 404, 404,
  ])
})

test('a bad password or name costs no token', async () => {
  const { product, tokenNow } = await fresh()
  const token = await tokenNow()
  const bad = [
    { password: 'short' },
    { password: 'root-root-root' },
    { password: 'Password123456!' },
    { name: 'wheelhouse' },
  ]

  const answers = []
  for (const one of bad)
    answers.push(await setUp(product, { token, name: 'root', password, ...one }))

  expect(answers.map(({ status, body }) => [status, body.field, body.fault])).toEqual([
    [400, 'body.password', 'too-short'],
    [400, 'body.password', 'like-the-name'],
    [400, 'body.password', 'well-known'],
    [400, 'body.name', 'reserved'],
  ])
  expect(await setUp(product, { token, name: 'root', password })).toMatchObject({ status: 200 })
})

test('after five wrong tries, and after half an hour, there is another token', async () => {
  const { product, said, tokenNow, pass } = await fresh()
  const first = await tokenNow()
  const asRoot = (token: string) => setUp(product, { token, name: 'root', password })

  for (let tries = 0; tries < 5; tries += 1)
    expect(await asRoot('0'.repeat(32))).toMatchObject({
      status: 400,
      body: { field: 'body.token', fault: 'wrong' },
    })
  const second = await tokenNow()
  expect(second).not.toBe(first)
  expect(await asRoot(first)).toMatchObject({ status: 400, body: { fault: 'wrong' } })
  pass(30 * 60_000)
  expect(await asRoot(second)).toMatchObject({ status: 400, body: { fault: 'expired' } })
  const third = await tokenNow()
  expect(said).toHaveLength(3)
  pass(30 * 60_000)
  await sessionOf(product)
  const fourth = await tokenNow()

  expect(new Set([first, second, third, fourth]).size).toBe(4)
  expect(await asRoot(fourth)).toMatchObject({ status: 200 })
})

test('wrong tokens count for the address like wrong passwords', async () => {
  const { product } = await fresh()
  const wrong = () => setUp(product, { token: 'wrong', name: 'root', password })

  for (let tries = 0; tries < 20; tries += 1) expect((await wrong()).status).toBe(400)
  const { status, body } = await wrong()

  expect([status, body.code]).toEqual([429, 'TOO_MANY'])
  expect(body.retryAfterSeconds).toBeGreaterThan(200)
})

test('a bootstrap file makes the first administrator, and nobody afterwards', async () => {
  const folder = await temporaryFolder()
  const bootstrapFile = join(folder, 'first.yaml')
  await writeFile(bootstrapFile, `name: anna\npassword: ${password}\n`, { mode: 0o600 })
  const dataDir = join(folder, 'data')
  const { product, said } = await fresh({ bootstrapFile, dataDir })

  const anna = await signIn(product, 'anna')
  expect(said).toEqual([])
  await product.end()
  await writeFile(bootstrapFile, `name: berta\npassword: ${password}\n`)
  const again = await fresh({ bootstrapFile, dataDir })

  const { body } = await askAs<{ items: User[] }>(again.product, anna, ['GET', '/api/v1/users'])
  expect(body.items.map(({ name }) => name)).toEqual(['anna'])
})

test.for([
  ['name: anna\npassword: short\n', 0o600, 'too-short'],
  ['name: Anna\npassword: nine grey geese at dawn\n', 0o600, 'a name and a password'],
  ['name: anna\n', 0o600, 'a name and a password'],
  ['name: anna\npassword: [nine grey geese at dawn\n', 0o600, 'cannot be read'],
  ['name: anna\npassword: nine grey geese at dawn\n', 0o640, 'chmod 600'],
] as const)('the bootstrap file %j with mode %o ends the start', async ([text, mode, named]) => {
  const folder = await temporaryFolder()
  const bootstrapFile = join(folder, 'first.yaml')
  await writeFile(bootstrapFile, text)
  await chmod(bootstrapFile, mode)

  const started = startProduct(nowhere, { auth: 'local', bootstrapFile })

  await expect(started).rejects.toThrow(named)
  await expect(started).rejects.not.toThrow('geese')
})

test('an administrator that there was stays one when the product starts again, and no token is made', async () => {
  const dataDir = join(await temporaryFolder(), 'data')
  const first = await fresh({ dataDir })
  const root = await firstAdmin(first.product)
  await first.product.end()
  await writeFile(first.file, 'left over')

  const second = await fresh({ dataDir })

  expect(second.said).toEqual([])
  await expect(stat(second.file)).rejects.toThrow('ENOENT')
  expect((await askAs(second.product, root, ['GET', '/api/v1/users'])).status).toBe(200)
})

test('the process says where to go, and the token once', async () => {
  const dataDir = await temporaryFolder()
  const { url, said } = startProcess(['--cm-url', nowhere, '--data-dir', dataDir], {
    WHEELHOUSE_AUTH: 'local',
  })
  const at = await url()
  const token = (await readFile(join(dataDir, 'setup-token'), 'utf8')).trim()

  await until(
    async () => said.out,
    (out) => out.includes(token),
  )
  expect(said.out.split(token)).toHaveLength(2)
  expect(said.out).toContain(`Open ${at}`)
})

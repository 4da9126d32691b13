import { argon2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everywhere, type AuditRecord, type ProblemBody } from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { PasswordHashes } from '../src/features/access/sign-in/password-hashes.ts'
import { askAs, firstAdmin, newPerson, nobody, password, type Answer } from './people.ts'
import { startProcess, temporaryFolder } from './process.ts'
import { startProduct, type Product } from './product.ts'

const nowhere = 'http://127.0.0.1:9'
const windowMs = 5 * 60_000

async function staged(config: Parameters<typeof startProduct>[1] = {}) {
  let aheadMs = 0
  const product = await startProduct(
    nowhere,
    { auth: 'local', ...config },
    { clock: () => Date.now() + aheadMs },
  )
  onTestFinished(() => product.end())
  return { product, root: await firstAdmin(product), pass: (ms: number) => (aheadMs += ms) }
}

type Try = Answer<ProblemBody>

/** A try to sign in, from an address of its own where a proxy tells of one. */
const tryIn = (
  product: Pick<Product, 'url'>,
  name: string,
  { as = 'wrong', from }: { as?: string; from?: string } = {},
): Promise<Try> =>
  askAs<ProblemBody>(product, nobody, ['POST', '/api/v1/session'], {
    body: { name, password: as },
    ...(from !== undefined && { headers: { 'x-forwarded-for': from } }),
  })

const codes = (answers: readonly Try[]) => answers.map(({ body }) => body.code)

test('a wrong password and a name that nobody has are answered alike, at the same cost', async () => {
  const { product, root } = await staged()
  await newPerson(product, root, { name: 'anna', grants: [everywhere('viewer')] })
  await newPerson(product, root, { name: 'berta', grants: [everywhere('viewer')] })
  const { body } = await askAs<{ items: { id: string; name: string }[] }>(product, root, [
    'GET',
    '/api/v1/users',
  ])
  const berta = body.items.find(({ name }) => name === 'berta')
  await askAs(product, root, ['PATCH', `/api/v1/users/${berta?.id}`], {
    body: { isDisabled: true },
  })

  const answers = [
    await tryIn(product, 'anna'),
    await tryIn(product, 'berta', { as: password }),
    await tryIn(product, 'nobody-at-all', { as: password }),
    await tryIn(product, "x' OR 1=1 --", { as: password }),
  ]

  const [first] = answers
  for (const { status, body: said } of answers) {
    expect(status).toBe(401)
    expect({ ...said, requestId: '' }).toEqual({ ...first?.body, requestId: '' })
  }
  const hashes = new PasswordHashes()
  const kept = await hashes.make(password)
  const costOf = async (one: string | undefined) => {
    const before = hashes.runs
    await hashes.isRight('wrong', one)
    return hashes.runs - before
  }
  expect([await costOf(kept), await costOf(undefined)]).toEqual([1, 1])
})

test('after five failures a name is refused for five minutes, whether it is anybody’s or not', async () => {
  const { product, pass } = await staged()

  for (const name of ['root', 'ghost']) {
    for (let tries = 0; tries < 5; tries += 1)
      expect((await tryIn(product, name)).body.code).toBe('SIGN_IN_FAILED')
    const refused = await tryIn(product, name, { as: password })
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY'])
    expect(refused.body.retryAfterSeconds).toBeGreaterThan(290)
    expect(refused.body.retryAfterSeconds).toBeLessThanOrEqual(300)
  }
  pass(windowMs - 10_000)
  expect((await tryIn(product, 'root', { as: password })).status).toBe(429)
  pass(10_000)

  expect((await tryIn(product, 'root', { as: password })).status).toBe(200)
})

test('capitals and blanks make no other name', async () => {
  const { product } = await staged()

  const answers = []
  for (const name of ['root', 'Root', ' root', 'ROOT', 'root ', 'rOOt'])
    answers.push(await tryIn(product, name))

  expect(codes(answers)).toEqual([...Array.from({ length: 5 }, () => 'SIGN_IN_FAILED'), 'TOO_MANY'])
})

test('who signs in has the failures of the name behind them, and those of the address before them', async () => {
  const { product } = await staged()

  for (let round = 0; round < 5; round += 1) {
    for (let tries = 0; tries < 4; tries += 1) await tryIn(product, 'root')
    const { status } = await tryIn(product, 'root', { as: password })
    expect(status).toBe(round < 4 ? 200 : 429)
  }
})

test('an address is refused after twenty failures, whatever names it tries; the network of a subscriber is one', async () => {
  const { product } = await staged({ trustedProxies: ['127.0.0.1'] })

  for (const [first, later] of [
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2::7', '2001:db8:1:2:ffff::1'],
  ] as const) {
    for (let tries = 0; tries < 20; tries += 1)
      expect((await tryIn(product, `name-${tries}`, { from: first })).status).toBe(401)
    expect((await tryIn(product, 'root', { as: password, from: later })).status).toBe(429)
  }
  expect((await tryIn(product, 'root', { as: password, from: '203.0.113.8' })).status).toBe(200)
  expect((await tryIn(product, 'root', { as: password, from: '2001:db8:1:3::7' })).status).toBe(200)
})

test('only a trusted proxy tells another address', async () => {
  const { product, root } = await staged()

  for (let tries = 0; tries < 20; tries += 1)
    await tryIn(product, `name-${tries}`, { from: `203.0.113.${tries}` })

  expect((await tryIn(product, 'root', { as: password, from: '203.0.113.99' })).status).toBe(429)
  const { body } = await askAs<{ items: AuditRecord[] }>(product, root, [
    'GET',
    '/api/v1/audit?kind=session.refused',
  ])
  expect(new Set(body.items.map((item) => item.body['address']))).toEqual(new Set(['127.0.0.1']))
})

test('the failures of a name are not pushed out by those of ten thousand others', async () => {
  const { product } = await staged()
  for (let tries = 0; tries < 5; tries += 1) await tryIn(product, 'root')
  const others = Array.from({ length: 10_000 }, (_, at) => ({
    id: `other-${at}`,
    subject: `name:${at}`,
    at: Date.now(),
  }))

  await product.db.transaction().execute(async (transaction) => {
    for (let at = 0; at < others.length; at += 1000)
      await transaction
        .insertInto('sign_in_failure')
        .values(others.slice(at, at + 1000))
        .execute()
  })

  expect((await tryIn(product, 'root', { as: password })).status).toBe(429)
})

test('tries that come at once are counted before any of them is answered', async () => {
  const { product } = await staged()

  const wrong = await Promise.all(Array.from({ length: 15 }, () => tryIn(product, 'ghost')))

  expect(codes(wrong).filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5)
})

test('failures outlive a crash', async () => {
  const dataDir = await temporaryFolder()
  const environment = { WHEELHOUSE_AUTH: 'local' }
  const start = () => startProcess(['--cm-url', nowhere, '--data-dir', dataDir], environment)
  const first = start()
  const product = { url: await first.url() }
  const token = (await readFile(join(dataDir, 'setup-token'), 'utf8')).trim()
  await askAs(product, nobody, ['POST', '/api/v1/setup'], {
    body: { token, name: 'root', password },
  })

  for (let tries = 0; tries < 5; tries += 1) await tryIn(product, 'root')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = start()
  const again = { url: await second.url() }

  expect(codes([await tryIn(again, 'root', { as: password })])).toEqual(['TOO_MANY'])
  expect(first.said.out + second.said.out).not.toContain(password)
}, 60_000)

test('of a name that nobody has nothing is kept: it may be a password', async () => {
  const { product, root } = await staged()
  const slip = 'my-secret-password'

  await tryIn(product, slip)

  const { body } = await askAs<{ items: AuditRecord[] }>(product, root, [
    'GET',
    '/api/v1/audit?kind=session.refused',
  ])
  expect(body.items).toMatchObject([{ actor: 'anonymous', body: { why: 'unknown-name' } }])
  expect(JSON.stringify(body)).not.toContain(slip)
  const rows = await product.db.selectFrom('sign_in_failure').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(slip)
})

test('a password that was kept at another cost is kept at today’s once it is used', async () => {
  const dataDir = await temporaryFolder()
  const { product } = await staged({ dataDir })
  const keptIn = async ({ db }: Product) =>
    (await db.selectFrom('user').select('password').executeTakeFirstOrThrow()).password
  const nonce = randomBytes(16)
  const cost = { memory: 8192, passes: 3, parallelism: 1, tagLength: 32 }
  const hash = argon2Sync('argon2id', { message: Buffer.from(password), nonce, ...cost })
  const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const old = `$argon2id$v=19$m=8192,t=3,p=1$${bare(nonce)}$${bare(hash)}`
  await product.db.updateTable('user').set({ password: old }).execute()
  await product.end()

  const again = await startProduct(nowhere, { auth: 'local', dataDir })
  onTestFinished(() => again.end())
  expect(await keptIn(again)).toBe(old)
  expect((await tryIn(again, 'root', { as: password })).status).toBe(200)

  expect(await keptIn(again)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u)
  expect((await tryIn(again, 'root', { as: password })).status).toBe(200)
})

test('more than two and twenty at once are asked to come again', async () => {
  const hashes = new PasswordHashes()

  const all = await Promise.allSettled(
    Array.from({ length: 30 }, () => hashes.isRight('wrong', undefined)),
  )

  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  expect(hashes.runs).toBe(22)
  expect(await hashes.isRight('wrong', undefined)).toBe(false)
})

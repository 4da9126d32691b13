import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onCopyOf } from '../src/features/audit/database-copy.ts'
import { paused, settled, tracked } from './estate.ts'
import { startProduct, type Product } from './product.ts'
import { formOf, gsonOf, htmlOf } from './spellings.ts'
import { eventsUntil } from './stream.ts'

let simulator: Simulator
let product: Product
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

async function connector() {
  number += 1
  const name = `10.0.4.1-9000:connector:p_secret${number}-000-0:0000000001`
  return { name, id: await tracked({ product, simulator }, { kind: 'connector', name }) }
}

const secret = `S3cr&t="pa ss'<wörd>\\%+${process.pid}`

test('a secret reaches CM, and nobody and nothing else', async () => {
  const { id, name } = await connector()
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /connector/task/updateByName',
    fault: 'html',
    name,
    when: 'after',
  })
  const events = eventsUntil(
    product.url,
    (event) => event.type === 'operation.changed' && event.operation.state === 'succeeded',
  )
  const input = { set: { 'dest.sasl.password': secret } }
  const plan = await product.plan(id, 'configure', { input })
  const asked = await product.operate(id, 'configure', { input, reason: 'rotation' })
  const open = await paused(product, asked)
  const files = await bytesOf(product.dataDir)
  const sealed = await sealedOf(product.dataDir, asked.id)

  expect(open).toMatchObject({ state: 'uncertain', input: { set: { 'dest.sasl.password': null } } })
  expect(sealed).toEqual(expect.any(String))
  expect(Buffer.from(sealed ?? '', 'base64').includes(secret)).toBe(false)
  expect(leaksIn(files.database)).toEqual([])

  const settling = { step: 1, attempt: 1, as: 'happened', reason: 'read it on the host' }
  await product.send('POST', `/api/v1/operations/${asked.id}/settle`, { body: settling })
  const ended = await settled(product, asked)

  const world = await simulator.world()
  const there = world.connectors.find((one) => one.name === name)
  expect(there?.config.dest).toMatchObject({ 'sasl.password': secret })
  expect(await sealedOf(product.dataDir, asked.id)).toBeNull()
  const paths = ['', '/config', '/names', '/raw'].map((path) => `/components/${id}${path}`)
  const answers = await Promise.all(
    [...paths, '/components', '/operations', '/audit?limit=500'].map((path) => product.get(path)),
  )
  const exports = await Promise.all(
    ['csv', 'jsonl'].map(async (format) =>
      (await fetch(`${product.url}/api/v1/audit/export?format=${format}`)).text(),
    ),
  )
  const seen = { plan, asked, open, ended, answers, exports, events: await events }
  for (const [where, what] of Object.entries(seen))
    expect([where, leaksIn(Buffer.from(JSON.stringify(what)))]).toEqual([where, []])
  const { database, key } = await bytesOf(product.dataDir)
  expect(leaksIn(database)).toEqual([])
  expect(key.length).toBeGreaterThan(32)
  expect(database.includes(key)).toBe(false)
  expect(database.includes(Buffer.from(key.toString(), 'hex'))).toBe(false)
})

const spoken: readonly (readonly [how: string, words: string])[] = [
  ['as it is', `cannot take ${secret} as a password`],
  ['as Gson writes it', `with ${gsonOf(secret)}`],
  ['as JSON', `body was ${JSON.stringify({ a: secret })}`],
  ['as a query', `at /update?x=${encodeURIComponent(secret)}`],
  ['as a form', `body was ${formOf(secret)}`],
  ['as HTML', `<p>${htmlOf(secret)}</p>`],
]

test.for(['reject', 'status', 'text', 'html'])(
  'a secret that CM repeats in an answer "%s" is masked, however it is written',
  async (kind) => {
    for (const [how, words] of spoken) {
      const body = await saidOf(kind, words)
      expect([how, body]).toEqual([how, expect.stringContaining('••••••')])
      expect([how, leaksIn(Buffer.from(body))]).toEqual([how, []])
    }
    if (kind !== 'text') return
    expect(await saidOf(kind, `cannot take ${secret.slice(0, -4)}`)).toBe('cannot take ••••••')
    expect(await saidOf(kind, `cannot take ${encodeURIComponent(secret).slice(0, -5)}`)).toBe(
      'cannot take ••••••',
    )
    expect(leaksIn((await bytesOf(product.dataDir)).database)).toEqual([])
  },
)

/** What an update that carries the secret is on record as answered, where CM answers with these words. */
async function saidOf(fault: string, words: string): Promise<string> {
  const { id, name } = await connector()
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /connector/task/updateByName',
    fault,
    name,
    words,
  })
  const input = { set: { 'dest.sasl.password': secret }, stop: false, start: false }
  const operation = await paused(product, await product.operate(id, 'configure', { input }))
  return operation.steps[0]?.reply?.body ?? ''
}

/** The ways in which the secret, or most of it, stands in what somebody could read. */
function leaksIn(bytes: Buffer): string[] {
  const most = secret.slice(0, -5)
  const ways = {
    plain: most,
    json: JSON.stringify(most).slice(1, -1),
    query: encodeURIComponent(most),
    form: formOf(most),
    html: htmlOf(most),
    base64: Buffer.from(secret).toString('base64').slice(0, 16),
    hex: Buffer.from(secret).toString('hex').slice(0, 24),
  }
  return Object.entries(ways).flatMap(([way, text]) => (bytes.includes(text) ? [way] : []))
}

/** The bytes of the database with its log, and those of the key. */
async function bytesOf(dataDir: string) {
  const names = await readdir(dataDir)
  const read = (name: string) => readFile(join(dataDir, name))
  const database = await Promise.all(
    names.filter((name) => name.startsWith('wheelhouse.db')).map(read),
  )
  return { database: Buffer.concat(database), key: await read('wheelhouse.key') }
}

const sealedOf = (dataDir: string, operation: string): Promise<string | null> =>
  onCopyOf(join(dataDir, 'wheelhouse.db'), async (copy) => {
    const database = new DatabaseSync(copy)
    const row = database.prepare('SELECT sealed FROM operation WHERE id = ?').get(operation)
    database.close()
    return (row as { sealed: string | null }).sealed // one column of a table of ours
  })

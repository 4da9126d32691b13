import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError } from './config/config.ts'
import { openDatabase } from './database/open.ts'
import type { Database } from './database/schema.ts'
import { existingKey, loadKey } from './key.ts'

let folder: string
let file: string
let db: Kysely<Database>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheelhouse-key-'))
  file = join(folder, 'wheelhouse.key')
  db = await openDatabase(join(folder, 'wheelhouse.db'), 'real')
})
afterEach(async () => {
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
})

const own = () => ({ file, isNamed: false })

async function refusal(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ConfigError)) throw error
  expect(error.message).not.toContain('\n')
  return error.message
}

test('the first start makes a key for this account alone, and the next ones find it', async () => {
  const first = await loadKey(db, own())
  const again = await loadKey(db, own())

  expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(again.derive('audit')).toEqual(first.derive('audit'))
  expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('wheelhouse.key.'))
})

test('each purpose has a key of its own, and none of them is the master key or in the database', async () => {
  const key = await loadKey(db, own())
  const master = (await readFile(file, 'utf8')).trim()
  const keys = (['audit', 'secrets', 'requests'] as const).map((purpose) =>
    key.derive(purpose).toString('hex'),
  )
  const kept = await db.selectFrom('meta').select('value').execute()

  expect(new Set([master, ...keys, ...kept.map(({ value }) => value)]).size).toBe(4 + kept.length)
  expect(keys.map((hex) => hex.length)).toEqual([64, 64, 64])
})

test('a key that is missing, another, or no key is refused, and nothing is made in its place', async () => {
  await loadKey(db, own())
  const right = await readFile(file, 'utf8')

  await writeFile(file, `${'ab'.repeat(32)}\n`)
  expect(await refusal(loadKey(db, own()))).toContain(`${file} is not the key that this data`)
  await writeFile(file, 'too short')
  expect(await refusal(loadKey(db, own()))).toContain(`${file} must hold 64 hexadecimal digits`)
  await rm(file)
  expect(await refusal(loadKey(db, own()))).toContain(`${file} is missing`)
  expect(await readdir(folder)).not.toContain('wheelhouse.key')
  await writeFile(file, right.toUpperCase().trim())
  await chmod(file, 0o640)
  await loadKey(db, own())
})

test('a key that everybody on the machine can read is refused', async () => {
  await writeFile(file, 'ab'.repeat(32))
  await chmod(file, 0o604)

  expect(await refusal(loadKey(db, own()))).toContain(`chmod 600 ${file}`)
})

test('a key file that the configuration names is never made', async () => {
  const named = { file: join(folder, 'named.key'), isNamed: true }

  expect(await refusal(loadKey(db, named))).toContain(`${named.file} does not exist`)
  expect(await refusal(loadKey(db, { ...named, file: folder }))).toContain('cannot be read')
  expect(await refusal(existingKey(db, named))).toContain('no key yet')
  await writeFile(named.file, 'cd'.repeat(32), { mode: 0o600 })
  const key = await loadKey(db, named)
  expect((await existingKey(db, named)).derive('secrets')).toEqual(key.derive('secrets'))
})

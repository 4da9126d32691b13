import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { ConfigError } from './config/config.ts'
import type { Database } from './database/schema.ts'

/** There a file's mode says nothing of who may read it. */
const isWindows = process.platform === 'win32'

/** The one secret of an installation, kept beside the database and never in it. */
interface MasterKey {
  /** 32 bytes for one purpose; no purpose's key tells anything of another's. */
  derive: (purpose: 'audit' | 'secrets' | 'requests' | 'sign-in') => Buffer
}

interface Place {
  /** Where the key lies: 64 hexadecimal digits. */
  file: string
  /** A file that the configuration names is the operator's: it is never made here. */
  isNamed: boolean
}

/**
 * The key that belongs to a database, made where neither exists yet. Throws a `ConfigError` where it is
 * missing, is another database's, is no key, or lies open to everybody on the machine.
 */
export async function loadKey(db: Kysely<Database>, place: Place): Promise<MasterKey> {
  if ((await keptCheck(db)) !== undefined) return existingKey(db, place)
  const found = readKey(place.file)
  if (!found && place.isNamed)
    throw new ConfigError(
      `the key file ${place.file} does not exist: make it with \`openssl rand -hex 32\`, readable by the account that runs Wheelhouse alone`,
    )
  const bytes = found ?? makeKey(place.file)
  await db
    .insertInto('meta')
    .values({ key: 'key-check', value: checkOf(bytes) })
    .execute()
  return masterKey(bytes)
}

/** As `loadKey`, for who only reads: nothing is made, and a database that has no key yet is refused. */
export async function existingKey(
  db: Kysely<Database>,
  { file }: Pick<Place, 'file'>,
): Promise<MasterKey> {
  const kept = await keptCheck(db)
  if (kept === undefined)
    throw new ConfigError('this data has no key yet: start Wheelhouse with it once')
  const bytes = readKey(file)
  if (!bytes)
    throw new ConfigError(
      `the key file ${file} is missing, without which this data cannot be vouched for: put back the one it was written with, or name it with WHEELHOUSE_KEY_FILE`,
    )
  if (!isSame(kept, checkOf(bytes)))
    throw new ConfigError(
      `the key file ${file} is not the key that this data was written with: put that one back, or name it with WHEELHOUSE_KEY_FILE`,
    )
  return masterKey(bytes)
}

/** What tells a wrong key from the right one, and nothing of the key. */
async function keptCheck(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'key-check')
    .executeTakeFirst()
  return row?.value
}

function readKey(file: string): Buffer | undefined {
  let text: string
  try {
    if (!isWindows && (statSync(file).mode & 0o004) !== 0)
      throw new ConfigError(
        `the key file ${file} can be read by everybody on this machine: take that right away with chmod 600 ${file}`,
      )
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return undefined
    throw new ConfigError(
      `the key file ${file} cannot be read (${code}): let the account that runs Wheelhouse read it, or name another with WHEELHOUSE_KEY_FILE`,
      { cause: error },
    )
  }
  if (!/^[0-9a-f]{64}$/iu.test(text))
    throw new ConfigError(
      `the key file ${file} must hold 64 hexadecimal digits and nothing else: put the right file back, or name it with WHEELHOUSE_KEY_FILE`,
    )
  return Buffer.from(text, 'hex')
}

/** Written whole and durable under another name first: half a key is never found under its own. */
function makeKey(file: string): Buffer {
  const bytes = randomBytes(32)
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    writeFileSync(draft, `${bytes.toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true })
    renameSync(draft, file)
    if (!isWindows) flushFolder(dirname(file))
    return bytes
  } catch (error) {
    rmSync(draft, { force: true })
    throw new ConfigError(
      `the key file ${file} cannot be written (${error instanceof Error ? error.message : String(error)}): name another data folder with WHEELHOUSE_DATA_DIR`,
      { cause: error },
    )
  }
}

/** The name must outlive a power cut as surely as the check in the database will. */
function flushFolder(folder: string) {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const checkOf = (bytes: Buffer): string =>
  createHmac('sha256', derived(bytes, 'check')).update('wheelhouse').digest('hex')

const masterKey = (bytes: Buffer): MasterKey => ({
  derive: (purpose) => derived(bytes, purpose),
})

const derived = (bytes: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', `wheelhouse ${purpose}`, 32))

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

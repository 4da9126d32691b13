import { constants } from 'node:fs'
import { copyFile, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** So often the product may begin a new log while we copy. */
const mostTries = 20
/** The length of a write-ahead log's header, which names the log (sqlite.org/fileformat2.html §4.1). */
const headerBytes = 32

/**
 * Copies a database that another process may hold and write, as it was at one moment; runs something on
 * the copy and takes it away. The kernel's lock forbids a second opener, not a reader of the bytes:
 * whatever changes in the file while it is copied also stands in its write-ahead log, which is copied
 * after it, unless a new log was begun meanwhile: then it is copied again.
 * Throws the file system's error where there is no such file.
 */
export async function onCopyOf<T>(file: string, run: (copy: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-audit-'))
  const copy = join(folder, 'copy.db')
  try {
    for (let tries = 1; !(await copyOnce(file, copy)); tries += 1)
      if (tries === mostTries) throw new Error(`${file} is written to too fast to be copied`)
    return await run(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** False where the copy is of two moments. */
async function copyOnce(file: string, copy: string): Promise<boolean> {
  const log = `${file}-wal`
  const before = await headerOf(log)
  await copyFile(file, copy, constants.COPYFILE_FICLONE)
  await rm(`${copy}-wal`, { force: true })
  if (before !== '') await copyFile(log, `${copy}-wal`, constants.COPYFILE_FICLONE).catch(ifGone)
  return (await headerOf(log)) === before
}

/** Empty where there is no log: the process that held it went and left everything in the file. */
async function headerOf(log: string): Promise<string> {
  const handle = await open(log).catch(ifGone)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function ifGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

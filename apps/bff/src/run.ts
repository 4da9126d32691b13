import { setFlagsFromString } from 'node:v8'
import { ConfigError } from './config/config.ts'
import type { Server } from './server.ts'

/**
 * Runs a server until this process is told to end; answers how to tell it. What the person who started
 * it can mend is said in one sentence, with exit code 1.
 */
export async function run(start: () => Promise<Server>): Promise<{ end: () => void }> {
  // What is kept is for the account that runs this, and for nobody else on the machine.
  process.umask(0o077)
  // What is kept of an estate is replaced all the time: by itself V8 lets it grow to several times its size.
  setFlagsFromString('--heap-growing-percent=40')
  // Who reads the log may go away, and that ends nothing.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const server = await start().catch((error: unknown) => {
    if (!(error instanceof ConfigError)) throw error
    return exit(error.message)
  })
  let isClosing = false
  const end = () => {
    if (isClosing) return
    isClosing = true
    void server.close().then(() => process.exit(0), exit)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  return { end }
}

function exit(reason: unknown): never {
  process.stderr.write(`wheelhouse: ${String(reason)}\n`)
  process.exit(1)
}

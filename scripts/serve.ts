import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkConfig, ConfigError, readConfig, type Config } from '../apps/bff/src/config.ts'
import { run } from '../apps/bff/src/run.ts'
import { startServer, type Server } from '../apps/bff/src/server.ts'

/** The product in one process; with no Cluster Manager configured, with a simulator of one beside it. */
const ended = await run(async () => {
  const config = readConfig()
  const server = config.mode === 'demo' ? await serveDemo(config) : await startServer(config)
  console.log(
    `\n  Wheelhouse is at ${server.url}${config.mode === 'demo' ? '  (demo: nothing here is real)' : ''}\n`,
  )
  return server
})

// A package manager between a terminal and us passes no signal on: its end is ours.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) ended.end()
}, 500).unref()

/** The demo keeps its data in a folder that goes with it, unless one was named. */
async function serveDemo(config: Config): Promise<Server> {
  const temporary = await mkdtemp(join(tmpdir(), 'wheelhouse-demo-'))
  const simulator = await startSimulator()
  const world = (await (await fetch(`${simulator.url}/_sim/world`)).json()) as {
    writers: { name: string }[]
  }
  const server = await startServer({
    ...checkConfig({
      clusters: [{ id: 'demo', name: 'Demo', url: simulator.url }],
      inventory: [
        { cluster: 'demo', kind: 'writer', names: world.writers.map(({ name }) => name) },
      ],
    }),
    listen: config.listen,
    publicOrigin: config.publicOrigin,
    logLevel: config.logLevel,
    dataDir: config.dataDir ?? temporary,
    mode: 'demo',
  })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      simulator.end()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

/** Its own process, on a free port of loopback; it ends with this one, however that ends. */
async function startSimulator(): Promise<{ url: string; end: () => void }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../apps/simulator/src/main.ts')],
    {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  const message = (await Promise.race([once(child, 'message'), once(child, 'exit')]))[0] as unknown
  if (typeof message !== 'object' || message === null || !('listening' in message))
    throw new ConfigError('the simulator of the demo did not start')
  return { url: String(message.listening), end: () => child.kill() }
}

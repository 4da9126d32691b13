import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkConfig, readConfig, type Config } from '../apps/bff/src/config.ts'
import { run } from '../apps/bff/src/run.ts'
import { startServer, type Server } from '../apps/bff/src/server.ts'
import { launchSimulator } from '../apps/simulator/src/launch.ts'

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

interface DemoWorld {
  writers: { name: string }[]
  connectors: { name: string }[]
  checkers: { taskId: string }[]
}

/** The demo keeps its data in a folder that goes with it, unless one was named. */
async function serveDemo(config: Config): Promise<Server> {
  const temporary = await mkdtemp(join(tmpdir(), 'wheelhouse-demo-'))
  const simulator = await launchSimulator({ scenario: 'demo' })
  const clear = async () => {
    await simulator.end()
    await rm(temporary, { recursive: true, force: true })
  }
  try {
    const world = (await simulator.control('GET', 'world')) as DemoWorld // as its route answers
    const names = {
      writer: world.writers.map(({ name }) => name),
      connector: world.connectors.map(({ name }) => name),
      checker: world.checkers.map(({ taskId }) => taskId),
    }
    const { clusters, inventory } = checkConfig({
      // Everything can be tried, a writer's rewind too.
      clusters: [{ id: 'demo', name: 'Demo', url: simulator.url, writerRewind: true }],
      inventory: Object.entries(names).map(([kind, all]) => ({
        cluster: 'demo',
        kind,
        names: all,
      })),
    })
    const server = await startServer({
      ...config,
      clusters,
      inventory,
      dataDir: config.dataDir ?? temporary,
    })
    const close = () => server.close().finally(clear)
    return { url: server.url, close }
  } catch (error) {
    await clear()
    throw error
  }
}

import { readConfig } from '../apps/bff/src/config/config.ts'
import { run } from '../apps/bff/src/run.ts'
import { startServer } from '../apps/bff/src/server.ts'
import { serveDemo } from './demo/demo.ts'

/** The product in one process; with no Cluster Manager configured, with simulators of two beside it. */
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

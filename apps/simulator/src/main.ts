import { buildSimulator } from './app.ts'
import { openControlPort } from './control-port.ts'
import { isScenarioName, scenarios, type ScenarioName } from './scenarios.ts'

const defaultPort = 8088

interface Settings {
  /** 0 takes a free one. */
  port: number
  scenario: ScenarioName
  seed: number
}

try {
  const { port, ...beginning } = settingsIn(process.env)
  const app = buildSimulator(beginning)
  const end = () => void app.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // Our parent is gone, however it went: nobody else would end us.
  process.once('disconnect', end)
  const control = await openControlPort(app)
  const url = await app.listen({ host: '127.0.0.1', port }).catch((error: unknown) => {
    throw new Error(sentenceFor(error, port), { cause: error })
  })
  process.stdout.write(`simulator listening on ${url}\n`)
  process.send?.({ listening: url, control })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

function settingsIn(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env['PORT'] || defaultPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${env['PORT']}".`)
  }
  const seed = Number(env['SEED'] || 1)
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new Error(`SEED must be a whole number from 0 on, not "${env['SEED']}".`)
  }
  const scenario = env['SCENARIO'] || 'demo'
  if (!isScenarioName(scenario)) {
    const names = Object.keys(scenarios).join(', ')
    throw new Error(`SCENARIO must be one of ${names}, not "${scenario}".`)
  }
  return { port, scenario, seed }
}

function sentenceFor(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} of 127.0.0.1 is taken by another process; set PORT to another one, or to 0 for a free one.`
  }
  return `The simulator cannot listen on 127.0.0.1:${port}: ${String(error)}`
}

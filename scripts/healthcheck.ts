import { readConfig } from '../apps/bff/src/config/config.ts'

/** Ends with 0 while the product of this container answers; its image asks every few seconds. */
const { listen } = readConfig([])
const isHealthy = await fetch(`http://127.0.0.1:${listen.port}/healthz`, {
  signal: AbortSignal.timeout(4_000),
}).then(
  (reply) => reply.ok,
  () => false,
)
process.exitCode = isHealthy ? 0 : 1

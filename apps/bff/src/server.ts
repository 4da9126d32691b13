import { showKeys } from '@wheelhouse/cm-client'
import type { Config } from './config/config.ts'
import { ConfigError } from './config/config.ts'
import { buildApp } from './app.ts'

export interface Server {
  /** Where a browser on this machine finds it. */
  url: string
  close: () => Promise<void>
}

/** Builds the application and listens. Throws a `ConfigError` where the address can't be had. */
export async function startServer(
  config: Config,
  options: Parameters<typeof buildApp>[1] = {},
): Promise<Server> {
  showKeys(config.clearKeys)
  const app = await buildApp(config, options)
  const { host, port } = config.listen
  try {
    const url = await app.listen({ host, port })
    return { url, close: () => app.close() }
  } catch (error) {
    await app.close()
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'EADDRINUSE')
      throw new ConfigError(
        `port ${port} is taken: stop what listens there, or choose another with --port`,
        { cause: error },
      )
    throw new ConfigError(`${host}:${port} cannot be listened on (${String(error.code)})`, {
      cause: error,
    })
  }
}

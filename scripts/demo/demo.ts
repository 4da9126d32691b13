import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { checkConfig, databaseFile, type Config } from '../../apps/bff/src/config/config.ts'
import { startServer, type Server } from '../../apps/bff/src/server.ts'
import { apiAt, type Api } from './api.ts'
import { castOf } from './cast.ts'
import { configOf, launchCities, type City } from './cities.ts'
import { pastOf } from './past.ts'
import { leaveRemarks } from './remarks.ts'
import { doTheWork } from './work.ts'

/**
 * The product with two simulated clusters, lived in from its first minute. It keeps its data in a folder that
 * goes with it, unless one was named; in a folder that holds data already, nothing is lived through again.
 */
export async function serveDemo(config: Config): Promise<Server> {
  const temporary = await mkdtemp(join(tmpdir(), 'wheelhouse-demo-'))
  const dataDir = config.dataDir ?? temporary
  const isNew = !existsSync(databaseFile({ dataDir }))
  const cities = await launchCities()
  const over = new AbortController()
  const clear = async () => {
    over.abort()
    await Promise.all(cities.map(({ simulator }) => simulator.end()))
    await rm(temporary, { recursive: true, force: true })
  }
  try {
    const { clusters, inventory } = checkConfig(await configOf(cities))
    const server = await startServer(
      { ...config, clusters, inventory, dataDir },
      isNew ? { past: await pastOf(cities) } : {},
    )
    // Nobody waits for it: the demo can be used from the first moment, and fills up. Behind a sign-in it has
    // its past and no operations, which nobody who is signed in has asked for.
    if (isNew && config.auth === 'none') void liveIn(server.url, { cities, signal: over.signal })
    const close = () => {
      over.abort()
      return server.close().finally(clear)
    }
    return { ...server, close }
  } catch (error) {
    await clear()
    throw error
  }
}

/** What happened before anybody looked. Where it can't be made to happen, the demo goes on without. */
async function liveIn(
  url: string,
  { cities, signal }: { cities: readonly City[]; signal: AbortSignal },
) {
  try {
    const api = apiAt(url, signal)
    const cast = await castOf(cities, await api.components())
    await leaveRemarks(api, cast)
    await allRead(api, signal)
    await doTheWork(api, cast, cities)
  } catch (error) {
    if (!signal.aborted)
      process.stderr.write(`the demo is less lived in than usual: ${String(error)}\n`)
  }
}

/** What is to be done depends on what is known of a component. */
async function allRead(api: Api, signal: AbortSignal) {
  const isRead = async () =>
    (await api.components()).every(
      ({ kind, observedAt }) => kind !== 'writer' || observedAt !== null,
    )
  while (!(await isRead())) await wait(500, undefined, { signal, ref: false })
}

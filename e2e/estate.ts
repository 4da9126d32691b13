import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from './product.ts'

interface Estate {
  clusters: readonly { id: string; url: string; names: readonly string[] }[]
  /** Of each cluster. */
  callsPerSecond: number
  inFlight: number
  readMs?: number
}

/** The product over clusters of writers, as its configuration file says. */
export async function startEstate({ clusters, callsPerSecond, inFlight, readMs = 5000 }: Estate) {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-estate-'))
  const file = join(folder, 'wheelhouse.yaml')
  const config = {
    clusters: clusters.map(({ id, url }) => ({
      id,
      url,
      callsPerSecond,
      inFlight,
      timeouts: { readMs },
    })),
    inventory: clusters.map(({ id, names }) => ({ cluster: id, kind: 'writer', names })),
    // One address plays all the browsers there are.
    limits: { readsPerMinute: 100_000_000, streamsPerCaller: 500 },
  }
  await writeFile(file, JSON.stringify(config)) // which is YAML as well
  const product = await startProduct(['--config', file])
  return {
    url: product.url,
    pid: product.pid,
    end: async () => {
      await product.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

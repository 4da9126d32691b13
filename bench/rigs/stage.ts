import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startCm, writerNames } from './cm.ts'
import { startEstate } from '../../e2e/estate.ts'

interface Size {
  components: number
  /** So many rows change in a second: each reading finds another checkpoint. */
  changesPerSecond: number
}

/** The product over one CM, everybody read twice, and a folder for what a bench writes. */
export async function setStage({ components, changesPerSecond }: Size) {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-bench-'))
  const cm = await startCm({ latencyMs: 2 })
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names: writerNames(components) }],
    callsPerSecond: changesPerSecond,
    inFlight: 64,
  })
  // Twice: after the first round it is known how long a row is fresh, which the second tells once.
  await wait((2 * components * 1000) / changesPerSecond + 5000)
  return {
    ...product,
    folder,
    list: async () => (await fetch(`${product.url}/api/v1/components`)).text(),
    end: async () => {
      await Promise.all([product.end(), cm.end()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { startBare } from '../rigs/bare.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'
import { residentMegabytes } from '../rigs/process.ts'
import { closeStreams, openStreams } from '../rigs/streams.ts'

const components = 10_000
const browsers = 100

/** Resident memory with ten thousand writers read several times over, and a hundred browsers. */
export async function measure(): Promise<Figure[]> {
  const cm = await startCm()
  const clusters = [{ id: 'main', url: cm.url, names: writerNames(components) }]
  const product = await startEstate({ clusters, callsPerSecond: 1000, inFlight: 64 })
  const bare = await startBare()
  const streams = await openStreams(product.url, browsers)
  await wait(45_000)
  const [ours, floor] = [product, bare].map(({ pid }) => residentMegabytes(pid)) as [number, number]
  closeStreams(streams)
  await Promise.all([product.end(), bare.end(), cm.end()])
  return [
    {
      id: 'rss',
      what: `resident memory, ${components} writers, ${browsers} browsers`,
      unit: 'MB',
      ours,
      floor: { is: 'bare Node', value: floor },
      peer: { is: 'a server that is polled for the full list', value: 1780, isRecorded: true },
      ratio: ours / floor,
      limit: 3,
      because:
        'The live heap is some 120 MB, CM’s whole answer for the raw view among it (2.2 kB a writer); the rest is room for what is replaced, and the servers run unbundled.',
    },
  ]
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { interleaved, type Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'
import { processorMs } from '../rigs/process.ts'

const details = 10_000

/** Processor time of one reading, from the turn to the row that everybody sees. */
export async function measure(): Promise<Figure[]> {
  const cm = await startCm()
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names: writerNames(10_000) }],
    callsPerSecond: 2000,
    inFlight: 32,
  })
  await wait(10_000)
  const own = async () => {
    await cm.countAnew()
    const before = processorMs(product.pid)
    await wait(5000)
    const { calls } = await cm.load()
    return ((processorMs(product.pid) - before) / calls) * 1000
  }
  const costs = await interleaved(3, {
    ours: own,
    raw: () => readerUs('raw', cm.url),
    plain: () => readerUs('plain', cm.url),
  })
  await Promise.all([product.end(), cm.end()])
  const because =
    'It counts everything that a reading sets off: judged, searched for secrets, a verdict, a row, a place in the history, a message. The study measured the transport and five keys.'
  return [
    {
      id: 'poll-cpu',
      what: 'a reading, with all that follows from it',
      unit: 'µs',
      ours: costs.ours,
      floor: { is: 'the answer’s bytes from a raw socket', value: costs.raw },
      peer: { is: 'fetch and the configuration taken apart, nothing else', value: costs.plain },
      ratio: costs.ours / costs.raw,
      limit: 1.35,
      because,
    },
    {
      id: 'poll-cpu',
      what: 'the same, against the plain way',
      unit: 'µs',
      ours: costs.ours,
      peer: { is: 'fetch and the configuration taken apart, nothing else', value: costs.plain },
      ratio: costs.ours / costs.plain,
      limit: 1 / 6,
      because,
    },
  ]
}

async function readerUs(way: 'raw' | 'plain', url: string): Promise<number> {
  const child = fork(join(import.meta.dirname, '../rigs/reader-process.ts'), [
    way,
    url,
    String(details),
  ])
  const [{ usEach }] = (await once(child, 'message')) as [{ usEach: number }] // its only word
  return usEach
}

import { setTimeout as wait } from 'node:timers/promises'
import { median, type Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'

const components = 2000
const probes = 150

/** What others feel at a CM that is busy for a millisecond with each call. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { callsPerSecond, what, limit } of [
    { callsPerSecond: 200, what: 'paced at 200 calls a second', limit: 1.1 },
    { callsPerSecond: 5000, what: 'with a budget above what CM can do', limit: 1.4 },
  ]) {
    const cm = await startCm({ burnMs: 1, latencyMs: 6 })
    const alone = await probedMs(cm.url)
    const product = await startEstate({
      clusters: [{ id: 'main', url: cm.url, names: writerNames(components) }],
      callsPerSecond,
      inFlight: 128,
    })
    await wait(8000)
    const ours = await probedMs(cm.url)
    await Promise.all([product.end(), cm.end()])
    figures.push({
      id: 'cm-gentle',
      what: `a stranger’s call of CM while we read, ${what}, median`,
      unit: 'ms',
      ours,
      floor: { is: 'without us', value: alone },
      peer: { is: '128 calls at once, always', value: 147, isRecorded: true },
      ratio: ours / alone,
      limit,
    })
  }
  return figures
}

async function probedMs(url: string): Promise<number> {
  const samples: number[] = []
  for (let probe = 0; probe < probes; probe += 1) {
    const began = performance.now()
    await (await fetch(`${url}/JDBCWriter/detail?writerName=stranger-0000000001`)).text()
    samples.push(performance.now() - began)
    await wait(20)
  }
  return median(samples)
}

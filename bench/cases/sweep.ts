import { setTimeout as wait } from 'node:timers/promises'
import { median, type Figure } from '../figure.ts'
import { startCm, writerNames, type Manners } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'

const latencyMs = 20
const inFlight = 128

/** How long it takes until every component has been read once, from an empty start. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [components, limit] of [
    [1000, 1.15],
    [10_000, 1.06],
  ] as const) {
    const ours = await sweepMs(components)
    const ideal = Math.ceil(components / inFlight) * latencyMs
    figures.push({
      id: 'sweep',
      what: `a round over ${components} components, ${inFlight} at once, ${latencyMs} ms each`,
      unit: 'ms',
      ours,
      floor: { is: 'nothing but CM’s own time', value: ideal },
      peer: { is: 'one after the other', value: components * latencyMs },
      ratio: ours / ideal,
      limit,
      because: 'Above some thousand reads a second the reading itself takes the processor’s time.',
    })
  }
  return figures
}

/** Median of several rounds, from the calls as they reach CM: a round ends when the slowest name was asked again. */
export async function sweepMs(components: number, manners: Manners = {}): Promise<number> {
  const cm = await startCm({ latencyMs, ...manners })
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names: writerNames(components) }],
    callsPerSecond: 5000,
    inFlight,
    readMs: 2000,
  })
  await wait(5000)
  const rounds: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await cm.countAnew()
    const began = performance.now()
    const healthy = components * (1 - (manners.hung ?? 0) - (manners.failing ?? 0))
    for (;;) {
      const { byName } = await cm.load()
      if (Object.keys(byName).length >= healthy * 0.995) break
      await wait(20)
    }
    rounds.push(performance.now() - began)
  }
  await Promise.all([product.end(), cm.end()])
  return median(rounds)
}

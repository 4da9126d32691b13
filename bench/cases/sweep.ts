import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
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

/** The first round after a start, from the calls as they reach CM: from the first to the last new name, and its answer. */
export async function sweepMs(components: number): Promise<number> {
  const cm = await startCm({ latencyMs })
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names: writerNames(components) }],
    callsPerSecond: 5000,
    inFlight,
  })
  for (;;) {
    await wait(250)
    const { byName, firstCallMs, lastNewNameMs } = await cm.load()
    if (Object.keys(byName).length < components) continue
    await Promise.all([product.end(), cm.end()])
    return (lastNewNameMs ?? 0) - (firstCallMs ?? 0) + latencyMs
  }
}

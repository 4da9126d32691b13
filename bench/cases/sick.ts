import { setTimeout as wait } from 'node:timers/promises'
import { startEstate } from '../../e2e/estate.ts'
import type { Figure } from '../figure.ts'
import { startCm, writerNames, type Manners } from '../rigs/cm.ts'

const components = 4000
const callsPerSecond = 1000
/** Until those that hang have been found to, again and again. */
const settledAfterMs = 50_000
const windowMs = 12_000

/** What one in a hundred that hangs, and one that fails, from the beginning on, cost the round of the others. */
export async function measure(): Promise<Figure[]> {
  const healthy = await roundMs()
  const sick = await roundMs({ hung: 0.01, failing: 0.01 })
  return [
    {
      id: 'sick',
      what: `a round over the sound of ${components} components, 1 % hung and 1 % failing, ${callsPerSecond} calls a second`,
      unit: 'ms',
      ours: sick,
      floor: { is: 'all sound', value: healthy },
      peer: { is: 'a slot held for each that hangs', value: healthy * 2 },
      ratio: sick / healthy,
      limit: 1.05,
    },
  ]
}

/** How long it takes to come to each that is sound once, from how often CM was asked about them in a while. */
async function roundMs(manners: Manners = {}): Promise<number> {
  const cm = await startCm({ latencyMs: 2, ...manners })
  const names = writerNames(components)
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names }],
    callsPerSecond,
    inFlight: 32,
    readMs: 1000,
  })
  await wait((components / callsPerSecond) * 1000 + (manners.hung ? settledAfterMs : 3000))
  await cm.countAnew()
  await wait(windowMs)
  const { byName } = await cm.load()
  await Promise.all([product.end(), cm.end()])
  const mostSick = Math.ceil(components * 0.02)
  // The sick are asked more seldom than anybody else, or as often: the rarest are left out, as many as may be sick.
  const asked = names.map((name) => byName[name] ?? 0).toSorted((one, other) => one - other)
  const sound = asked.slice(mostSick)
  const calls = sound.reduce((sum, count) => sum + count, 0)
  return (windowMs * sound.length) / calls
}

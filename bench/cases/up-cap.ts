import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'

const cap = 8
const callsPerSecond = 200
const windowMs = 10_000

/** The most calls that are out at once while much hangs and fails, and how many are made of those planned. */
export async function measure(): Promise<Figure[]> {
  const cm = await startCm({ latencyMs: 20, hung: 0.1, failing: 0.3 })
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names: writerNames(1000) }],
    callsPerSecond,
    inFlight: cap,
    readMs: 1000,
  })
  await wait(3000)
  await cm.countAnew()
  await wait(windowMs)
  const { calls, mostInFlight } = await cm.load()
  await Promise.all([product.end(), cm.end()])
  const planned = (callsPerSecond * windowMs) / 1000
  return [
    {
      id: 'up-cap',
      what: `most calls out at once, a tenth hanging and three tenths failing`,
      unit: 'calls',
      ours: mostInFlight,
      floor: { is: 'the cap', value: cap },
      ratio: mostInFlight / cap,
      limit: 1,
    },
    {
      id: 'up-cap',
      what: 'calls made in that trouble',
      unit: 'calls',
      ours: calls,
      floor: { is: 'the budget', value: planned },
      ratio: calls / planned,
      limit: 1.02,
    },
  ]
}

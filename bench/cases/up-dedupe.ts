import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'
import { closeStreams, openStream, watch } from '../rigs/streams.ts'

const opens = 200
const windowMs = 1000

/** How often CM is asked about one component that two hundred people open in the same moment. */
export async function measure(): Promise<Figure[]> {
  const cm = await startCm({ latencyMs: 20 })
  const names = writerNames(1000)
  const product = await startEstate({
    clusters: [{ id: 'main', url: cm.url, names }],
    callsPerSecond: 100,
    inFlight: 64,
  })
  const { items } = (await (
    await fetch(`${product.url}/api/v1/components?q=${names[500]}`)
  ).json()) as {
    items: { id: string; name: string }[]
  } // our own contract's
  const [{ id, name } = { id: '', name: '' }] = items
  const streams = await Promise.all(
    Array.from({ length: opens }, (_, at) => openStream(product.url, { name: `opener-${at}` })),
  )

  await wait(12_000) // everybody has been read
  await cm.countAnew()
  const began = performance.now()
  await Promise.all([
    ...streams.map((_, at) => watch(product.url, `opener-${at}`, [id])),
    ...streams.map(async () => (await fetch(`${product.url}/api/v1/components/${id}`)).text()),
  ])
  await wait(windowMs)
  const calls = (await cm.load()).byName[name] ?? 0
  // On a busy machine the opening itself takes a while.
  const seconds = (performance.now() - began) / 1000
  const fewest = 1 + Math.floor(seconds)

  closeStreams(streams)
  await Promise.all([product.end(), cm.end()])
  return [
    {
      id: 'up-dedupe',
      what: `calls about one component that ${opens} people open at once, in the ${seconds.toFixed(1)} s from then`,
      unit: 'calls',
      ours: calls,
      peer: { is: 'a call for each', value: opens },
      floor: { is: 'one, and one for each second that passes', value: fewest },
      ratio: calls / fewest,
      limit: 1,
    },
  ]
}

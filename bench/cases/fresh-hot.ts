import { setTimeout as wait } from 'node:timers/promises'
import { launchSimulator } from '@wheelhouse/simulator'
import { percentile, type Figure } from '../figure.ts'
import { startEstate } from '../../e2e/estate.ts'
import { openPage } from '../rigs/page.ts'

const flips = 15

/** From a change behind CM's back to the pixel, for rows on somebody's screen, ten thousand in two clusters. */
export async function measure(): Promise<Figure[]> {
  const simulators = await Promise.all(
    ['east', 'west'].map(async (id) => ({
      id,
      simulator: await launchSimulator({ scenario: 'five-thousand' }),
    })),
  )
  const clusters = await Promise.all(
    simulators.map(async ({ id, simulator }) => ({
      id,
      url: simulator.url,
      names: (await simulator.world()).writers.map(({ name }) => name),
    })),
  )
  const product = await startEstate({ clusters, callsPerSecond: 500, inFlight: 64 })
  await wait(15_000)
  const simulator = simulators[0]?.simulator
  if (!simulator) throw new Error('no simulator')
  const world = await simulator.world()
  const subjects = world.writers.filter(({ active }) => active).slice(100, 100 + flips)
  const project = /:(?<project>p_[^_]+)/u
  const samples: number[] = []
  for (const { name } of subjects) {
    const word = project.exec(name)?.groups?.['project'] ?? name
    const { page, close } = await openPage(
      `${product.url}/components?q=${encodeURIComponent(name)}`,
      async (page) => page.getByRole('row').filter({ hasText: word }).first().waitFor(),
    )
    await wait(1500) // the page has said what it shows
    const shown = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () =>
            document.querySelector('tr[data-id] [data-active="false"]')
              ? requestAnimationFrame(() => resolve(Date.now()))
              : requestAnimationFrame(look)
          look()
        }),
    )
    const flippedAt = Date.now()
    await simulator.control('PATCH', 'writers', { name, active: false })
    samples.push((await shown) - flippedAt)
    await close()
  }
  await Promise.all([product.end(), ...simulators.map(({ simulator }) => simulator.end())])
  const mean = samples.reduce((sum, ms) => sum + ms, 0) / samples.length
  const p95 = percentile(samples, 0.95)
  const peer = {
    is: 'read every 30 s and fetched every 5 s',
    value: 17_500,
    isRecorded: true,
  } as const
  return [
    {
      id: 'fresh-hot',
      what: 'a change at CM to the pixel, on a screen, mean',
      unit: 'ms',
      ours: mean,
      peer,
      floor: { is: 'half a second, as rows on a screen are read once a second', value: 500 },
      ratio: mean / 600,
      limit: 1,
    },
    {
      id: 'fresh-hot',
      what: 'the same, 95 %',
      unit: 'ms',
      ours: p95,
      peer,
      ratio: p95 / 1100,
      limit: 1,
    },
  ]
}

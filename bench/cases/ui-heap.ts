import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { hasRows, metrics, openPage } from '../rigs/page.ts'
import { setStage } from '../rigs/stage.ts'

const components = 10_000

/** What the page keeps in memory, and how much document it has, with ten thousand rows. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components, changesPerSecond: components / 100 })
  const { devtools, close } = await openPage(`${stage.url}/components`, hasRows(components))
  await wait(15_000)
  await devtools.send('HeapProfiler.collectGarbage')
  const counts = await metrics(devtools)
  await close()
  await stage.end()
  const heap = (counts.get('JSHeapUsedSize') ?? 0) / 1e6
  const nodes = counts.get('Nodes') ?? 0
  return [
    {
      id: 'ui-heap',
      what: `memory of the page with ${components} rows, after collection`,
      unit: 'MB',
      ours: heap,
      peer: { is: 'a table that is not virtualised', value: 171, isRecorded: true },
      floor: { is: 'five columns of the same rows', value: 4, isRecorded: true },
      ratio: heap / 9,
      limit: 1,
      because: 'Whole rows are kept, with forty facts each, where the study kept five.',
    },
    {
      id: 'ui-heap',
      what: 'nodes of the document',
      unit: 'nodes',
      ours: nodes,
      peer: { is: 'a table that is not virtualised', value: 190_026, isRecorded: true },
      ratio: nodes / 1400,
      limit: 1,
    },
  ]
}

import { setTimeout as wait } from 'node:timers/promises'
import { median, type Figure } from '../figure.ts'
import { hasRows, metrics, openPage } from '../rigs/page.ts'
import { setStage } from '../rigs/stage.ts'

const components = 10_000
const windowMs = 5000
const windows = 5

/** The main thread's script time while a hundred rows change each second, sorted by lag and filtered. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components, changesPerSecond: components / 100 })
  const { devtools, page, close } = await openPage(
    `${stage.url}/components?sort=-lag&cluster=main`,
    hasRows(components),
  )
  await wait(5000)
  const samples: number[] = []
  for (let window = 0; window < windows; window += 1) {
    const before = await metrics(devtools)
    await wait(windowMs)
    const after = await metrics(devtools)
    const seconds = (after.get('ScriptDuration') ?? 0) - (before.get('ScriptDuration') ?? 0)
    samples.push((seconds * 1000) / (windowMs / 1000))
  }
  const longTasks = await page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        let count = 0
        new PerformanceObserver((list) => (count += list.getEntries().length)).observe({
          type: 'longtask',
        })
        setTimeout(() => resolve(count), ms)
      }),
    windowMs * 2,
  )
  await close()
  await stage.end()
  const ours = median(samples)
  return [
    {
      id: 'ui-upd',
      what: `script of the page while 100 of ${components} rows change each second`,
      unit: 'ms/s',
      ours,
      peer: {
        is: 'an immutable array a batch, through a table library',
        value: 53,
        isRecorded: true,
      },
      floor: { is: 'a bare grid', value: 8, isRecorded: true },
      ratio: ours / 53,
      limit: 0.25,
    },
    {
      id: 'ui-upd',
      what: 'long tasks in ten seconds of that',
      unit: 'tasks',
      ours: longTasks,
      floor: { is: 'none', value: 0 },
      ratio: longTasks,
      limit: 0,
    },
  ]
}

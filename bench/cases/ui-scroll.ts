import { percentile, type Figure } from '../figure.ts'
import { hasRows, openPage } from '../rigs/page.ts'
import { setStage } from '../rigs/stage.ts'

const components = 10_000

/** How long frames take while somebody scrolls through ten thousand rows that change. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components, changesPerSecond: components / 100 })
  const { page, close } = await openPage(`${stage.url}/components`, hasRows(components))
  await page.mouse.move(700, 500)
  const idle = await framesMs(page, 0)
  const frames = await framesMs(page, 60)
  await close()
  await stage.end()
  const p95 = percentile(frames, 0.95)
  const floor = percentile(idle, 0.5)
  return [
    {
      id: 'ui-scroll',
      what: `frame while scrolling ${components} rows, 95 %`,
      unit: 'ms',
      ours: p95,
      floor: { is: 'a frame of the same page at rest', value: floor },
      peer: { is: 'a table that is not virtualised', value: 1617, isRecorded: true },
      ratio: p95 / floor,
      limit: 1.05,
      because:
        'The page is drawn by software on this machine’s two processors, beside the servers.',
    },
  ]
}

/** The times of frames for four seconds, scrolling by so many pixels each. */
const framesMs = (page: Awaited<ReturnType<typeof openPage>>['page'], pixels: number) =>
  page.evaluate(
    (step) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const began = performance.now()
        let last = began
        const frame = (now: number) => {
          times.push(now - last)
          last = now
          window.scrollBy(0, step)
          if (now - began < 4000) requestAnimationFrame(frame)
          else resolve(times.slice(2))
        }
        requestAnimationFrame(frame)
      }),
    pixels,
  )

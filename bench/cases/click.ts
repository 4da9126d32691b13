import { chromium, type Page } from '@playwright/test'
import { resolveBrowser } from '../../e2e/browser.ts'
import { startProduct } from '../../e2e/product.ts'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { interleaved, type Figure } from '../figure.ts'
import { startBare } from '../rigs/bare.ts'

const rows = 60

/** What a person at a screen waits for, in a real browser on this machine. */
export async function measure(): Promise<Figure[]> {
  const simulator = await launchSimulator()
  const product = await startProduct(['--cm-url', simulator.url])
  const names = Array.from({ length: rows }, (_, at) => nameOf('bench', at))
  for (const name of names)
    await simulator.control('POST', 'writers', { name, status: 'stopped', active: false })
  await product.track(names)
  const bare = await startBare(
    `<table>${'<tr><td>10.0.0.1-9000:p_bench</td></tr>'.repeat(rows)}</table>`,
  )
  const chrome = await chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  const page = await chrome.newPage({ viewport: { width: 1440, height: 3200 }, locale: 'en-US' })

  const paint = await interleaved(7, {
    ours: () => painted(page, `${product.url}/components`),
    floor: () => painted(page, bare.url),
  })
  const unused = [...names]
  const click = await interleaved(15, {
    ours: () => clicked(page, simulator, { url: product.url, name: unused.pop() ?? '' }),
    floor: () => called(simulator, unused.pop() ?? ''),
  })

  await chrome.close()
  await Promise.all([product.end(), bare.end(), simulator.end()])
  return [
    {
      id: 'lab-load',
      what: `paint of ${rows} rows`,
      unit: 'ms',
      ours: paint.ours,
      floor: { is: 'a bare page of as many rows', value: paint.floor },
      ratio: paint.ours / paint.floor,
      limit: 3,
    },
    {
      id: 'click-cm',
      what: 'click to CM has the call',
      unit: 'ms',
      ours: click.ours,
      floor: { is: 'a direct call', value: click.floor },
      ratio: click.ours / 6,
      limit: 1,
      because: 'The intent is written to the disk before the call leaves.',
    },
  ]
}

/** From the navigation to the frame in which the last row stands. */
async function painted(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  return page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelectorAll('tr a, table:not([class]) tr').length < count)
            return requestAnimationFrame(look)
          return requestAnimationFrame(() => resolve(performance.now()))
        }
        look()
      }),
    rows,
  )
}

/** From a click on *Start*, which asks nothing more, to the call's arrival at the simulated CM. */
async function clicked(
  page: Page,
  simulator: Simulator,
  target: { url: string; name: string },
): Promise<number> {
  const identity = target.name.split(':')[1] ?? ''
  await page.goto(`${target.url}/components?q=${identity}`)
  const start = page.getByRole('button', { name: `Start ${identity}`, exact: true })
  await start.waitFor()
  await page.evaluate(() => {
    addEventListener('click', () => Object.assign(window, { clickedAt: Date.now() }), {
      capture: true,
    })
  })
  await start.click()
  const arrivedAt = await arrival(simulator, target.name)
  return (
    arrivedAt - (await page.evaluate(() => (window as unknown as { clickedAt: number }).clickedAt))
  ) // set above
}

async function called(simulator: Simulator, name: string): Promise<number> {
  const leftAt = Date.now()
  await fetch(`${simulator.url}/applier/start`, {
    method: 'POST',
    body: new URLSearchParams({ applierName: name }),
  })
  return (await arrival(simulator, name)) - leftAt
}

async function arrival(simulator: Simulator, name: string): Promise<number> {
  for (let tries = 0; tries < 500; tries += 1) {
    const at = (await simulator.writes(name))[0]?.at
    if (at !== undefined) return at
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`no write for ${name} arrived`)
}

const nameOf = (topic: string, at: number): string =>
  `10.0.0.1-9000:p_${topic}${at}_source-000-0:${String(at).padStart(10, '0')}`

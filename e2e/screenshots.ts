import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import { resolveBrowser } from './browser.ts'
import { startProduct } from './product.ts'
import { launchSimulator } from '@wheelhouse/simulator'

/** Long enough for two sweeps and for the trends to be known. */
const settledMs = 45_000

const folder = join(import.meta.dirname, '../docs/images')
const looks = [
  { name: 'zh-light', locale: 'zh-CN', colorScheme: 'light' },
  { name: 'zh-dark', locale: 'zh-CN', colorScheme: 'dark' },
  { name: 'en-light', locale: 'en-US', colorScheme: 'light' },
  { name: 'en-dark', locale: 'en-US', colorScheme: 'dark' },
] as const

/** The pictures of the README and of the design review, from the demo's world. */
const simulator = await launchSimulator({ scenario: 'demo' })
const product = await startProduct(['--cm-url', simulator.url])
const { writers } = (await simulator.control('GET', 'world')) as { writers: { name: string }[] } // as it documents
const ids = await product.track(writers.map(({ name }) => name))
await wait(settledMs)

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: resolveBrowser().executablePath,
  args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
for (const look of looks)
  for (const [page, path] of [
    ['components', '/components'],
    ['component', `/components/${ids[0]}`],
  ] as const)
    await picture(browser, { ...look, path, file: `${page}-${look.name}` })
await browser.close()
await product.end()
await simulator.end()

interface Picture {
  locale: string
  colorScheme: 'light' | 'dark'
  path: string
  file: string
}

async function picture(from: Browser, { locale, colorScheme, path, file }: Picture) {
  const page = await from.newPage({ viewport: { width: 1440, height: 900 }, locale, colorScheme })
  await page.goto(product.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await wait(1000) // fonts and the first readings of the stream
  await page.screenshot({ path: join(folder, `${file}.png`) })
  await page.close()
}

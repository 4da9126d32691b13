import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import type { Component, Operation } from '@wheelhouse/contract'
import { resolveBrowser } from './browser.ts'
import { startProduct } from './product.ts'

/** A stalled one is known by standing for three minutes; then the demo shows all there is. */
const livedInMs = 360_000

const folder = join(import.meta.dirname, '../docs/images')
const looks = [
  { name: 'zh-light', locale: 'zh-CN', colorScheme: 'light' },
  { name: 'zh-dark', locale: 'zh-CN', colorScheme: 'dark' },
  { name: 'en-light', locale: 'en-US', colorScheme: 'light' },
  { name: 'en-dark', locale: 'en-US', colorScheme: 'dark' },
] as const
type Look = (typeof looks)[number]

/** The pictures of the README and of the design review, from the demo itself. */
const product = await startProduct([])
try {
  const { components, operations } = await livedIn()
  const component = components.find(({ verdict }) => verdict === 'catching-up')?.id
  const operation = operations.find(({ state }) => state === 'uncertain')?.id
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  for (const look of looks) {
    await picture(browser, look, { name: 'overview', path: '/' })
    await picture(browser, look, { name: 'components', path: '/components' })
    await picture(browser, look, { name: 'component', path: `/components/${component}` })
  }
  const [first] = looks
  await picture(browser, first, { name: 'hosts', path: '/hosts' })
  await picture(browser, first, { name: 'clusters', path: '/clusters' })
  await picture(browser, first, { name: 'operation', path: `/operations/${operation}` })
  await browser.close()
} finally {
  await product.end()
}

/** The demo when its day has been lived through: nothing is under way, and every trouble is known. */
async function livedIn() {
  const until = Date.now() + livedInMs
  for (;;) {
    const [components, operations] = await Promise.all([
      list<Component>('/components'),
      list<Operation>('/operations'),
    ])
    const verdicts = new Set(components.map(({ verdict }) => verdict))
    const isUnderWay = operations.some(({ state, verification }) =>
      state === 'succeeded'
        ? verification === 'pending'
        : state === 'running' || state === 'queued',
    )
    const isKnown =
      verdicts.has('stalled') && verdicts.has('catching-up') && verdicts.has('needs-you')
    if (isKnown && !isUnderWay) return { components, operations }
    if (Date.now() > until) throw new Error(`the demo shows only ${[...verdicts].join(', ')}`)
    await wait(2000)
  }
}

async function list<Item>(path: string): Promise<Item[]> {
  const answer = await fetch(`${product.url}/api/v1${path}`)
  return ((await answer.json()) as { items: Item[] }).items // as the contract has it
}

async function picture(
  from: Browser,
  { locale, colorScheme, name: lookName }: Look,
  { name, path }: { name: string; path: string },
) {
  const page = await from.newPage({ viewport: { width: 1440, height: 900 }, locale, colorScheme })
  await page.goto(product.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await wait(2000) // fonts, the first readings of the stream, and what is loaded when it is needed
  await page.screenshot({ path: join(folder, `${name}-${lookName}.png`) })
  await page.close()
}

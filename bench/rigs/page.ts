import { chromium, type CDPSession, type Page } from '@playwright/test'
import { resolveBrowser } from '../../e2e/browser.ts'

export interface OpenPage {
  page: Page
  devtools: CDPSession
  close: () => Promise<void>
}

/** A page in a real browser, with its developer tools attached. */
export async function openPage(url: string, isReady: (page: Page) => Promise<void>) {
  const chrome = await chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: ['--disable-gpu', '--disable-background-networking', '--js-flags=--expose-gc'],
  })
  const page = await chrome.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' })
  await page.goto(url)
  await isReady(page)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return { page, devtools, close: () => chrome.close() } satisfies OpenPage
}

/** The list of components with so many rows in it. */
export const hasRows =
  (count: number) =>
  async (page: Page): Promise<void> => {
    await page
      .locator(`table[aria-rowcount="${count + 1}"]`)
      .waitFor({ state: 'attached', timeout: 60_000 })
  }

/** What the browser counts of itself, by its own names. */
export async function metrics(devtools: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Bytes that a browser fetched until the list could be used, gzipped. */
export interface FirstLoad {
  javascript: number
  css: number
}

/**
 * Opens the list, and sums up every script and sheet that was asked for before its rows could be used: as
 * soon as so many of them stand with a button that works, as the page itself sees it, frame by frame.
 */
export async function firstLoad(page: Page, url: string, rows: number): Promise<FirstLoad> {
  await page.addInitScript((wanted) => {
    const look = () => {
      const usable = document.querySelectorAll('tr[data-id] [data-column="actions"] button')
      if (usable.length < wanted) requestAnimationFrame(look)
      else Object.assign(window, { usableAt: performance.now() })
    }
    requestAnimationFrame(look)
  }, rows)
  await page.goto(url)
  await page.waitForFunction(() => 'usableAt' in window)
  const paths = await page.evaluate(() => {
    const { usableAt } = window as unknown as { usableAt: number } // set above
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime, name }) => startTime <= usableAt && /\.(?:js|css)$/u.test(name))
      .map(({ name }) => name)
  })
  const sizes = { javascript: 0, css: 0 }
  for (const path of new Set(paths)) {
    const text = await (await fetch(path, { headers: { 'accept-encoding': 'identity' } })).text()
    sizes[path.endsWith('.css') ? 'css' : 'javascript'] += gzipSync(text, { level: 9 }).length
  }
  return sizes
}

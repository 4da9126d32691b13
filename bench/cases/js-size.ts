import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { resolveBrowser } from '../../e2e/browser.ts'
import { startProduct } from '../../e2e/product.ts'
import type { Figure } from '../figure.ts'

/** All JavaScript that a browser fetches until the list is usable, gzipped. */
export async function measure(): Promise<Figure[]> {
  const product = await startProduct(['--cm-url', 'http://127.0.0.1:9'])
  const chrome = await chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  const page = await chrome.newPage()
  const scripts = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  await page.goto(`${product.url}/components`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('load')
  await chrome.close()
  await product.end()
  const ours = [...scripts].reduce((sum, path) => sum + gzipped(path), 0) / 1000
  return [
    {
      id: 'js-size',
      what: 'JavaScript of the first load, gzipped',
      unit: 'kB',
      ours,
      floor: { is: 'React alone', value: 69, isRecorded: true },
      peer: { is: 'bull-board', value: 207, isRecorded: true },
      ratio: ours / 170,
      limit: 1,
    },
  ]
}

const dist = join(import.meta.dirname, '../../apps/web/dist')
const gzipped = (path: string): number =>
  gzipSync(readFileSync(join(dist, path)), { level: 9 }).length

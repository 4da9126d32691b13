import { chromium } from '@playwright/test'
import { resolveBrowser } from '../../e2e/browser.ts'
import { firstLoad } from '../../e2e/first-load.ts'
import { startProduct } from '../../e2e/product.ts'
import type { Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'

/** All JavaScript that a browser fetches until the list is usable, gzipped. */
export async function measure(): Promise<Figure[]> {
  const cm = await startCm()
  const product = await startProduct(['--cm-url', cm.url])
  await product.track(writerNames(60))
  const chrome = await chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  const { javascript } = await firstLoad(await chrome.newPage(), `${product.url}/components`, 20)
  await chrome.close()
  await Promise.all([product.end(), cm.end()])
  const ours = javascript / 1000
  return [
    {
      id: 'js-size',
      what: 'JavaScript until sixty rows are usable, gzipped',
      unit: 'kB',
      ours,
      floor: { is: 'React alone', value: 69, isRecorded: true },
      peer: { is: 'bull-board', value: 207, isRecorded: true },
      ratio: ours / 170,
      limit: 1,
    },
  ]
}

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export type Browser = { executablePath: string; source: string }

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browsers of this machine, best match first; PLAYWRIGHT_CHROMIUM, where set, is the only one. */
export function browsersHere(): Browser[] {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM
  if (chosen) return [{ executablePath: chosen, source: 'PLAYWRIGHT_CHROMIUM' }].filter(isThere)

  return [
    { executablePath: chromium.executablePath(), source: 'downloaded by Playwright' },
    ...namesOnPath.flatMap(onPath),
    ...usualPlaces.map((place) => ({ executablePath: place, source: 'installed' })),
  ].filter(isThere)
}

/** The browser that the tests run in; `scripts/browser.ts` gets one where there is none. */
export function resolveBrowser(): Browser {
  const [best] = browsersHere()
  if (best) return best

  const chosen = process.env.PLAYWRIGHT_CHROMIUM
  throw new Error(
    chosen
      ? `PLAYWRIGHT_CHROMIUM=${chosen} is not an executable file`
      : 'No browser: run `node scripts/browser.ts`, or set PLAYWRIGHT_CHROMIUM to one',
  )
}

function onPath(name: string): Browser[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => ({ executablePath: join(folder, name), source: 'installed' }))
}

function isThere({ executablePath }: Browser): boolean {
  try {
    accessSync(executablePath, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, browsersHere } from '../e2e/browser.ts'
import { aptInstall } from './apt.ts'

const e2e = join(import.meta.dirname, '../e2e')
const fontPackage = 'fonts-noto-cjk'

/** Finds a browser for the tests, or gets one where that needs no question. */
export function provideBrowser(): Browser {
  const browser = runningBrowser() ?? chosenInVain() ?? download() ?? installFromDebian()
  if (!browser) {
    throw new Error(
      'No browser for the tests: install Chromium, Chrome or Edge, or set PLAYWRIGHT_CHROMIUM to the path of one.',
    )
  }

  console.log(`browser: ${browser.executablePath} (${browser.source})`)
  provideChineseFont()
  return browser
}

/** A file can be there and not run: a download without its libraries, or a stub of the distribution. */
function runningBrowser(): Browser | undefined {
  return browsersHere().find(({ executablePath }) => {
    // There, asking for the version opens a window.
    if (process.platform === 'win32') return true
    const { status } = spawnSync(executablePath, ['--version'], {
      stdio: 'ignore',
      timeout: 30_000,
    })
    return status === 0
  })
}

/** Who names a browser wants that one, and no other. */
function chosenInVain(): undefined {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM
  if (chosen) throw new Error(`PLAYWRIGHT_CHROMIUM=${chosen} is not a browser that runs.`)
}

function download(): Browser | undefined {
  console.log('no browser found, trying: playwright install chromium')
  const cli = join(e2e, 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    cwd: e2e,
    stdio: 'ignore',
    // A closed network fails at once; the limit is for one that swallows packets.
    timeout: 240_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  })
  return runningBrowser()
}

function installFromDebian(): Browser | undefined {
  aptInstall(['chromium', 'fonts-liberation', fontPackage])
  return runningBrowser()
}

/** Without one, screenshots of the Chinese pages show boxes; the tests themselves still hold. */
function provideChineseFont() {
  if (process.platform !== 'linux' || hasChineseFont()) return
  aptInstall([fontPackage])
  if (!hasChineseFont()) console.warn('no Chinese font found: screenshots will show boxes')
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

if (import.meta.main) {
  try {
    provideBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

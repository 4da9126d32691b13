import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { provideBrowser } from './browser.ts'
import { type Summary, crashed, lastLine, sum } from './test-summary.ts'
import { summarizePlaywright, summarizeVitest } from './test-summary.ts'

const root = join(import.meta.dirname, '..')
const unitReport = join(root, 'test-results/unit.json')
const browserReport = join(root, 'test-results/e2e.json')

/** Every test of the house; the last line says what they came to. */
function verify(): Summary {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  // The figures are of one run; `pnpm assurance` makes a page of them.
  rmSync(join(root, 'test-results/assurance'), { recursive: true, force: true })
  // Some unit tests start the product as its image does, and that serves the built web app.
  if (run('pnpm', ['build']) !== 0) return crashed('all tests', 'the build failed')
  return sum([runUnitTests(), runBrowserTests()])
}

function runUnitTests(): Summary {
  rmSync(unitReport, { force: true })
  const exitCode = runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ])
  return summarizeVitest(readReport(unitReport), exitCode)
}

function runBrowserTests(): Summary {
  rmSync(browserReport, { force: true })
  try {
    const { executablePath } = provideBrowser()
    const exitCode = runNode(
      'e2e/node_modules/@playwright/test/cli.js',
      ['test', '--config', 'e2e/playwright.config.ts'],
      { PLAYWRIGHT_CHROMIUM: executablePath },
    )
    return summarizePlaywright(readReport(browserReport), exitCode)
  } catch (error) {
    return crashed('browser tests', error instanceof Error ? error.message : String(error))
  }
}

const runNode = (script: string, words: string[], env?: NodeJS.ProcessEnv) =>
  run(process.execPath, [join(root, script), ...words], env)

/** The exit code; `null` where a signal or the time limit ended it. */
function run(command: string, words: string[], env: NodeJS.ProcessEnv = {}): number | null {
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    timeout: 30 * 60_000,
  })
  if (error) console.error(error.message)
  return status
}

/** Undefined where there is none: the run died before it could write one. */
function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const summary = verify()
for (const note of summary.notes) console.log(note)
process.exitCode = summary.failed > 0 ? 1 : 0
console.log(lastLine(summary))

import { defineConfig } from '@playwright/test'
import { resolveBrowser } from './browser.ts'

const inCi = Boolean(process.env.CI)

/** No `webServer`: each worker starts its own product and simulator, through a fixture. */
export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time is a bug of the test or of the product.
  retries: 0,
  forbidOnly: inCi,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 5_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: '../test-results/e2e.json' }],
    ['./policy-reporter.ts'],
  ],
  use: {
    locale: 'en-US',
    // Ten to twenty per cent slower, so only where nobody can look on.
    trace: inCi ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: resolveBrowser().executablePath,
      // Works as root, in containers and without user namespaces; the pages are our own.
      chromiumSandbox: false,
      // Where the network is closed, the browser's own calls home would be retried all the time.
      args: [
        '--no-first-run',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        '--disable-gpu',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
})

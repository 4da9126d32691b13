import { resolveBrowser } from '../browser.ts'
import { freePort } from '../free-port.ts'
import { startProduct } from '../product.ts'
import { expect, pathsOfWrites, test } from '../fixtures.ts'

test('everything works over plain http at a name that is not this machine', async ({
  simulator,
  playwright,
}) => {
  const name = '10.0.0.1-9000:p_plainhttp_source-000-0:0000000001'
  await simulator.control('POST', 'writers', { name })
  const port = await freePort()
  const origin = `http://wheelhouse.intranet:${port}`
  const product = await startProduct([
    '--cm-url',
    simulator.url,
    '--port',
    String(port),
    '--public-origin',
    origin,
  ])
  await product.track(name)
  const browser = await playwright.chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: [
      '--host-resolver-rules=MAP wheelhouse.intranet 127.0.0.1',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
  const page = await browser.newPage({ locale: 'en-US' })
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))

  await page.goto(`${origin}/components`)
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  const row = page.getByRole('row').filter({ hasText: 'p_plainhttp' })
  await row.getByRole('button', { name: /^Stop / }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Copy/u }).first().click()
  await expect(page.getByText('Copied').first()).toBeAttached()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()

  await expect(row.getByText('stopped', { exact: true }).first()).toBeVisible({ timeout: 15_000 })
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/stop'])
  expect(errors).toEqual([])
  await browser.close()
  await product.end()
})

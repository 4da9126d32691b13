import { headOf, rowOf } from '../command.ts'
import { startProduct } from '../product.ts'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, test } from '../fixtures.ts'

test('when CM goes away its rows say so, with their age, and come back with it', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const mortal = await launchSimulator({ scenario: 'sample' })
  const product = await startProduct(['--cm-url', mortal.url])
  const name = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'
  const [id = ''] = await product.track(name)
  await page.goto(`${product.url}/components`)
  const row = page.getByRole('row').filter({ hasText: 'p_3b7ixsl2sxb4_source-000-0' })
  await expect(row.getByText('running').first()).toBeVisible({ timeout: 15_000 })

  await mortal.end()
  await expect(row.getByText('unreachable')).toBeVisible({ timeout: 15_000 })
  await expect(row.getByText(/^as of \d\d:\d\d:\d\d$/u)).toBeVisible()
  await expect(page.getByText(/unreachable since/u).first()).toBeVisible()
  await expect(row.getByRole('button', { name: /Stop .*CM does not answer/u })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.goto(`${product.url}/components/${id}`)
  await expect(headOf(page).getByText('unreachable')).toBeVisible()
  await page.goto(`${product.url}/operations`)
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible()

  const risen = await launchSimulator({ scenario: 'sample', port: mortal.port })
  await page.goto(`${product.url}/components`)
  await expect(row.getByText('running').first()).toBeVisible({ timeout: 20_000 })
  // A page that outlives its product would say so on the console.
  await page.close()
  await product.end()
  await risen.end()
})

test.describe('while Wheelhouse itself is away', () => {
  test.use({ expectedStatuses: [0] })

  test('the page keeps what it has, says how old it is, and goes on when it is back', async ({
    page,
  }) => {
    test.setTimeout(90_000)
    const simulator = await launchSimulator({ scenario: 'sample' })
    const product = await startProduct(['--cm-url', simulator.url])
    await product.track('100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069')
    await page.goto(`${product.url}/components`)
    const row = page.getByRole('row').filter({ hasText: 'p_3b7ixsl2sxb4_source-000-0' })
    await expect(row.getByText('running').first()).toBeVisible({ timeout: 15_000 })

    await product.end()

    await expect(page.getByText('No live updates from Wheelhouse.')).toBeVisible({
      timeout: 20_000,
    })
    await expect(row).toBeVisible()
    const risen = await startProduct([
      '--cm-url',
      simulator.url,
      '--port',
      new URL(product.url).port,
    ])
    await expect(page.getByText('No live updates from Wheelhouse.')).toBeHidden({ timeout: 30_000 })
    // Its data went with the first one: the page shows what the new one knows.
    await expect(page.getByText('No component is tracked yet')).toBeVisible()
    await risen.end()
    await simulator.end()
  })

  test('once it is back with what it kept, the same page is live again and goes on', async ({
    page,
    simulator,
  }) => {
    test.setTimeout(90_000)
    const product = await startProduct(['--cm-url', simulator.url])
    const name = '10.0.0.1-9000:p_resumed_source-000-0:0000000001'
    await simulator.control('POST', 'writers', { name })
    await product.track(name)
    await page.goto(`${product.url}/components`)
    const row = rowOf(page, 'p_resumed_source-000-0')
    await expect(row.getByText('running').first()).toBeVisible({ timeout: 15_000 })
    const live = page.getByRole('status').filter({ hasText: /^live$/u })
    await expect(live).toBeVisible()
    await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))

    await product.stop()
    await expect(page.getByText('No live updates from Wheelhouse.')).toBeVisible({
      timeout: 20_000,
    })
    await simulator.control('PATCH', 'writers', { name, active: false })
    // A page that can't be fetched now comes when it can be.
    await page.getByRole('link', { name: 'Hosts', exact: true }).click()
    await product.startAgain()

    await expect(page.getByRole('heading', { name: 'Hosts' })).toBeVisible({ timeout: 30_000 })
    await page.goBack()
    await expect(live).toBeVisible({ timeout: 30_000 })
    await expect(row.getByText('abnormal')).toBeVisible({ timeout: 15_000 })
    await expect(page.locator('html[data-same-page]')).toHaveCount(1)
    await page.close()
    await product.end()
  })
})

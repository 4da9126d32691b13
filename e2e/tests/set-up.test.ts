import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { startProduct } from '../product.ts'

test.use({ expectedStatuses: [400, 401, 403] })

test('whoever holds the setup token becomes the first administrator, and is let in at once', async ({
  page,
  simulator,
}) => {
  const product = await startProduct(['--cm-url', simulator.url, '--auth', 'local'])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${product.url}/components`)
  await expect(page.getByRole('heading', { name: 'Set up Wheelhouse' })).toBeVisible()
  await expect(page.getByText('setup-token', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  const token = (await readFile(join(product.dataDir, 'setup-token'), 'utf8')).trim()
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const submit = page.getByRole('button', { name: 'Create the administrator and sign in' })

  await field('Setup token').fill('not-the-token')
  await field('Name of the administrator').fill('alice')
  await field('Password').fill('four-calm-herons')
  await field('The same once more').fill('four-calm-herons')
  await submit.click()
  await expect(page.getByText('This is not the token')).toBeVisible()
  await expect(field('Password')).toHaveValue('four-calm-herons')

  await field('Setup token').fill(token)
  await field('Password').fill('alice')
  await field('The same once more').fill('alice')
  await submit.click()
  await expect(page.getByText(/^Too short/u)).toBeVisible()
  await field('Password').fill('four-calm-herons')
  await field('The same once more').fill('four-calm-herons')
  await submit.click()

  await expect(page.getByText('No component is tracked yet')).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.getByRole('button', { name: 'Signed in as alice' })).toBeVisible()
  await page.close()
  await product.end()
})

import { startProduct } from '../product.ts'
import { expect, expectAccessible, pathsOfWrites, test } from '../fixtures.ts'

test('an empty list says how to add names, and pasting adds the good ones', async ({
  page,
  simulator,
}) => {
  const product = await startProduct(['--cm-url', simulator.url])
  const identity = 'p_pasted_source-000-0'
  const name = `10.0.0.1-9000:${identity}:0000000001`
  await simulator.control('POST', 'writers', { name })
  await page.goto(`${product.url}/components`)
  await expect(page.getByText('No component is tracked yet')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add components' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add components' })
  await dialog.getByRole('textbox').fill(`${name}\nwith a blank\n${name}\n`)
  await expect(dialog.getByText('1 good')).toBeVisible()
  await expect(dialog.getByText('2 not')).toBeVisible()
  await expect(dialog.getByText('has a blank in it')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add 1 component' }).click()
  await expect(dialog.getByText('1 added')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await expect(
    page.getByRole('row').filter({ hasText: identity }).getByText('running').first(),
  ).toBeVisible({ timeout: 15_000 })
  await page.close()
  await product.end()
})

test('a component is no longer watched once it is untracked, and nothing was sent', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('untracked')
  await page.goto(`/components/${id}`)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /Remove from list/u }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from list' }).click()

  await expect(page).toHaveURL(/\/components(?:\?|$)/u)
  await expect(page.getByRole('link', { name: new RegExp(identity, 'u') })).toBeHidden()
  expect(await pathsOfWrites(simulator, name)).toEqual([])
})

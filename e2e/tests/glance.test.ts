import { expect, expectAccessible, test } from '../fixtures.ts'

test('the overview tells first what needs somebody, and leads to it', async ({
  page,
  newWriter,
}) => {
  // Were it alone on its host, the host would be told of in its place.
  const host = '10.77.0.2'
  await newWriter('neighbour-glance', { host })
  const { id, identity } = await newWriter('abnormal-glance', { host, active: false })
  await page.goto('/')
  const attention = page.getByRole('region', { name: 'Needs attention now' })
  const group = attention.getByRole('region', { name: /^abnormal/u })
  await expect(group.getByRole('link', { name: identity })).toBeVisible({ timeout: 15_000 })
  await expectAccessible(page)

  await group.getByRole('link', { name: identity }).click()

  await expect(page).toHaveURL(new RegExp(`/components/${id}`, 'u'))
})

test('a number of the overview leads to those it counts', async ({ page, newWriter }) => {
  const { identity } = await newWriter('counted-glance', { active: false })
  await page.goto('/')
  const counts = page.getByRole('region', { name: 'Components by cluster' })

  await counts.getByRole('link', { name: /^abnormal/u }).click({ timeout: 15_000 })

  await expect(page).toHaveURL(/verdict=abnormal/u)
  await expect(page.getByRole('row').filter({ hasText: identity })).toBeVisible()
})

test('a host tells how its components are, and leads to them', async ({ page, newWriter }) => {
  const host = '10.77.0.1'
  const { identity } = await newWriter('hosted-glance', { host })
  await page.goto(`/hosts?q=${host}`)
  await expect(page.getByRole('row').filter({ hasText: host })).toContainText('alive')
  await expectAccessible(page)

  await page.getByRole('link', { name: host }).click()

  await expect(page.getByRole('row').filter({ hasText: identity })).toBeVisible()
})

test('the protection level of a cluster is changed, and stays so', async ({ page }) => {
  await page.goto('/clusters')
  await expectAccessible(page)

  await page.getByRole('radio', { name: /^High/u }).check()
  await expect(page.getByRole('radio', { name: /^High/u })).toBeChecked()
  await page.reload()

  await expect(page.getByRole('radio', { name: /^High/u })).toBeChecked()
  await page.getByRole('radio', { name: /^Medium/u }).check()
})

test('Ctrl-K finds a component by a part of its name, without the mouse', async ({
  page,
  newWriter,
}) => {
  const { id, identity } = await newWriter('palette-glance')
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  const box = page.getByRole('combobox', { name: 'Search or go to' })
  await box.fill('ALETTE-glan')
  await expect(page.getByRole('option', { name: identity })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(new RegExp(`/components/${id}`, 'u'))
  await expect(box).toBeHidden()
})

test('the palette offers what can be done to the component that is shown, and says why not', async ({
  page,
  newWriter,
}) => {
  const { id } = await newWriter('palette-actions')
  await page.goto(`/components/${id}`)
  await expect(page.getByRole('button', { name: 'Stop' }).first()).toBeEnabled()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option', { name: /^Start…/u })).toBeDisabled()
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('stop')
  await page.getByRole('option', { name: /^Stop…/u }).click()

  await expect(page.getByRole('dialog', { name: /Stop/u })).toBeVisible()
})

test('on a narrow screen the rarer places are behind "more"', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  const more = page.getByRole('button', { name: 'More' })
  await more.click()
  await page.getByRole('link', { name: 'Audit' }).press('Escape')
  await expect(more).toBeFocused()

  await more.click()
  await page.getByRole('link', { name: 'Audit' }).click()

  await expect(page).toHaveURL(/\/audit/u)
  await expect(page.getByRole('link', { name: 'Audit' })).toBeHidden()
})

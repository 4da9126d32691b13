import type { Page } from '@playwright/test'
import { headOf } from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const field = (page: Page) => page.getByRole('textbox', { name: /^Note for everybody/u })
const noteOf = (page: Page) => page.getByRole('region', { name: 'Note', exact: true })

test('a note is written, changed and removed, and every screen shows it', async ({
  page,
  context,
  newWriter,
}) => {
  const { id, identity } = await newWriter('noted')
  const other = await context.newPage()
  for (const one of [page, other]) await one.goto(`/components/${id}`)

  await page.getByRole('button', { name: 'Add a note' }).click()
  await field(page).fill('leave it alone until Friday')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  for (const one of [page, other])
    await expect(noteOf(one)).toContainText('leave it alone until Friday')

  await other.getByRole('button', { name: 'Edit the note' }).click()
  await field(other).fill('leave it alone until Monday')
  await other.keyboard.press('ControlOrMeta+Enter')
  await expect(noteOf(page)).toContainText('until Monday')
  await page.goto('/components?q=until+Monday')
  await expect(page.getByRole('row').filter({ hasText: identity })).toBeVisible()

  await other.getByRole('button', { name: 'Remove the note' }).click()
  await expect(other.getByRole('button', { name: 'Add a note' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: identity })).toBeHidden()
})

test('who writes a note while another does sees both, and decides', async ({
  page,
  context,
  newWriter,
}) => {
  const { id } = await newWriter('conflict')
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.goto(`/components/${id}`)
    await one.getByRole('button', { name: 'Add a note' }).click()
  }
  await field(page).fill('mine')

  await field(other).fill('theirs')
  await other.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByText('has changed the note meanwhile. It now says:')).toBeVisible()
  await expect(page.getByText('theirs', { exact: true })).toBeVisible()
  await expect(field(page)).toHaveValue('mine')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Replace theirs' }).click()
  for (const one of [page, other]) await expect(noteOf(one)).toContainText('mine')
})

test('with another protection level a component is behind from another lag on', async ({
  page,
  newWriter,
}) => {
  const { id } = await newWriter('protected', { lagSeconds: 100, rate: 1 })
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  const level = page.getByRole('combobox', { name: 'Protection level' })

  await level.selectOption('high')
  await expect(headOf(page).getByText(/^(?:falling behind|catching up)$/u)).toBeVisible({
    timeout: 15_000,
  })
  await expect(headOf(page)).toContainText('The lag is over its threshold')

  await level.selectOption('low')
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 15_000 })
})

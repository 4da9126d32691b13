import type { Page } from '@playwright/test'
import { choose, headOf } from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

async function stop(page: Page, identity: string) {
  await page.getByRole('button', { name: `Stop ${identity}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()
  await expect(headOf(page).getByText('stopped', { exact: true })).toBeVisible({ timeout: 20_000 })
}

test('how far back the chart looks stands in the address, and a reload keeps it', async ({
  page,
  newWriter,
}) => {
  const { id } = await newWriter('span')
  await page.goto(`/components/${id}`)
  const range = page.getByRole('group', { name: 'Time range' })
  await range.getByRole('button', { name: '6 h', exact: true }).click()
  await expect(page).toHaveURL(/span=6h/u)
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect(page).toHaveURL(/until=/u)

  await page.reload()

  await expect(range.getByRole('button', { name: '6 h', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(page.getByText('Last 6 h')).toBeVisible()
  await expect(page).not.toHaveURL(/until=/u)
})

test('a mark on the chart leads to the operation that it stands for', async ({
  page,
  newWriter,
}) => {
  const { id, identity } = await newWriter('marked')
  await page.goto(`/components/${id}`)
  await stop(page, identity)

  const marks = page.getByRole('list', { name: 'What was done to it' })
  await marks.getByRole('link', { name: /Stop · .* · succeeded/u }).click({ timeout: 20_000 })

  await expect(page).toHaveURL(/\/operations\//u)
  await expect(page.getByText('succeeded', { exact: true }).first()).toBeVisible()
})

test('the keyboard walks the curve, and each moment is said', async ({ page, newWriter }) => {
  const { id } = await newWriter('walked', { lagSeconds: 40, rate: 1 })
  await page.goto(`/components/${id}`)
  const curve = page.getByRole('slider', { name: /^Lag curve/u })
  await curve.focus({ timeout: 20_000 })
  await expect(curve).toHaveAttribute('aria-valuetext', /^\d+ s, running · worst of 15 s, .*epoch/u)

  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowLeft')

  await expect(curve).toHaveAttribute('aria-valuetext', /^not observed, nobody looked · /u)
  await expectAccessible(page)
})

test('a rewind offers the checkpoints that were recorded, and one click fills the position in', async ({
  page,
  newWriter,
}) => {
  const { id, identity } = await newWriter('recorded')
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  await stop(page, identity)

  const dialog = await choose(page, 'Rewind')
  await dialog.getByText(/^Recorded checkpoints \(\d+\)$/u).click()
  const recorded = dialog.getByRole('list', { name: 'Recorded checkpoints' })
  const before = recorded.getByRole('button', { name: /before: Stop/u })
  await before.click()

  await expect(before).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('textbox', { name: 'epoch seconds' })).toHaveValue(/^\d{10}$/u)
  await expectAccessible(page)
})

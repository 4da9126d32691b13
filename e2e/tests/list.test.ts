import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { rowOf } from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const rows = (page: Page) => page.locator('tr[data-id]')
const linkOf = (page: Page, shown: string) => rowOf(page, shown).getByRole('link').first()
const bar = (page: Page) => page.getByRole('region', { name: 'Selected components' })

test('columns are chosen, stand in the link, and are what this browser shows from now on', async ({
  page,
  newWriter,
  browser,
}) => {
  const { identity } = await newWriter('columns')
  const list = `/components?q=${identity}`
  await page.goto(list)
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.getByRole('checkbox', { name: 'Project' }).click()
  await menu.getByRole('checkbox', { name: 'Status' }).click()
  await menu.getByRole('button', { name: 'Move earlier: Lag' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused()

  const names = [
    'Verdict',
    'Lag',
    'Name',
    'Checkpoint',
    'Host',
    'Active',
    'Last command',
    'Project',
  ]
  const expectColumns = (of: Page) =>
    expect(of.getByRole('columnheader').filter({ hasText: /\S/u })).toContainText([
      ...names,
      'Actions',
    ])
  await expectColumns(page)
  const other = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await other.goto(page.url())
  await expectColumns(other)
  await other.context().close()
  await page.goto(list)
  await expectColumns(page)
})

test('a view is kept under a name, and shows the same list again', async ({ page, newWriter }) => {
  const { identity } = await newWriter('kept')
  const other = await newWriter('unkept')
  await page.goto(`/components?q=${identity}&sort=-lag`)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('Mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/components')
  await expect(rowOf(page, other.identity)).toBeVisible()

  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await page.getByRole('button', { name: 'Mine', exact: true }).click()

  await expect(rowOf(page, identity)).toBeVisible()
  await expect(rowOf(page, other.identity)).toBeHidden()
  await expect(page).toHaveURL(/sort=-lag/u)
})

test('the file has the rows and the columns that are shown, in their order', async ({
  page,
  newWriter,
}) => {
  const first = await newWriter('file', { host: '10.0.0.1' })
  const second = await newWriter('file', { host: '10.0.0.2' })
  await newWriter('nofile')
  await page.goto('/components?q=p_file&sort=-host&cols=name,host')
  await expect(rows(page)).toHaveCount(2)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const download = await waiting

  expect(download.suggestedFilename()).toMatch(/^wheelhouse-.*\.csv$/u)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines.map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
    'Name,Host',
    `${second.name},10.0.0.2`,
    `${first.name},10.0.0.1`,
  ])
})

test('a click with shift selects all from the one before, and what is selected stands in the link', async ({
  page,
  newWriter,
}) => {
  for (const n of [1, 2, 3, 4]) await newWriter('shift', { host: `10.0.0.${n}` })
  await page.goto('/components?q=p_shift&sort=host')
  await expect(rows(page)).toHaveCount(4)

  await rows(page).nth(0).getByRole('checkbox').click()
  await rows(page)
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })

  await expect(bar(page)).toContainText('3 selected')
  await expectAccessible(page)
  await page.goto(page.url())
  await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked()
  await expect(rows(page).nth(3).getByRole('checkbox')).not.toBeChecked()
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click()
  await expect(bar(page)).toBeHidden()
})

test('from the search into the rows, selected and opened without the mouse', async ({
  page,
  newWriter,
}) => {
  const first = await newWriter('bykey', { host: '10.0.0.1' })
  const second = await newWriter('bykey', { host: '10.0.0.2' })
  await newWriter('bykey', { host: '10.0.0.3' })
  await page.goto('/components?sort=host')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('p_bykey')
  await expect(rows(page)).toHaveCount(3)

  await page.keyboard.press('ArrowDown')
  await expect(linkOf(page, first.identity)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(linkOf(page, second.identity)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar(page)).toContainText('3 selected')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()

  await page.keyboard.press('o')
  const drawer = page.getByRole('region', { name: 'Component', exact: true })
  await expect(drawer).toBeFocused()
  await expect(drawer.getByRole('heading', { name: second.name })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(linkOf(page, second.identity)).toBeFocused()
})

test('a click on a row opens it beside the list, as its link does, and closing leaves the list as it was', async ({
  page,
  newWriter,
}) => {
  const { id, name, identity } = await newWriter('drawer')
  await page.goto(`/components?q=${identity}`)
  await rowOf(page, identity).locator('[data-column=lag]').click()
  const drawer = page.getByRole('region', { name: 'Component', exact: true })
  await expect(drawer.getByRole('heading', { name })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`open=${id}`, 'u'))
  await page.goto(page.url())
  await expect(drawer.getByRole('heading', { name })).toBeVisible()

  await drawer.getByRole('button', { name: 'Close the panel' }).click()

  await expect(drawer).toBeHidden()
  await expect(linkOf(page, identity)).toBeFocused()
  await expect(page).not.toHaveURL(/open=/u)
})

test('rows stay where they are while somebody points at one, and move when nobody does', async ({
  page,
  newWriter,
  simulator,
}) => {
  const one = await newWriter('held', { lagSeconds: 4000, rate: 1 })
  const other = await newWriter('held', { lagSeconds: 2000, rate: 1 })
  await page.goto('/components?q=p_held&sort=-lag')
  await expect(rows(page)).toContainText([one.identity, other.identity])
  await expect(rowOf(page, other.identity)).toContainText(/33 min/u, { timeout: 15_000 })
  await rowOf(page, one.identity).hover()

  await simulator.control('PATCH', 'writers', { name: other.name, lagSeconds: 9000, rate: 1 })
  await expect(rowOf(page, other.identity)).toContainText(/2 h 30 min/u, { timeout: 15_000 })
  await expect(rows(page)).toContainText([one.identity, other.identity])

  await page.getByRole('heading', { level: 1 }).hover()
  await expect(rows(page)).toContainText([other.identity, one.identity])
})

import { headOf } from '../command.ts'
import { expect, expectAccessible, pathsOfWrites, test } from '../fixtures.ts'

test('an operator sees a lagging writer, stops it, watches it stop, starts it, and finds both calls on record', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { name, identity } = await newWriter('lagging', { lagSeconds: 4000, rate: 0.5 })
  await page.goto('/components')
  const row = page.getByRole('row').filter({ hasText: identity })
  await expect(row.getByText('falling behind')).toBeVisible()
  await expect(row).toContainText(/1 h (?:6|7) min/u)

  await row.getByRole('button', { name: `Stop ${identity}` }).click()
  const dialog = page.getByRole('dialog', { name: `Stop ${identity}?` })
  await expect(
    dialog.getByText(`curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${name}'`),
  ).toBeVisible()
  await expectAccessible(page)
  expect(await pathsOfWrites(simulator, name)).toEqual([])
  await dialog.getByRole('button', { name: 'Stop it' }).click()

  await expect(dialog).toBeHidden()
  await expect(row.getByText('stopped', { exact: true }).first()).toBeVisible({ timeout: 15_000 })
  await row.getByRole('link', { name: new RegExp(identity, 'u') }).click()
  await expect(page.getByRole('heading', { name: new RegExp(identity, 'u') })).toBeVisible()
  await page.getByRole('button', { name: `Start ${identity}`, exact: true }).click()
  await expect(headOf(page).getByText('falling behind')).toBeVisible({ timeout: 15_000 })
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/stop', '/applier/start'])

  await page.getByRole('link', { name: 'Operations', exact: true }).click()
  const stop = page.getByRole('row').filter({ hasText: identity }).filter({ hasText: 'Stop' })
  await expect(stop.getByText('succeeded')).toBeVisible()
  await stop.getByRole('link').first().click()
  await expect(
    page.getByText(`curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${name}'`),
  ).toBeVisible()
  await expect(page.getByText('{"isSuccess":true}')).toBeVisible()
  await expectAccessible(page)
})

test('two quick clicks on start are one call', async ({ page, newWriter, simulator }) => {
  const { id, name, identity } = await newWriter('twice', { status: 'stopped', active: false })
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/start',
    fault: 'slow',
    ms: 300,
    name,
  })
  await page.goto(`/components/${id}`)

  await page.getByRole('button', { name: `Start ${identity}`, exact: true }).dblclick()

  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 15_000 })
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/start'])
})

test('what CM refuses stays on the screen with its words until someone dismisses it', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('refused')
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'reject',
    name,
  })
  await page.goto(`/components/${id}`)

  await page.getByRole('button', { name: `Stop ${identity}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()

  await expect(headOf(page).getByText('needs you')).toBeVisible()
  await page.goto('/operations')
  await page.getByRole('row').filter({ hasText: identity }).getByRole('link').first().click()
  await expect(page.getByText('failed', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/"isSuccess":false/u)).toBeVisible()

  await page.getByRole('button', { name: 'Dismiss…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dismiss this failure?' })
  await dialog.getByRole('textbox').fill('reported')
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible()
})

test('an answer that says nothing leaves the operation uncertain, which is given up with a reason', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('uncertain')
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'html',
    name,
    when: 'before',
  })
  await page.goto(`/components/${id}`)
  await page.getByRole('button', { name: `Stop ${identity}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()
  await expect(headOf(page).getByText('needs you')).toBeVisible()
  await page.goto('/operations')
  await page.getByRole('row').filter({ hasText: identity }).getByRole('link').first().click()
  await expect(page.getByText('uncertain', { exact: true }).first()).toBeVisible()

  await page
    .getByRole('button', { name: /^Abandon/u })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('looked on the host: it runs')
  await dialog.getByRole('button', { name: /^Abandon/u }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByText('abandoned', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('looked on the host: it runs')).toBeVisible()
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/stop'])
})

test('a control that cannot be used says why, to eyes and to screen readers', async ({
  page,
  newWriter,
}) => {
  const { id, identity } = await newWriter('reason')
  await page.goto(`/components/${id}`)

  const start = page.getByRole('button', {
    name: new RegExp(`Start ${identity}.*already running`, 'u'),
  })

  await expect(start).toHaveAttribute('aria-disabled', 'true')
  await start.hover()
  await expect(page.getByRole('tooltip')).toContainText('already running')
})

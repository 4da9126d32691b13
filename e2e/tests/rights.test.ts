import { everywhere } from '@wheelhouse/contract'
import type { Browser } from '@playwright/test'
import type { Simulator } from '@wheelhouse/simulator'
import { followNotice, headOf, planOf, rowOf, submitTwice } from '../command.ts'
import { expect, expectAccessible, pathsOfWrites, test } from '../fixtures.ts'
import { openAs } from '../signed-in.ts'
import type { GuardedProduct, Person } from '../signed-in.ts'

// What asks before anybody is signed in, and an address that the server alone can refuse.
test.use({ expectedStatuses: [0, 400, 401, 404] })
test.describe.configure({ timeout: 90_000 })

const password = 'seven slow barges upstream'

interface Behind {
  simulator: Simulator
  guarded: GuardedProduct
}

/** A writer behind the door, that no other test knows. */
async function guardedWriter(topic: string, { simulator, guarded }: Behind) {
  const name = `10.0.0.1-9000:p_${topic}${process.pid}_source-000-0:0000000001`
  await simulator.control('POST', 'writers', { name })
  const [id = ''] = await guarded.track(name)
  return { id, name, identity: `p_${topic}${process.pid}_source-000-0` }
}

/** A page in a browser of somebody else’s. */
async function pageOf(browser: Browser, person: Person, url: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openAs(page, person, url)
  return page
}

test('whom an administrator lets operate a part sees that part, and may do there what the role says', async ({
  page,
  browser,
  simulator,
  guarded,
}) => {
  const theirs = await guardedWriter('harbour', { simulator, guarded })
  const other = await guardedWriter('inland', { simulator, guarded })
  const name = `nora${process.pid}`
  await openAs(page, guarded.admin, `${guarded.url}/users`)
  await page.getByRole('button', { name: 'Add a user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a user' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  const grant = dialog.getByRole('group', { name: 'Role 1' })
  await grant.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Operator')
  await grant.getByRole('textbox', { name: 'Names, * for all' }).fill('*harbour*')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByLabel('The same once more', { exact: true }).fill(password)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toContainText(
    '*harbour*',
  )

  const nora = await pageOf(browser, { name, password }, `${guarded.url}/components`)
  await expect(rowOf(nora, theirs.identity)).toBeVisible()
  await expect(nora.getByText(other.identity)).toHaveCount(0)
  await expect(nora.getByRole('link', { name: 'Users' })).toHaveCount(0)
  await nora.goto(`${guarded.url}/components/${other.id}`)
  await expect(nora.getByText(other.identity)).toHaveCount(0)

  await nora.goto(`${guarded.url}/components/${theirs.id}`)
  await expect(headOf(nora).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  await headOf(nora)
    .getByRole('button', { name: /^More actions for/u })
    .click()
  await expect(nora.getByRole('menuitem', { name: /^Delete/u })).toHaveAccessibleName(
    /ask an administrator/u,
  )
  await nora.context().close()
})

test('an address is changed by who may set addresses, on the host that stands there alone', async ({
  page,
  browser,
  simulator,
  guarded,
}) => {
  const { id, name, identity } = await guardedWriter('moved', { simulator, guarded })
  const olga = await guarded.newUser(`olga${process.pid}`, [everywhere('operator')])
  const key = 'JDBCWriter.config_url'
  const url = `${guarded.url}/components/${id}?tab=config`

  const hers = await pageOf(browser, olga, url)
  await expect(
    hers.getByRole('button', { name: /JDBCWriter\.config_url.*whoever may set addresses/u }),
  ).toHaveAttribute('aria-disabled', 'true')
  await hers.context().close()

  await openAs(page, guarded.admin, url)
  await page.getByRole('button', { name: `Edit ${key}` }).click()
  const field = page.getByRole('textbox', { name: key, exact: true })
  const before = await field.inputValue()
  expect(before).toMatch(/^jdbc:mysql:\/\/10\.10\.10\.2:2883/u)
  await expect(page.getByText(/it reads or writes somewhere else/u)).toBeVisible()
  await expectAccessible(page)

  await field.fill('not an address')
  await expect(page.getByRole('alert')).toHaveText(
    'This is no address of the kind that stands there now.',
  )
  await field.fill(before.replace('10.10.10.2', '10.66.66.66'))
  await page.getByRole('button', { name: 'Review…' }).click()
  const dialog = page.getByRole('dialog', { name: `Change the configuration of ${identity}?` })
  await expect(dialog).toContainText('The address leads to another host than now.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await field.fill(before.replace(':2883', ':2884'))
  await page.getByRole('button', { name: 'Review…' }).click()
  expect(await planOf(dialog, 'Send the change')).toContain('2884')
  await submitTwice(dialog, 'Send the change')
  await followNotice(
    page,
    `Change the configuration of ${identity}: done, CM answers with the new values.`,
  )
  expect(await pathsOfWrites(simulator, name)).toEqual([
    '/applier/stop',
    '/applier/update',
    '/applier/start',
  ])
})

test('writing that is switched off in one browser is off in the others, which say so', async ({
  page,
  browser,
  simulator,
  guarded,
}) => {
  const { id } = await guardedWriter('frozen', { simulator, guarded })
  const olaf = await guarded.newUser(`olaf${process.pid}`, [everywhere('operator')])
  const his = await pageOf(browser, olaf, `${guarded.url}/components/${id}`)
  const stop = headOf(his).getByRole('button', { name: /^Stop/u })
  await expect(stop).not.toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 })
  await openAs(page, guarded.admin, `${guarded.url}/settings`)
  const readOnly = page.getByRole('checkbox', {
    name: /^Read-only: send nothing that changes a CM/u,
  })

  await readOnly.check()
  await expect(his.getByRole('complementary', { name: 'Read-only' })).toBeVisible()
  await expect(stop).toHaveAttribute('aria-disabled', 'true')

  await readOnly.uncheck()
  await expect(his.getByRole('complementary', { name: 'Read-only' })).toBeHidden()
  await expect(stop).not.toHaveAttribute('aria-disabled', 'true')
  await his.context().close()
})

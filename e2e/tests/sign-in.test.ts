import { everywhere } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import { choose, confirm, followNotice, planOf, rowOf, submitTwice } from '../command.ts'
import { expect, expectAccessible, pathsOfWrites, test } from '../fixtures.ts'
import { endSessions, openAs, signInBeside, signInOn } from '../signed-in.ts'
import type { GuardedProduct } from '../signed-in.ts'

// Of strangers, too many attempts, what a session's end cuts off, and the past of what was deleted.
test.use({ expectedStatuses: [0, 401, 404, 429] })

/** A writer behind the door, that no other test knows. */
async function guardedWriter(
  topic: string,
  { simulator, guarded, ...writer }: Behind & { active?: boolean; status?: string },
) {
  const name = `10.0.0.1-9000:p_${topic}_source-000-0:0000000001`
  await simulator.control('POST', 'writers', { name, ...writer })
  const [id = ''] = await guarded.track(name)
  return { id, name }
}

interface Behind {
  simulator: Simulator
  guarded: GuardedProduct
}

test('whoever opens a page is asked to sign in, and lands where they wanted to go', async ({
  page,
  guarded,
  simulator,
}) => {
  const { id } = await guardedWriter('wanted', { simulator, guarded })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${guarded.url}/components/${id}?tab=raw`)
  await expect(page.getByRole('heading', { name: 'Sign in to Wheelhouse' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(page.getByText('p_wanted')).toHaveCount(0)
  await expectAccessible(page)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)

  await signInOn(page, { ...guarded.admin, password: 'not my password' })
  await expect(page.getByRole('alert')).toHaveText(/Name or password is wrong/u)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(guarded.admin.name)
  await signInOn(page, guarded.admin)

  await expect(page.getByRole('heading', { name: /p_wanted/u })).toBeVisible()
  await expect(page).toHaveURL(`${guarded.url}/components/${id}?tab=raw`)
  await expect(page.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true')
})

test('after too many attempts the page says how long to wait', async ({ page, guarded }) => {
  await page.goto(guarded.url)
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const answered = page.waitForResponse((it) => it.request().method() === 'POST')
    await signInOn(page, { name: 'mallory', password: `guess number ${attempt}` })
    await answered
  }

  await expect(page.getByRole('alert')).toContainText(/you can try again in \d/u)
  await expect(page.getByRole('button', { name: /^Try again in \d/u })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('signing out in one tab signs out the other, which then shows nothing any more', async ({
  page,
  context,
  guarded,
  simulator,
}) => {
  await guardedWriter('left', { simulator, guarded })
  const url = `${guarded.url}/components`
  await openAs(page, guarded.admin, url)
  const other = await context.newPage()
  await other.goto(url)
  await expect(rowOf(other, 'p_left')).toBeVisible()

  await page.getByRole('button', { name: `Signed in as ${guarded.admin.name}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()

  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Sign in to Wheelhouse' })).toBeVisible()
    await expect(tab.getByText('p_left')).toHaveCount(0)
  }
  await signInOn(other, guarded.admin)
  await expect(rowOf(other, 'p_left')).toBeVisible()
  await expect(rowOf(page, 'p_left')).toBeVisible()
})

test('a session that ends under an open dialog is renewed above it, and what was typed is sent once', async ({
  page,
  guarded,
  simulator,
}) => {
  const { id, name } = await guardedWriter('renewed', {
    simulator,
    guarded,
    active: false,
    status: 'stopped',
  })
  await openAs(page, guarded.admin, `${guarded.url}/components/${id}`)
  const dialog = await choose(page, 'Delete')
  await confirm(dialog, { name, reason: 'it lags behind' })
  const over = page.getByRole('dialog', { name: 'Your session has ended' })

  await endSessions(guarded.ask, guarded.admin)

  await expect(over).toBeVisible({ timeout: 15_000 })
  await expectAccessible(page)
  await expect(over.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(over).toBeVisible()
  await expect(over.getByRole('textbox', { name: 'Name' })).toHaveValue(guarded.admin.name)
  await signInOn(page, guarded.admin)

  await expect(over).toBeHidden()
  await expect(dialog.getByText('You are not allowed to do this.')).toHaveCount(0)
  await expect(dialog.getByRole('textbox', { name: /^Reason/u })).toHaveValue('it lags behind')
  await planOf(dialog, 'Delete it')
  await submitTwice(dialog, 'Delete it')
  await expect(page.getByRole('status').filter({ hasText: /^live$/u })).toBeVisible()
  await followNotice(page, 'done, and seen.')
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/clean'])
})

test('whoever else signs in where a session has ended gets a page of their own', async ({
  page,
  guarded,
  simulator,
}) => {
  const { id } = await guardedWriter('other', { simulator, guarded })
  const bob = await guarded.newUser('bob', [everywhere('viewer')])
  await openAs(page, guarded.admin, `${guarded.url}/components/${id}`)
  await page.getByRole('button', { name: /^Stop /u }).click()
  await expect(page.getByRole('dialog', { name: /^Stop / })).toBeVisible()
  await endSessions(guarded.ask, guarded.admin)
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible({
    timeout: 15_000,
  })

  await signInOn(page, bob)

  await expect(page.getByRole('button', { name: 'Signed in as bob' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an account has its password, its sessions and its tokens', async ({ page, guarded }) => {
  const carol = await guarded.newUser('carol', [everywhere('operator')])
  await signInBeside(guarded.url, carol)
  await openAs(page, carol, `${guarded.url}/account`)
  await expect(page.getByText('this browser')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: /^End the session/u }).click()
  await expect(page.getByRole('button', { name: /^End the session/u })).toHaveCount(0)

  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name of the token' }).fill('deploy')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create the token' }).click()
  const token = (await dialog.getByRole('region', { name: 'Token' }).textContent())?.trim() ?? ''
  expect(token).toMatch(/^wht_/u)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  const answer = await fetch(`${guarded.url}/api/v1/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answer.json()).toMatchObject({ actor: 'carol/deploy' })

  await page.getByRole('button', { name: 'Revoke the token deploy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke it' }).click()
  await expect(page.getByText('revoked', { exact: true }).first()).toBeVisible()

  const chosen = 'seven-slow-rivers-meet'
  await page.getByLabel('Current password', { exact: true }).fill(carol.password)
  await page.getByLabel('New password', { exact: true }).fill(chosen)
  await page.getByLabel('The same once more', { exact: true }).fill(chosen)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The password is changed.')).toBeVisible()
})

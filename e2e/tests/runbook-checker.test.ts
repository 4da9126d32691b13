import {
  callsFor,
  choose,
  expectAcceptedOnly,
  expectSentAsShown,
  followNotice,
  form,
  openMenu,
  planOf,
  rowOf,
  submitTwice,
} from '../command.ts'
import { expect, expectAccessible, expectTabsAccessible, test } from '../fixtures.ts'
import { checkerIn } from '../world.ts'

test.describe.configure({ timeout: 90_000 })

test('启动 Checker: the task is asked for and never guessed, and a start resumes unless told', async ({
  page,
  newChecker,
  simulator,
}) => {
  const { name } = await newChecker({ running: false })
  await page.goto(`/components?kind=checker&q=${name}`)
  const row = rowOf(page, name)
  await expect(row).toContainText('not observable')
  await row.getByRole('button', { name: `Start ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: `Start Checker ${name}?` })
  await expect(dialog.getByText('The calls appear here once the form is complete.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Start it' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog.getByRole('radio', { name: /migrate/u }).check()
  const plan = await planOf(dialog, 'Start it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Start it')

  await followNotice(
    page,
    `Start ${name}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'start')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/checker/start', { 'task.id': name, 'task.type': 'migrate', 'task.resume': 'true' }),
  ])
  expect(await checkerIn(simulator, name)).toMatchObject({ running: true, resume: true })
})

test('启动 Checker from the beginning: said in the dialog, and sent as it is said', async ({
  page,
  newChecker,
  simulator,
}) => {
  const { id, name } = await newChecker({ running: false, type: 'verify' })
  await page.goto(`/components/${id}`)
  await page.getByRole('button', { name: `Start ${name}`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Start Checker ${name}?` })
  await dialog.getByRole('radio', { name: /verify/u }).check()
  await dialog.getByRole('checkbox', { name: /resume/u }).uncheck()
  await expect(dialog.getByText('what has been done so far is done again')).toBeVisible()
  const plan = await planOf(dialog, 'Start it')
  await submitTwice(dialog, 'Start it')

  await followNotice(
    page,
    `Start ${name}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/checker/start', { 'task.id': name, 'task.type': 'verify', 'task.resume': 'false' }),
  ])
  expect(await checkerIn(simulator, name)).toMatchObject({ running: true, resume: false })
})

test('暂停 Checker: a stop from its page is one call, and its task is remembered', async ({
  page,
  newChecker,
  simulator,
}) => {
  const { id, name } = await newChecker({ type: 'verify' })
  await page.goto(`/components/${id}`)
  await page.getByRole('button', { name: `Stop ${name}`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Stop Checker ${name}?` })
  await expect(dialog).toContainText(`The task of ${name} is paused.`)
  await dialog.getByRole('radio', { name: /verify/u }).check()
  const plan = await planOf(dialog, 'Stop it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Stop it')

  await followNotice(
    page,
    `Stop ${name}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'stop')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/checker/stop', { 'task.id': name, 'task.type': 'verify' }),
  ])
  expect(await checkerIn(simulator, name)).toMatchObject({ running: false })

  await page.goto(`/components/${id}`)
  await expect(page.getByText('stopped, if CM did as it said')).toBeVisible()
  await page.getByRole('button', { name: `Start ${name}`, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: /verify/u })).toBeChecked()
})

test('更新 Checker: it is updated as it is, with the one key that changes', async ({
  page,
  newChecker,
  simulator,
}) => {
  const { id, name } = await newChecker()
  await page.goto(`/components?q=${name}`)
  const menu = await openMenu(page, rowOf(page, name))
  await menu.getByRole('menuitem', { name: /^Change configuration…/u }).click()
  await page.getByRole('combobox', { name: 'Add a key' }).fill('limitator.table.diff.max')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('textbox', { name: 'limitator.table.diff.max', exact: true }).fill('100000')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review…' }).click()
  const dialog = page.getByRole('dialog', { name: `Change the configuration of Checker ${name}?` })
  await expect(dialog.getByRole('checkbox', { name: 'Stop it first' })).not.toBeChecked()
  const plan = await planOf(dialog, 'Send the change')
  expect(plan).toBe(
    `curl -XPOST "$CM_URL/checker/update" -d 'task.id=${name}' -d 'limitator.table.diff.max=100000'`,
  )
  await expectAccessible(page)
  await submitTwice(dialog, 'Send the change')

  await followNotice(
    page,
    `Change the configuration of ${name}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'configuration change')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/checker/update', { 'task.id': name, 'limitator.table.diff.max': '100000' }),
  ])
  expect(await checkerIn(simulator, name)).toMatchObject({
    running: true,
    config: { 'limitator.table.diff.max': '100000' },
  })
  await page.goto(`/components/${id}?tab=config`)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'limitator.table.diff.max' }).first(),
  ).toContainText('100000')
})

test('a recheck is a stop, and a start that goes on where it was', async ({
  page,
  newChecker,
  simulator,
}) => {
  const { id, name } = await newChecker({ type: 'verify' })
  await page.goto(`/components/${id}`)
  const dialog = await choose(page, 'Recheck')
  await expect(dialog).toHaveAccessibleName(`Recheck Checker ${name}?`)
  await dialog.getByRole('radio', { name: /verify/u }).check()
  const plan = await planOf(dialog, 'Recheck it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Recheck it')

  await followNotice(
    page,
    `Recheck ${name}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'recheck')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/checker/stop', { 'task.id': name, 'task.type': 'verify' }),
    form('/checker/start', { 'task.id': name, 'task.type': 'verify', 'task.resume': 'true' }),
  ])
  expect(await checkerIn(simulator, name)).toMatchObject({ running: true, resume: true })
  await page.goto(`/components/${id}`)
  await expectTabsAccessible(page)
})

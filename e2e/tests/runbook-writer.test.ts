import {
  callsFor,
  choose,
  confirm,
  expectSentAsShown,
  followNotice,
  form,
  headOf,
  openMenu,
  planOf,
  rowOf,
  submitTwice,
} from '../command.ts'
import { expect, expectAccessible, expectTabsAccessible, test } from '../fixtures.ts'
import { writerIn } from '../world.ts'

test.describe.configure({ timeout: 90_000 })

// What is deleted may be asked about once more by a page that has not heard of it yet.
test.use({ expectedStatuses: [404] })

test('停止 Writer: a stop from the list is one call, and is seen to have happened', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { name, identity } = await newWriter('stop')
  await page.goto(`/components?q=${identity}`)
  await rowOf(page, identity)
    .getByRole('button', { name: `Stop ${identity}` })
    .click()
  const dialog = page.getByRole('dialog', { name: `Stop ${identity}?` })
  const plan = await planOf(dialog, 'Stop it')
  expect(plan).toBe(`curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${name}'`)
  await expect(dialog).toContainText(`Replication of ${identity} stops near its checkpoint of`)
  await expectAccessible(page)
  expect(await callsFor(simulator, name)).toEqual([])

  await submitTwice(dialog, 'Stop it')

  await expect(rowOf(page, identity).getByText('stopped', { exact: true }).first()).toBeVisible({
    timeout: 20_000,
  })
  await followNotice(page, `Stop ${identity}: done, and seen.`)
  await expect(
    page.getByText('CM accepted the stop, and the component was seen stopped.'),
  ).toBeVisible()
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([form('/applier/stop', { applierName: name })])
  expect(await writerIn(simulator, name)).toMatchObject({ active: false, status: 'stopped' })
})

test('启动 Writer: a start needs no question, and is seen to have happened', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('start', { status: 'stopped', active: false })
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('stopped', { exact: true })).toBeVisible({ timeout: 20_000 })

  await page.getByRole('button', { name: `Start ${identity}`, exact: true }).dblclick()

  await followNotice(page, `Start ${identity}: done, and seen.`)
  await expect(
    page.getByText('CM accepted the start, and the component was seen running.'),
  ).toBeVisible()
  const plan = `curl -XPOST "$CM_URL/applier/start" -d 'applierName=${name}'`
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([form('/applier/start', { applierName: name })])
  expect(await writerIn(simulator, name)).toMatchObject({ active: true, status: 'running' })
})

test('删除 Writer: refused while it runs; once stopped it wants the name and a reason', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('delete')
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  const refused = (await openMenu(page)).getByRole('menuitem', { name: /^Delete…/u })
  await expect(refused).toContainText('Only what was seen not active may be deleted')
  await expect(refused).toHaveAttribute('aria-disabled', 'true')
  await refused.click({ force: true })
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Escape')
  await simulator.control('PATCH', 'writers', { name, status: 'stopped', active: false })
  await expect(headOf(page).getByText('stopped', { exact: true })).toBeVisible({ timeout: 20_000 })

  const dialog = await choose(page, 'Delete')
  await expect(dialog.getByText('A reason is still missing.')).toBeVisible()
  await dialog.getByRole('textbox', { name: /^Reason/u }).fill('its project is over')
  await expect(dialog.getByText('The name has still to be typed.')).toBeVisible()
  await dialog.getByRole('textbox', { name: /^To confirm/u }).fill(identity)
  await expect(dialog.getByRole('button', { name: 'Delete it' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await confirm(dialog, { name, reason: 'its project is over' })
  const plan = await planOf(dialog, 'Delete it')
  await expectAccessible(page)
  expect(await callsFor(simulator, name)).toEqual([])
  await submitTwice(dialog, 'Delete it')

  await followNotice(page, `Delete ${identity}: done, and seen.`)
  await expect(page.getByText('its project is over')).toBeVisible()
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([form('/applier/clean', { applierName: name })])
  expect(await writerIn(simulator, name)).toBeUndefined()
})

test('修改 Writer 配置: changed keys alone are sent, and a secret is shown nowhere', async ({
  page,
  newWriter,
  simulator,
}) => {
  const secret = `n3w'&=s ${process.pid}`
  const { id, name, identity } = await newWriter('configure')
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  const menu = await openMenu(page)
  await menu.getByRole('menuitem', { name: /^Change configuration…/u }).click()
  await expect(page).toHaveURL(/tab=config/u)
  await page.getByRole('button', { name: 'Edit JDBCWriter.worker_num' }).click()
  await page.getByRole('textbox', { name: 'JDBCWriter.worker_num', exact: true }).fill('32')
  await page.getByRole('button', { name: 'Edit JDBCWriter.sync_password' }).click()
  await page.getByLabel('JDBCWriter.sync_password', { exact: true }).fill(secret)
  await expect(page.getByRole('region', { name: 'Changes not sent yet' })).toContainText(
    '2 changes',
  )
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Review…' }).click()
  const dialog = page.getByRole('dialog', { name: `Change the configuration of ${identity}?` })
  const plan = await planOf(dialog, 'Send the change')
  expect(plan).toContain('$SECRET_1')
  await expect(dialog).not.toContainText(secret)
  await expect(dialog.getByRole('row', { name: /worker_num/u })).toHaveText(/worker_num1632$/u)
  await expectAccessible(page)
  await submitTwice(dialog, 'Send the change')

  await followNotice(
    page,
    `Change the configuration of ${identity}: done, CM answers with the new values.`,
  )
  await expect(
    page.getByText('CM accepted the configuration change, and answers with the new values.'),
  ).toBeVisible()
  expect(await page.content()).not.toContain('n3w')
  await expectSentAsShown(page, simulator, {
    plan,
    names: [name],
    variables: { SECRET_1: secret },
  })
  expect(await callsFor(simulator, name)).toEqual([
    form('/applier/stop', { applierName: name }),
    form('/applier/update', {
      applierName: name,
      'JDBCWriter.worker_num': '32',
      'JDBCWriter.sync_password': secret,
    }),
    form('/applier/start', { applierName: name }),
  ])
  expect(await writerIn(simulator, name)).toMatchObject({
    active: true,
    cfg: { worker_num: '32', sync_password: secret },
  })

  await page.goto(`/components/${id}?tab=config`)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'JDBCWriter.worker_num' }).first(),
  ).toContainText('32')
  expect(await page.content()).not.toContain('n3w')
  await expectTabsAccessible(page)
})

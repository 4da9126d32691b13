import {
  callsFor,
  expectAcceptedOnly,
  expectSentAsShown,
  followNotice,
  form,
  openMenu,
  planOf,
  query,
  rowOf,
  submitTwice,
} from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { connectorIn } from '../world.ts'

test.describe.configure({ timeout: 90_000 })

const stopOf = (name: string) => query('POST', '/connector/task/stopByName', { taskName: name })
const startOf = (name: string) => query('POST', '/connector/task/startByName', { taskName: name })

test('启动 Light-Connector: a start asks first, for nothing tells whether it runs', async ({
  page,
  newConnector,
  simulator,
}) => {
  const { name, identity, subtopic } = await newConnector('start', { running: false })
  await page.goto(`/components?kind=connector&q=${subtopic}`)
  const row = rowOf(page, subtopic)
  await expect(row).toContainText('not observable')
  await expect(row).toContainText('never commanded')
  await row.getByRole('button', { name: `Start ${identity}` }).click()
  const dialog = page.getByRole('dialog', { name: `Start ${identity}?` })
  await expect(dialog).toContainText('CM can’t tell whether it already runs')
  const plan = await planOf(dialog, 'Start it')
  expect(plan).toBe(`curl -XPOST "$CM_URL/connector/task/startByName?taskName=${name}"`)
  await expectAccessible(page)
  expect(await callsFor(simulator, name)).toEqual([])
  await submitTwice(dialog, 'Start it')

  await expect(row).toContainText('last: Start', { timeout: 20_000 })
  await followNotice(
    page,
    `Start ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'start')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([startOf(name)])
  expect(await connectorIn(simulator, name)).toMatchObject({ running: true, resume: true })
})

test('停止 Light-Connector: a stop from its page is one call', async ({
  page,
  newConnector,
  simulator,
}) => {
  const { id, name, identity } = await newConnector('stop')
  await page.goto(`/components/${id}`)
  await page.getByRole('button', { name: `Stop ${identity}`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Stop ${identity}?` })
  await expect(dialog).toContainText('CM can’t show whether it has stopped.')
  const plan = await planOf(dialog, 'Stop it')
  expect(plan).toBe(`curl -XPOST "$CM_URL/connector/task/stopByName?taskName=${name}"`)
  await expectAccessible(page)
  await submitTwice(dialog, 'Stop it')

  await followNotice(
    page,
    `Stop ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'stop')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([stopOf(name)])
  expect(await connectorIn(simulator, name)).toMatchObject({ running: false })

  await page.goto(`/components/${id}`)
  await expect(page.getByText('stopped, if CM did as it said')).toBeVisible()
  await page.getByRole('tab', { name: 'Raw reply' }).click()
  await expect(page.getByText('so there is no reply that tells how it is')).toBeVisible()
  await expect(page.getByText('"isSuccess"')).toBeVisible()
  await expectAccessible(page)
})

test('更新 Light-Connector: it is stopped, updated and started again', async ({
  page,
  newConnector,
  simulator,
}) => {
  const { id, name, identity, subtopic } = await newConnector('update')
  await page.goto(`/components?q=${subtopic}`)
  const menu = await openMenu(page, rowOf(page, subtopic))
  await menu.getByRole('menuitem', { name: /^Change configuration…/u }).click()
  await expect(page).toHaveURL(/tab=config/u)
  await expect(page.getByText('these are only the keys that Wheelhouse has sent.')).toBeVisible()
  for (const [key, value] of [
    ['source.store_connection_timeout_sec', '240'],
    ['dest.batch.size', '65536'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Add a key' }).fill(key)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('textbox', { name: key, exact: true }).fill(value)
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review…' }).click()
  const dialog = page.getByRole('dialog', { name: `Change the configuration of ${identity}?` })
  await expect(dialog.getByRole('checkbox', { name: 'Stop it first' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Start it afterwards' })).toBeChecked()
  const plan = await planOf(dialog, 'Send the change')
  await expectAccessible(page)
  await submitTwice(dialog, 'Send the change')

  await followNotice(
    page,
    `Change the configuration of ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'configuration change')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    stopOf(name),
    form('/connector/task/updateByName', {
      taskName: name,
      'source.store_connection_timeout_sec': '240',
      'dest.batch.size': '65536',
    }),
    startOf(name),
  ])
  expect(await connectorIn(simulator, name)).toMatchObject({
    running: true,
    config: { source: { store_connection_timeout_sec: '240' }, dest: { 'batch.size': '65536' } },
  })

  await page.goto(`/components/${id}?tab=config`)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'dest.batch.size' }).first(),
  ).toContainText('65536')
})

test('更新 JVM: the flags of a connector have a form of their own', async ({
  page,
  newConnector,
  simulator,
}) => {
  const { id, name, identity } = await newConnector('jvm')
  await page.goto(`/components/${id}?tab=config`)
  await page.getByRole('combobox', { name: 'Add a key' }).fill('coordinator.connector_jvm_param')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `JVM flags of ${identity}` })
  await dialog.getByRole('textbox', { name: /^-Xms/u }).fill('4g')
  await dialog.getByRole('textbox', { name: /^-Xmx/u }).fill('6g')
  await dialog.getByRole('textbox', { name: /^-Xmn/u }).fill('2g')
  await expect(dialog.getByText('advises -Xms equal to -Xmx')).toBeVisible()
  const plan = await planOf(dialog, 'Send the change')
  await expectAccessible(page)
  await submitTwice(dialog, 'Send the change')

  await followNotice(
    page,
    `Change the configuration of ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'configuration change')
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    stopOf(name),
    form('/connector/task/updateByName', {
      taskName: name,
      'coordinator.connector_jvm_param': '-Xms4g -Xmx6g -Xmn2g',
    }),
    startOf(name),
  ])
  expect(await connectorIn(simulator, name)).toMatchObject({
    config: { coordinator: { connector_jvm_param: '-Xms4g -Xmx6g -Xmn2g' } },
  })
})

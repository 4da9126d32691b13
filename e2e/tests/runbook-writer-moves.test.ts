import {
  callsFor,
  choose,
  confirm,
  expectSentAsShown,
  followNotice,
  form,
  headOf,
  planOf,
  rowOf,
  submitTwice,
} from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { writerIn } from '../world.ts'

test.describe.configure({ timeout: 90_000 })

test('迁移 Writer: its page follows it to the new name, and the old one finds it', async ({
  page,
  newWriter,
  newHost,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('migrate')
  const host = await newHost()
  await newWriter('neighbour', { host })
  const newName = `${host}-9000:${identity}:0000000002`
  await page.goto(`/components?q=${identity}`)
  const dialog = await choose(page, 'Migrate', rowOf(page, identity))
  await expect(dialog).toHaveAccessibleName(`Migrate ${identity}`)
  await expect(dialog.getByText('Choose a host first.')).toBeVisible()
  await dialog.getByRole('radio', { name: host }).check()
  await expect(dialog.getByText('Tracked components are on the target host.')).toBeVisible()
  const plan = await planOf(dialog, 'Migrate it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Migrate it')

  await followNotice(page, `Migrate ${identity}: done, and seen.`)
  await expect(
    page.getByText('CM accepted the migration, and the component was seen under its new name.'),
  ).toBeVisible()
  await expectSentAsShown(page, simulator, {
    plan,
    names: [name, newName],
    variables: { NEW_NAME: newName },
  })
  expect(await callsFor(simulator, name, newName)).toEqual([
    form('/applier/stop', { applierName: name }),
    form('/applier/migrate', { applierName: name, node: host }),
    form('/applier/start', { applierName: newName }),
  ])
  expect(await writerIn(simulator, name)).toBeUndefined()
  expect(await writerIn(simulator, newName)).toMatchObject({ active: true, host })

  await page.getByRole('link', { name: newName }).click()
  await expect(page).toHaveURL(new RegExp(`/components/${id}$`, 'u'))
  await expect(page.getByRole('heading', { level: 1, name: newName })).toBeVisible()
  await page.getByRole('tab', { name: 'Names' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: newName })).toContainText(
    'its name now',
  )
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('former name')
  await expectAccessible(page)
  await page.goto('/components')
  await page.getByRole('searchbox', { name: /^Search name, host/u }).fill(name)
  await expect(rowOf(page, identity)).toContainText('formerly 10.0.0.1-9000 · 0000000001')
})

test('迁移 Writer by force: off a dead host nothing is stopped first, and twins are warned of', async ({
  page,
  newWriter,
  newHost,
  simulator,
}) => {
  const dead = await newHost()
  const { id, name, identity } = await newWriter('forced', { host: dead })
  const host = await newHost()
  const newName = `${host}-9000:${identity}:0000000002`
  await simulator.control('PATCH', 'hosts', { name: dead, up: false })
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('abnormal', { exact: true })).toBeVisible({ timeout: 20_000 })

  const dialog = await choose(page, 'Migrate')
  await dialog.getByRole('textbox', { name: /address|Target host/u }).fill(host)
  await dialog.getByRole('checkbox', { name: 'The host is down (force)' }).check()
  await expect(dialog.getByText('the old Writer may run on beside the new one')).toBeVisible()
  await confirm(dialog, { name, reason: 'the machine burnt' })
  const plan = await planOf(dialog, 'Migrate it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Migrate it')

  await followNotice(page, `Migrate ${identity}: done, and seen.`)
  await expect(page.getByText('yes: the old host is taken for dead')).toBeVisible()
  await expectSentAsShown(page, simulator, {
    plan,
    names: [name, newName],
    variables: { NEW_NAME: newName },
  })
  expect(await callsFor(simulator, name, newName)).toEqual([
    form('/applier/migrate', { applierName: name, node: host, force: 'true' }),
    form('/applier/start', { applierName: newName }),
  ])
  expect(await writerIn(simulator, newName)).toMatchObject({ active: true, host })
})

test('回拉 Writer: an hour back from its position, and it is seen to run from there', async ({
  page,
  newWriter,
  simulator,
}) => {
  const { id, name, identity } = await newWriter('rewind')
  await page.goto(`/components/${id}`)
  await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({ timeout: 20_000 })
  const dialog = await choose(page, 'Rewind')
  await dialog.getByRole('button', { name: 'Back by 1 h' }).click()
  const epoch = await dialog.getByRole('textbox', { name: 'epoch seconds' }).inputValue()
  await expect(dialog.getByText(/^Changes of 1 h/u)).toBeVisible()
  await confirm(dialog, { name, reason: 'a table was missing' })
  const plan = await planOf(dialog, 'Rewind it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Rewind it')

  await followNotice(page, `Rewind ${identity}: done, and seen.`)
  await expect(
    page.getByText('CM accepted the rewind, and the component was seen at the new checkpoint.'),
  ).toBeVisible()
  await expect(page.getByText('a table was missing')).toBeVisible()
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    form('/applier/stop', { applierName: name }),
    form('/applier/update', { applierName: name, 'JDBCWriter.timestamp': epoch }),
    form('/applier/start', { applierName: name }),
  ])
  const { checkpoint, active } = (await writerIn(simulator, name)) ?? {}
  expect(active).toBe(true)
  expect(Math.abs(Number(epoch) - (checkpoint ?? 0))).toBeLessThan(120)
})

test.describe('when something else happens while the dialog is open', () => {
  test.use({ expectedStatuses: [409] })

  test('nothing is sent by the plan that was shown, and the new one is shown to be asked for again', async ({
    page,
    newWriter,
    newHost,
    simulator,
  }) => {
    const { id, name, identity } = await newWriter('meanwhile')
    const host = await newHost()
    const newName = `${host}-9000:${identity}:0000000002`
    await page.goto(`/components/${id}`)
    await expect(headOf(page).getByText('running', { exact: true })).toBeVisible({
      timeout: 20_000,
    })
    const dialog = await choose(page, 'Migrate')
    await dialog.getByRole('textbox', { name: /address|Target host/u }).fill(host)
    await planOf(dialog, 'Migrate it')
    await simulator.control('PATCH', 'writers', { name, status: 'stopped', active: false })
    await expect(dialog.getByText('stopped', { exact: true })).toBeVisible({ timeout: 20_000 })

    await dialog.getByRole('button', { name: 'Migrate it' }).click()
    await expect(
      dialog.getByText('Something has changed since the plan was made, so nothing was sent.'),
    ).toBeVisible()
    await expect(dialog.getByText('status: was running, is now stopped')).toBeVisible()
    expect(await callsFor(simulator, name)).toEqual([])
    await expectAccessible(page)
    await dialog.getByRole('checkbox', { name: 'Stop it first' }).uncheck()
    const plan = await planOf(dialog, 'Retry')
    await submitTwice(dialog, 'Retry')

    await followNotice(page, `Migrate ${identity}: done, and seen.`)
    await expectSentAsShown(page, simulator, {
      plan,
      names: [name, newName],
      variables: { NEW_NAME: newName },
    })
    expect(await callsFor(simulator, name, newName)).toEqual([
      form('/applier/migrate', { applierName: name, node: host }),
      form('/applier/start', { applierName: newName }),
    ])
  })
})

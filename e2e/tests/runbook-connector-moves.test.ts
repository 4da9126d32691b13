import {
  callsFor,
  choose,
  confirm,
  expectAcceptedOnly,
  expectSentAsShown,
  followNotice,
  form,
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

test('回拉 Light-Connector: stop, the new checkpoint, and a start that does not resume', async ({
  page,
  newConnector,
  simulator,
}) => {
  const { name, identity, subtopic } = await newConnector('rewind')
  await page.goto(`/components?q=${subtopic}`)
  const dialog = await choose(page, 'Rewind', rowOf(page, subtopic))
  await expect(dialog).toHaveAccessibleName(`Rewind ${identity}`)
  const position = dialog.getByRole('region', { name: subtopic, exact: true })
  await position.getByRole('button', { name: 'Back by 24 h' }).click()
  await expect(position.getByText('Its current position can’t be read')).toBeVisible()
  const epoch = String(Math.floor(Date.now() / 1000) - 3600)
  await position.getByRole('textbox', { name: 'epoch seconds' }).fill(epoch)
  await confirm(dialog, { name, reason: 'a topic was lost' })
  const plan = await planOf(dialog, 'Rewind it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Rewind it')

  await followNotice(
    page,
    `Rewind ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'rewind')
  await expect(page.getByText('a topic was lost')).toBeVisible()
  await expectSentAsShown(page, simulator, { plan, names: [name] })
  expect(await callsFor(simulator, name)).toEqual([
    stopOf(name),
    form('/connector/task/updateByName', {
      taskName: name,
      'source.checkpoint': JSON.stringify({ [subtopic]: epoch }),
    }),
    query('POST', '/connector/task/startByName', { taskName: name, resume: 'false' }),
  ])
  const { running, resume, checkpoint } = (await connectorIn(simulator, name)) ?? {}
  expect({ running, resume }).toEqual({ running: true, resume: false })
  expect(Math.abs(Number(epoch) - (checkpoint ?? 0))).toBeLessThan(600)
})

test('迁移 Light-Connector: the new name from the reply is what is started, and what it is called', async ({
  page,
  newConnector,
  newHost,
  simulator,
}) => {
  const { id, name, identity, subtopic } = await newConnector('migrate')
  const host = await newHost()
  const newName = `${host}-9000:${identity}:0000000002`
  await page.goto(`/components/${id}`)
  const dialog = await choose(page, 'Migrate')
  await expect(dialog.getByRole('checkbox', { name: /force/u })).toBeHidden()
  await dialog.getByRole('textbox', { name: /address|Target host/u }).fill(host)
  const plan = await planOf(dialog, 'Migrate it')
  await expectAccessible(page)
  await submitTwice(dialog, 'Migrate it')

  await expect(page.getByRole('heading', { level: 1, name: newName })).toBeVisible({
    timeout: 20_000,
  })
  await followNotice(
    page,
    `Migrate ${identity}: accepted by CM. The effect on this kind of component can’t be seen`,
  )
  await expectAcceptedOnly(page, 'migration')
  await expectSentAsShown(page, simulator, {
    plan,
    names: [name, newName],
    variables: { NEW_NAME: newName },
  })
  expect(await callsFor(simulator, name, newName)).toEqual([
    stopOf(name),
    query('GET', '/connector/task/migrate', { taskName: name, node: host }),
    startOf(newName),
  ])
  expect(await connectorIn(simulator, name)).toBeUndefined()
  expect(await connectorIn(simulator, newName)).toMatchObject({ running: true, host })

  await page.goto(`/components/${id}?tab=names`)
  await expect(page.getByRole('listitem').filter({ hasText: newName })).toContainText(
    'its name now',
  )
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('former name')
  await expectAccessible(page)
  await page.goto('/components')
  await page.getByRole('searchbox', { name: /^Search name, host/u }).fill(name)
  await expect(rowOf(page, subtopic)).toContainText('formerly 10.0.0.1-9000 · 0000000001')
})

test('a reply without a name, and nothing is started: what must not be guessed is asked', async ({
  page,
  newConnector,
  newHost,
  simulator,
}) => {
  const { id, name, identity } = await newConnector('nameless')
  const host = await newHost()
  await simulator.control('POST', 'faults', {
    endpoint: 'GET /connector/task/migrate',
    fault: 'wrong-name',
    name,
  })
  await page.goto(`/components/${id}`)
  const dialog = await choose(page, 'Migrate')
  await dialog.getByRole('textbox', { name: /address|Target host/u }).fill(host)
  await planOf(dialog, 'Migrate it')
  await submitTwice(dialog, 'Migrate it')

  const alert = page.getByRole('alert').filter({ hasText: `Migrate ${identity}` })
  await expect(alert).toContainText('it is not known what CM did', { timeout: 20_000 })
  await alert.getByRole('link').click()
  await expect(page.getByText('with no name that could be the new one')).toBeVisible()
  await expectAccessible(page)
  expect(await callsFor(simulator, name)).toEqual([
    stopOf(name),
    query('GET', '/connector/task/migrate', { taskName: name, node: host }),
  ])
})

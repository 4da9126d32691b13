import {
  callsFor,
  choose,
  confirm,
  expectSentAsShown,
  followNotice,
  form,
  headOf,
  planOf,
  submitTwice,
} from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { writerIn } from '../world.ts'

test.describe.configure({ timeout: 90_000 })

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('一个 Writer 先回拉再迁移: the whole way, in the vendor’s words', async ({
    page,
    newWriter,
    newHost,
    simulator,
  }) => {
    const { id, name, identity } = await newWriter('chinese')
    const host = await newHost()
    const newName = `${host}-9000:${identity}:0000000002`
    await page.goto(`/components/${id}`)
    await expect(headOf(page).getByText('运行中', { exact: true })).toBeVisible({ timeout: 20_000 })

    const rewind = await choose(page, '回拉')
    await expect(rewind).toHaveAccessibleName(`回拉 ${identity}`)
    const epoch = String(Math.floor(Date.now() / 1000) - 1800)
    await rewind.getByRole('textbox', { name: '时间戳（秒）' }).fill(epoch)
    await confirm(rewind, { name, reason: '补数据' })
    const rewindPlan = await planOf(rewind, '确认回拉')
    await expectAccessible(page)
    await submitTwice(rewind, '确认回拉')
    await followNotice(page, `回拉 ${identity}：已观测到生效。`)
    await expect(page.getByText('CM 已受理回拉，且已观测到位点移到目标位置。')).toBeVisible()
    await expectSentAsShown(page, simulator, { plan: rewindPlan, names: [name] })
    const rewound = await callsFor(simulator, name)
    expect(rewound).toEqual([
      form('/applier/stop', { applierName: name }),
      form('/applier/update', { applierName: name, 'JDBCWriter.timestamp': epoch }),
      form('/applier/start', { applierName: name }),
    ])

    await page.goto(`/components/${id}`)
    const migrate = await choose(page, '迁移')
    await migrate.getByRole('textbox', { name: /地址/u }).fill(host)
    await planOf(migrate, '确认迁移')
    await submitTwice(migrate, '确认迁移')
    await followNotice(page, `迁移 ${identity}：已观测到生效。`)
    await expect(page.getByText('CM 已受理迁移，且已观测到组件以新名称运行。')).toBeVisible()
    await expectAccessible(page)
    const all = await callsFor(simulator, name, newName)
    expect(all.slice(rewound.length)).toEqual([
      form('/applier/stop', { applierName: name }),
      form('/applier/migrate', { applierName: name, node: host }),
      form('/applier/start', { applierName: newName }),
    ])
    expect(await writerIn(simulator, newName)).toMatchObject({ active: true, host })
  })
})

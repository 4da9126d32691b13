import { choose } from '../command.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

test('a link shows the same view: filters and search stand in the address', async ({
  page,
  newWriter,
}) => {
  const { identity } = await newWriter('shared', { status: 'stopped', active: false })
  const other = await newWriter('hidden')
  await page.goto('/components')
  await expect(page.getByRole('row').filter({ hasText: other.identity })).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type(identity)
  await expect(page.getByRole('row').filter({ hasText: other.identity })).toBeHidden()
  await expect(page).toHaveURL(new RegExp(`q=${identity}`, 'u'))

  await page.goto(page.url())
  await expect(page.getByRole('row').filter({ hasText: identity })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: other.identity })).toBeHidden()
})

test('the list is walked and opened by keyboard', async ({ page, newWriter }) => {
  const { identity } = await newWriter('keyboard', { lagSeconds: 9000, rate: 1 })
  await page.goto(`/components?q=${identity}`)
  const link = page.getByRole('link', { name: new RegExp(identity, 'u') })
  await expect(link).toBeVisible()

  await link.focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: new RegExp(identity, 'u') })).toBeVisible()
})

for (const [locale, components, operations] of [
  ['zh-CN', '组件', '操作记录'],
  ['en-US', 'Components', 'Operations'],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`in ${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme })

      test('every page is accessible', async ({ page, newWriter }) => {
        test.setTimeout(60_000)
        const { id } = await newWriter('axe', { lagSeconds: 900 })
        await page.goto('/components')
        await expect(page.getByRole('link', { name: components, exact: true })).toBeVisible()
        await expect(page.getByRole('row').nth(1)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`/components/${id}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        await page.goto('/operations')
        await expect(page.getByRole('link', { name: operations, exact: true })).toBeVisible()
        await expectAccessible(page)
        await page.goto('/audit')
        await expect(page.getByRole('row').nth(1)).toBeVisible()
        await expectAccessible(page)
      })
    })

test('the language can be chosen, and stays chosen', async ({ page }) => {
  await page.goto('/components')
  await page
    .getByRole('button', { name: /中文/u })
    .or(page.getByText('中文', { exact: true }))
    .first()
    .click()
  await expect(page.getByRole('link', { name: '组件', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/u)

  await page.reload()

  await expect(page.getByRole('link', { name: '组件', exact: true })).toBeVisible()
})

test('nothing is wider than a narrow screen', async ({ page, newWriter }) => {
  const { id } = await newWriter('narrow', { lagSeconds: 900 })
  await page.setViewportSize({ width: 360, height: 740 })
  const parts = ['overview', 'config', 'operations', 'raw', 'names']
  const ofIt = parts.map((tab) => `/components/${id}?tab=${tab}`)
  for (const path of ['/components', ...ofIt, '/operations', '/audit']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

test('the largest dialogs fit a narrow screen, and can be filled in there', async ({
  page,
  newWriter,
  newConnector,
}) => {
  const writer = await newWriter('narrowdialog')
  const connector = await newConnector('narrowdialog')
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [id, verb] of [
    [writer.id, 'Migrate'],
    [connector.id, 'Rewind'],
  ] as const) {
    await page.goto(`/components/${id}`)
    const dialog = await choose(page, verb)
    await expect(dialog.getByRole('textbox').first()).toBeVisible()
    const overflow = await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const submit = dialog.getByRole('button', { name: `${verb} it` })
    await submit.scrollIntoViewIfNeeded()
    await expect(submit).toBeInViewport({ ratio: 1 })
  }
})

test.describe('an address that nobody knows', () => {
  test.use({ expectedStatuses: [404] })

  test('says so, and leads back', async ({ page }) => {
    await page.goto('/components/nobody')
    await expect(page.getByRole('main')).toContainText('This component is not tracked')
    await page.goto('/no/such/page')
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  })
})

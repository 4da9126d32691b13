import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import type { Page } from '@playwright/test'
import { startEstate } from '../estate.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

/** Two clusters with a few writers each, whose names say where they are. */
async function smallEstate() {
  const east = await cluster('east')
  const west = await cluster('west')
  const product = await startEstate({
    clusters: [east, west].map(({ id, simulator, names }) => ({ id, url: simulator.url, names })),
    callsPerSecond: 20,
    inFlight: 8,
  })
  return {
    east: east.simulator,
    west: west.simulator,
    url: product.url,
    end: async () => {
      await product.end()
      await Promise.all([east.simulator.end(), west.simulator.end()])
    },
  }
}

async function cluster(id: 'east' | 'west') {
  const simulator = await launchSimulator()
  const names = [1, 2, 3, 4].map(
    (n) => `10.${id === 'east' ? 1 : 2}.0.${n}-9000:p_${id}${n}_source-000-0:000000000${n}`,
  )
  for (const name of names)
    await simulator.control('POST', 'writers', { name, lagSeconds: 4, rate: 4, floorLagSeconds: 4 })
  return { id, simulator, names }
}

const row = (page: Page, word: string) => page.locator('tr[data-id]').filter({ hasText: word })

test('a CM that dies marks its own rows within fifteen seconds, and no others', async ({
  page,
}) => {
  const estate = await smallEstate()
  await page.goto(`${estate.url}/components`)
  for (const word of ['p_east1', 'p_west1'])
    await expect(row(page, word).getByText('running').first()).toBeVisible({ timeout: 15_000 })

  await estate.west.end()

  for (const n of [1, 2, 3, 4])
    await expect(row(page, `p_west${n}`).getByText('unreachable')).toBeVisible({ timeout: 15_000 })
  for (const n of [1, 2, 3, 4]) {
    await expect(row(page, `p_east${n}`).getByText('unreachable')).toHaveCount(0)
    await expect(row(page, `p_east${n}`)).not.toHaveAttribute('data-stale')
  }
  await page.goto(`${estate.url}/clusters`)
  await expect(page.getByText(/does not answer|unreachable/iu).first()).toBeVisible()
  await page.close()
  await estate.end()
})

test('a link opens the same view in another browser', async ({ page, browser }) => {
  const estate = await smallEstate()
  await page.goto(`${estate.url}/components`)
  await expect(row(page, 'p_east1')).toBeVisible({ timeout: 15_000 })
  await page.goto(
    `${estate.url}/components?cluster=east&q=source&sort=-name&cols=verdict,name,lag,project&density=compact`,
  )
  await expect(row(page, 'p_east1')).toBeVisible()
  await row(page, 'p_east2').getByRole('checkbox').click()
  await row(page, 'p_east3').getByRole('checkbox').click()
  await expect(page).toHaveURL(/sel=/u)
  const told = await page.locator('main').innerText()

  const other = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await other.goto(page.url())
  await expect(row(other, 'p_east2').getByRole('checkbox')).toBeChecked()
  await expect(row(other, 'p_east3').getByRole('checkbox')).toBeChecked()
  await expect(row(other, 'p_east1').getByRole('checkbox')).not.toBeChecked()
  await expect(row(other, 'p_west1')).toHaveCount(0)
  expect(identitiesIn(await other.locator('main').innerText())).toEqual(identitiesIn(told))

  await other.context().close()
  await page.close()
  await estate.end()
})

const identitiesIn = (text: string) => text.match(/p_(?:east|west)\d_source-000-0/gu)

test('ten tabs of one browser share a stream, and each of them lives', async ({
  context,
  browser,
}) => {
  const estate = await smallEstate()
  const streamsOfTabs: string[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/events') streamsOfTabs.push(request.url())
  })
  const pages = await Promise.all(Array.from({ length: 10 }, () => context.newPage()))
  for (const page of pages) {
    await page.goto(`${estate.url}/components`)
    await expect(row(page, 'p_east1').getByText('running').first()).toBeVisible({ timeout: 15_000 })
  }

  await estate.east.control('PATCH', 'writers', {
    name: '10.1.0.1-9000:p_east1_source-000-0:0000000001',
    active: false,
  })

  for (const page of pages)
    await expect(row(page, 'p_east1').getByText('abnormal')).toBeVisible({ timeout: 15_000 })
  // None opened a stream itself: all of them hear the one worker.
  expect(streamsOfTabs).toEqual([])
  const { targetInfos } = await (await browser.newBrowserCDPSession()).send('Target.getTargets')
  const workers = targetInfos.filter(
    ({ type, url }) => type === 'shared_worker' && url.startsWith(estate.url),
  )
  expect(workers).toHaveLength(1)
  await Promise.all(pages.map((page) => page.close()))
  await estate.end()
})

test('ten thousand writers: the wrong ones stand on top, and one is found, opened and left by keys', async ({
  page,
}) => {
  test.setTimeout(150_000)
  const simulators: Simulator[] = []
  const clusters = []
  for (const id of ['east', 'west']) {
    const simulator = await launchSimulator({ scenario: 'five-thousand' })
    simulators.push(simulator)
    const { writers } = await simulator.world()
    clusters.push({ id, url: simulator.url, names: writers.map(({ name }) => name) })
    await simulator.control('POST', 'stir', { perSecond: 50 })
  }
  const product = await startEstate({ clusters, callsPerSecond: 500, inFlight: 64 })
  await page.goto(`${product.url}/components`)
  const table = page.getByRole('table').first()
  await expect(table).toHaveAttribute('aria-rowcount', '10001', { timeout: 30_000 })
  // By now everybody was read: nothing is unknown any more, and the first rows are bad ones.
  const first = page.locator('tr[data-id]').first()
  await expect(first.locator('[data-column="verdict"]')).toContainText(
    /unreachable|abnormal|stalled/u,
    { timeout: 60_000 },
  )

  await page.mouse.wheel(0, 20_000)
  await expect(page.locator('tr[data-id]').nth(5)).toBeVisible()
  expect(await page.locator('tr[data-id]').count()).toBeLessThan(80)

  const wanted = clusters[1]?.names[4321]?.split(':')[1] ?? ''
  await page.keyboard.press('/')
  await page.keyboard.type(wanted)
  await expect(table).not.toHaveAttribute('aria-rowcount', '10001')
  await expect(row(page, wanted).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, wanted).first().getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(wanted)
  await page.goBack()
  await expect(page.getByRole('searchbox').or(page.getByRole('textbox')).first()).toHaveValue(
    wanted,
  )

  await page.close()
  await product.end()
  await Promise.all(simulators.map((simulator) => simulator.end()))
})

for (const locale of ['en-US', 'zh-CN'])
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('every page of the estate is there, fits a narrow screen and keeps nobody out', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const estate = await smallEstate()
      for (const path of ['/', '/components', '/hosts', '/clusters', '/inventory', '/settings']) {
        await page.goto(estate.url + path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('main [aria-busy=true]')).toHaveCount(0, { timeout: 15_000 })
        await expectAccessible(page)
        await page.setViewportSize({ width: 360, height: 740 })
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider, `${path} is wider than 360 pixels`).toBeLessThanOrEqual(0)
        await page.setViewportSize({ width: 1280, height: 720 })
      }
      await page.close()
      await estate.end()
    })
  })

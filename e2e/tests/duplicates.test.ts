import { headOf } from '../command.ts'
import { expect, pathsOfWrites, test } from '../fixtures.ts'
import { freePort } from '../free-port.ts'
import { startProduct } from '../product.ts'
import { startRelay } from '../resetting-relay.ts'

// Of the tab that was second.
test.use({ expectedStatuses: [409] })

test('a request that the browser itself sends again, its answer lost, is one call', async ({
  browser,
  simulator,
}) => {
  const name = '10.0.0.1-9000:p_resent_source-000-0:0000000001'
  await simulator.control('POST', 'writers', { name })
  const port = await freePort()
  const product = await startProduct([
    '--cm-url',
    simulator.url,
    '--public-origin',
    `http://127.0.0.1:${port}`,
  ])
  const [id = ''] = await product.track(name)
  let asked = 0
  const relay = await startRelay(port, Number(new URL(product.url).port), {
    losesAnswerTo: (request) => {
      if (!request.startsWith('POST /api/v1/operations HTTP')) return false
      asked += 1
      return asked === 1
    },
  })
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}/components/${id}`)

  await page.getByRole('button', { name: /^Stop /u }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()

  await expect(headOf(page).getByText('stopped', { exact: true }).first()).toBeVisible({
    timeout: 20_000,
  })
  expect(relay.lost()).toBe(1)
  // Else the browser has not sent it again, and nothing is shown.
  expect(asked).toBeGreaterThan(1)
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/stop'])
  await context.close()
  relay.end()
  await product.end()
})

test('the same dialog in two tabs is one call', async ({ page, context, newWriter, simulator }) => {
  const { id, name } = await newWriter('tabs')
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'slow',
    ms: 3000,
    name,
  })
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(`/components/${id}`)
    await tab.getByRole('button', { name: /^Stop /u }).click()
    await expect(tab.getByRole('dialog').getByRole('button', { name: 'Stop it' })).toBeEnabled()
  }

  // At once: whichever tab hears of the other's operation first no longer lets its button be pressed.
  await Promise.all(
    [page, other].map((tab) =>
      tab
        .getByRole('dialog')
        .getByRole('button', { name: 'Stop it' })
        .evaluate((button: HTMLButtonElement) => {
          button.click()
          button.click()
        }),
    ),
  )

  for (const tab of [page, other]) {
    await tab.goto(`/components/${id}`)
    await expect(headOf(tab).getByText('stopped', { exact: true }).first()).toBeVisible({
      timeout: 20_000,
    })
  }
  expect(await pathsOfWrites(simulator, name)).toEqual(['/applier/stop'])
})

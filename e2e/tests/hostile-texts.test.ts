import type { BrowserContext, Page } from '@playwright/test'
import type { Simulator } from '@wheelhouse/simulator'
import { assure } from '../../apps/bff/test/assure.ts'
import { nameFault, type Operation } from '@wheelhouse/contract'
import { hostileTexts } from '../hostile-texts.ts'
import { expect, test } from '../fixtures.ts'
import { policyReportsIn, watchPolicy } from '../policy.ts'
import { startProduct, type Product } from '../product.ts'

/** The marks that these texts would leave in a document: none of ours has them. */
const marks =
  'script:not([src^="/"]), iframe, object, embed, base, math, marquee, xss, audio, video, svg script, [href^="javascript:" i], [src="x"], [onload], [onerror], [onclick], [onfocus], [onmouseover], link[href*="evil"], meta[http-equiv]'

test('whatever CM fills its fields with is shown as text on every page, and runs nowhere', async ({
  browser,
  simulator,
}) => {
  test.setTimeout(300_000)
  const product = await startProduct(['--cm-url', simulator.url])
  const context = await browser.newContext({ baseURL: product.url, locale: 'en-US' })
  const watch = await startWatch(context)
  const ids = await settleEverything(simulator, product)
  const operations = await refuseInAllWords(simulator, product, ids[0] ?? '')
  const page = await context.newPage()

  const places = [
    '/',
    '/components',
    '/components?q=%3Cscript',
    '/components?group=host',
    '/hosts',
    '/clusters',
    '/operations',
    '/audit',
    '/inventory',
    '/settings',
    `/components?q=${encodeURIComponent('"><img src=x onerror=window.executed(1)>')}`,
    ...operations.map((id) => `/operations/${id}`),
    ...ids.map((id) => `/components/${id}`),
  ]
  for (const place of places) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    for (const tab of await tabsOf(page, place, ids)) {
      await tab.click()
      await expect(page.getByRole('tabpanel').locator('[aria-busy=true]')).toHaveCount(0, {
        timeout: 20_000,
      })
    }
    await page.mouse.move(700, 300)
    expect([place, await page.locator(marks).count()]).toEqual([place, 0])
  }
  await expectShownLiterally(page, product)

  expect(watch.executed).toEqual([])
  expect(watch.left).toEqual([])
  expect(watch.stopped).toEqual([])
  expect(policyReportsIn(product.said())).toEqual([])
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  assure('hostile-texts', {
    texts: hostileTexts.length,
    pages: places.length,
    executions: watch.executed.length,
    violations: watch.stopped.length,
  })
  await context.close()
  await product.end()
})

/** Whatever runs, asks for something elsewhere, or has to be stopped. */
async function startWatch(context: BrowserContext) {
  const executed: string[] = []
  const left: string[] = []
  await context.exposeFunction('executed', () => void executed.push('run'))
  context.on('dialog', (dialog) => {
    executed.push(dialog.message())
    void dialog.dismiss()
  })
  context.on('weberror', (error) => executed.push(String(error.error())))
  context.on('request', (request) => {
    if (/evil|^data:text/u.test(new URL(request.url()).host + request.url().slice(0, 10)))
      left.push(request.url())
  })
  return { executed, left, stopped: await watchPolicy(context) }
}

/** For every text a writer that has it in all fields of CM's answer, and under a name with it where that can be one. */
async function settleEverything(simulator: Simulator, product: Product): Promise<string[]> {
  const named = hostileTexts.map((text, at) => {
    const plain = `10.0.0.1-9000:p_hostile${at}_source-000-0:0000000001`
    const hostile = `10.0.0.1-9000:p_${at}_${text}:0000000001`
    return { text, name: nameFault(hostile) === undefined ? hostile : plain }
  })
  for (const { text, name } of named)
    await simulator.control('POST', 'faults', {
      endpoint: 'GET /JDBCWriter/detail',
      fault: 'text',
      calls: 1_000_000,
      name,
      words: JSON.stringify(answerOf(name, text)),
    })
  const ids = await product.track(named.map(({ name }) => name))
  await expect
    .poll(
      async () =>
        (await componentsOf(product)).filter(({ observedAt }) => observedAt === null).length,
      {
        timeout: 60_000,
      },
    )
    .toBe(0)
  // Two for each kind of page; the first has all texts in its configuration.
  return ids.filter((_, at) => at % 4 === 0)
}

const answerOf = (name: string, text: string) => {
  const all = hostileTexts
    .map((one, at) => `key${at}=${one}\n${one.replaceAll('=', '')}=x\n`)
    .join('')
  return {
    isSuccess: true,
    [text]: text,
    message: text,
    replicator: {
      name,
      active: true,
      status: text,
      ip: text,
      location: text,
      port: text,
      cfg: `[${text}]\ntopic=${text}\nsubTopic=${text}\nstatus=${text}\n${name.includes('p_0_') || name.includes('hostile0_') ? all : ''}`,
      checkpoint: {
        checkpoint: text,
        timestamp: Math.floor(Date.now() / 1000) - 5,
        gmt: Math.floor(Date.now() / 1000),
        dbIpString: text,
      },
      gmtCreated: text,
      gmtModified: text,
      [text]: { [text]: text },
    },
  }
}

/** Operations that CM refuses in the words of all texts, some in each. */
async function refuseInAllWords(simulator: Simulator, product: Product, component: string) {
  const ids: string[] = []
  const name = (await componentsOf(product)).find(({ id }) => id === component)?.name ?? ''
  for (let at = 0; at < hostileTexts.length; at += 40) {
    await simulator.control('POST', 'faults', {
      endpoint: 'POST /applier/stop',
      fault: 'reject',
      name,
      words: hostileTexts
        .slice(at, at + 40)
        .filter(({ length }) => length < 1000)
        .join(' | '),
    })
    const send = (path: string, body: object) =>
      fetch(`${product.url}/api/v1${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-wheelhouse': '1',
          'idempotency-key': `hostile-texts-${at}`,
        },
        body: JSON.stringify(body),
      })
    const asked = await send('/operations', { component, kind: 'stop' })
    const { id } = (await asked.json()) as Operation // our own contract's
    const state = async () =>
      ((await (await fetch(`${product.url}/api/v1/operations/${id}`)).json()) as Operation).state
    await expect.poll(state).toBe('failed')
    await send(`/operations/${id}/abandon`, { reason: hostileTexts[at]?.slice(0, 2000) ?? 'x' })
    ids.push(id)
  }
  return ids
}

interface Shown {
  id: string
  name: string
  host: string | null
  observedAt: string | null
}

async function componentsOf(product: Product): Promise<Shown[]> {
  const answer = await fetch(`${product.url}/api/v1/components`)
  return ((await answer.json()) as { items: Shown[] }).items // our own contract's
}

/** All parts of some components; of the others what stands on top. */
const tabsOf = async (page: Page, place: string, ids: readonly string[]) =>
  ids.slice(0, 4).some((id) => place.endsWith(id)) ? page.getByRole('tab').all() : []

/** What isn't shown can't have done harm: fields and names stand there as they are. */
async function expectShownLiterally(page: Page, product: Product) {
  const components = await componentsOf(product)
  for (const text of ['{{7*7}}', '+cmd()', '<svg/onload=window.executed(1)>']) {
    const shown = components.find(({ host, name }) => host === text || name.includes(`_${text}:`))
    await page.goto(`/components/${shown?.id ?? 'none'}`)
    await expect(page.getByRole('main')).toContainText(text)
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { apiPrefix, endpoints, everywhere } from '@wheelhouse/contract'
import { assure } from '../../apps/bff/test/assure.ts'
import { resolveBrowser } from '../browser.ts'
import { expect, test } from '../fixtures.ts'
import { forge, startHostileSite, type Forgery } from '../hostile-site.ts'
import { freePort } from '../free-port.ts'
import { startProduct } from '../product.ts'

const admin = { name: 'alice', password: 'four-calm-herons-at-dusk' }
const someone = {
  name: 'mallory',
  password: 'three-loud-crows-at-dawn',
  grants: [everywhere('admin')],
}
const later = '2027-11-01T00:00:00Z'

/** What each changing endpoint would take from our own page; `{id}` is that of what the test has made. */
const bodies: Partial<Record<keyof typeof endpoints, object>> = {
  signIn: { name: 'alice', password: 'a-guess' },
  setUp: { token: 'a-guess', ...someone },
  changePassword: { current: admin.password, password: someone.password },
  createUser: someone,
  changeUser: { isDisabled: true },
  createToken: { name: 'stolen', grants: [everywhere('admin')], expiresAt: later },
  changeSettings: { readOnly: true },
  changeCluster: { readOnly: true },
  changeComponent: { note: 'was here' },
  importInventory: { rows: [{ cluster: 'default', kind: 'connector', name: 'forged' }] },
  trackComponents: { cluster: 'default', kind: 'connector', names: ['forged'] },
  createOperation: { kind: 'stop' },
  retryOperation: { step: 0, attempt: 1 },
  settleOperation: { step: 0, attempt: 1, as: 'happened', reason: 'x' },
  abandonOperation: { reason: 'x' },
  watchComponents: { components: [] },
}

const changing = Object.entries(endpoints).filter(([, { method }]) => method !== 'GET')

test('no page of another site changes anything for somebody who is signed in', async ({
  playwright,
  simulator,
}) => {
  test.setTimeout(240_000)
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-forged-'))
  const bootstrap = join(folder, 'admin.yaml')
  await writeFile(bootstrap, JSON.stringify(admin), { mode: 0o600 }) // which is YAML as well
  const name = '10.0.0.1-9000:p_forged_source-000-0:0000000001'
  await simulator.control('POST', 'writers', { name })
  const port = await freePort()
  const origin = `http://console.corp.test:${port}`
  const product = await startProduct([
    '--auth',
    'local',
    '--bootstrap-file',
    bootstrap,
    '--insecure-http',
    'true',
    '--cm-url',
    simulator.url,
    '--port',
    String(port),
    '--public-origin',
    origin,
  ])
  const site = await startHostileSite()
  const browser = await launch(playwright.chromium)
  const context = await browser.newContext()
  const arrived: { method: string; url: string; status: number }[] = []
  context.on('response', (response) => {
    const method = response.request().method()
    if (!response.url().startsWith(origin) || method === 'GET') return
    arrived.push({ method, url: response.url(), status: response.status() })
  })

  const own = await context.newPage()
  await own.goto(origin)
  expect(await ask(own, 'POST', '/session', admin)).toMatchObject({ status: 200 })
  const tracked = await ask(own, 'POST', '/components', {
    cluster: 'default',
    kind: 'writer',
    names: [name],
  })
  const id = (tracked.body as { items: { id: string }[] }).items[0]?.id ?? ''
  const record = async () => (await ask(own, 'GET', '/audit?limit=500')).body
  const before = await record()
  arrived.length = 0

  const hostile = {
    'another port': `http://console.corp.test:${site.port}/`,
    'a sibling name': `http://evil.corp.test:${site.port}/`,
    'another site': `http://evil.test:${site.port}/`,
    'an opaque origin': `http://console.corp.test:${site.port}/sandboxed`,
  }
  let attempts = 0
  for (const [title, address] of Object.entries(hostile)) {
    const page = await context.newPage()
    await page.goto(address)
    const frame = page.frame('opaque') ?? page.mainFrame()
    expect([title, await frame.evaluate(() => window.origin)]).toEqual([
      title,
      title === 'an opaque origin' ? 'null' : new URL(address).origin,
    ])
    attempts += await frame.evaluate(forge, changing.map(forgeryOf(origin, id)))
    // Cookies know no ports, and siblings are one site.
    if (title === 'another port' || title === 'a sibling name')
      expect(await carriesCookie(page, `${origin}${apiPrefix}/tokens`)).toBe(true)
    await page.close()
  }

  expect(arrived.length).toBeGreaterThan(attempts / 8)
  const accepted = arrived.filter(({ status }) => status < 400)
  expect(accepted).toEqual([])
  expect(await record()).toEqual(before)
  expect(await simulator.writes(name)).toEqual([])
  expect(await ask(own, 'GET', '/components')).toMatchObject({ body: { items: [{ id }] } })
  expect((await ask(own, 'PATCH', '/settings', { readOnly: true })).status).toBe(200)
  assure('cross-site-requests', {
    origins: Object.keys(hostile).length,
    endpoints: changing.length,
    attempts,
    arrived: arrived.length,
    accepted: accepted.length,
  })
  await browser.close()
  site.end()
  await product.end()
  await rm(folder, { recursive: true, force: true })
})

/** Whether the browser sends our cookie along with a forgery from this page: else nothing would be shown. */
async function carriesCookie(page: Page, url: string): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const sent = new Promise<string>((resolve) => {
    // As it went over the wire; the page's own view of it knows no cookies.
    devtools.on('Network.requestWillBeSentExtraInfo', ({ headers }) =>
      resolve(headers['Cookie'] ?? ''),
    )
  })
  await page.evaluate(async (to) => {
    // What comes back is kept from it.
    await fetch(to, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(() => null)
  }, url)
  return (await sent).includes('wheelhouse-session')
}

const forgeryOf =
  (origin: string, id: string) =>
  ([key, { method, path }]: (typeof changing)[number]): Forgery => ({
    method,
    url:
      origin +
      apiPrefix +
      path.replaceAll(/\{\w+\}/gu, path.startsWith('/clusters') ? 'default' : id),
    body: JSON.stringify({
      ...bodies[key as keyof typeof endpoints],
      ...(key === 'createOperation' && { component: id }),
    }), // a key of the contract
  })

/** As our own page would. */
const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ({ url, init }) => {
      const answer = await fetch(url, init)
      return { status: answer.status, body: (await answer.json()) as unknown }
    },
    {
      url: apiPrefix + path,
      init: {
        method,
        headers: { 'content-type': 'application/json', 'x-wheelhouse': '1' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    },
  )

const launch = (chromium: { launch: (options: object) => Promise<Browser> }) =>
  chromium.launch({
    executablePath: resolveBrowser().executablePath,
    args: [
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })

import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const serve = join(import.meta.dirname, 'serve.ts')

/** A shell between us and the product, as a package manager is one: it passes no signal on. */
function serveBelowAShell(...args: string[]) {
  const words = [process.execPath, serve, '--port', '0', ...args].map((word) => `'${word}'`)
  const shell = spawn('sh', ['-c', `${words.join(' ')} & wait`], { stdio: 'pipe' })
  const url = new Promise<string>((resolve) => {
    let said = ''
    shell.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /Wheelhouse is at (?<url>\S+)/u.exec(said)?.groups?.['url']
      if (found) resolve(found)
    })
  })
  return { shell, url }
}

/** Of the replies, the parts that are looked at here. */
interface Listed {
  lags: (number | null)[]
  items: {
    id: string
    kind: string
    state: string
    note: object | null
    protection: { isOwn: boolean }
    observedAt: string | null
  }[]
}

const asker =
  (url: string) =>
  async (path: string): Promise<Listed> =>
    (await (await fetch(`${url}/api/v1${path}`)).json()) as Listed // the contract's replies

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

test('with nothing configured the demo runs, with components of every kind, and says that it is one', async () => {
  const { shell, url } = serveBelowAShell()
  const api = `${await url}/api/v1`

  const session = await (await fetch(`${api}/session`)).json()
  const components = await (await fetch(`${api}/components`)).json()
  const clusters = await asker(await url)('/clusters')
  shell.kill('SIGKILL')

  expect(session).toMatchObject({ mode: 'demo' })
  expect(components).toMatchObject({ total: 60 })
  expect(clusters.items).toMatchObject([{ id: 'hangzhou' }, { id: 'shanghai' }])
})

test('the demo has a past: a day of lag, remarks, an operation that failed and one that got stuck', async () => {
  const { shell, url } = serveBelowAShell()
  const ask = asker(await url)

  await expect
    .poll(async () => (await ask('/operations')).items.map(({ state }) => state), {
      timeout: 30_000,
    })
    .toEqual(expect.arrayContaining(['failed', 'uncertain']))
  const { items } = await ask('/components')
  const writer = items.find(({ kind }) => kind === 'writer')
  const history = await ask(`/components/${writer?.id}/history?span=24h`)
  shell.kill('SIGKILL')

  expect(items.filter(({ note }) => note !== null)).toHaveLength(4)
  expect(items.filter(({ protection }) => protection.isOwn)).toHaveLength(3)
  expect(history.lags.filter((lag) => lag !== null).length).toBeGreaterThan(
    0.9 * history.lags.length,
  )
})

test('in a folder that the demo has lived in, nothing is made to happen again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-serve-'))
  const first = serveBelowAShell('--data-dir', folder)
  const askFirst = asker(await first.url)
  const noted = async (ask: typeof askFirst) =>
    (await ask('/components')).items.filter(({ note }) => note !== null)
  await expect.poll(async () => (await noted(askFirst)).length, { timeout: 15_000 }).toBe(4)
  const [one] = await noted(askFirst)
  await fetch(`${await first.url}/api/v1/components/${one?.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'x-wheelhouse': '1' },
    body: JSON.stringify({ note: '' }),
  })
  first.shell.kill('SIGKILL')
  await expect.poll(async () => answers(await first.url), { timeout: 15_000 }).toBe(false)

  const second = serveBelowAShell('--data-dir', folder)
  const ask = asker(await second.url)
  const areRead = async () =>
    (await ask('/components')).items.every(
      ({ kind, observedAt }) => kind !== 'writer' || observedAt !== null,
    )
  await expect.poll(areRead, { timeout: 20_000 }).toBe(true)
  const remarks = await noted(ask)
  second.shell.kill('SIGKILL')

  expect(remarks).toHaveLength(3)
})

test('the product ends with whatever started it', async () => {
  const { shell, url } = serveBelowAShell(
    '--cm-url',
    'http://127.0.0.1:9',
    '--data-dir',
    mkdtempSync(join(tmpdir(), 'wheelhouse-serve-')),
  )
  const address = await url
  expect(await answers(address)).toBe(true)

  shell.kill('SIGKILL')

  await expect.poll(() => answers(address), { timeout: 15_000 }).toBe(false)
})

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
  shell.kill('SIGKILL')

  expect(session).toMatchObject({ mode: 'demo' })
  expect(components).toMatchObject({ total: 73 })
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

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { apiPrefix, type ComponentKind, type Grant } from '@wheelhouse/contract'
import { startProduct, type Product } from './product.ts'

export interface Person {
  readonly name: string
  readonly password: string
}

/** Calls the API as somebody who is signed in, from beside the browser. Answers what came, whatever its status. */
export type Ask = (method: string, path: string, body?: object) => Promise<Response>

/** A product in which everybody has to sign in, with an administrator. */
export interface GuardedProduct extends Product {
  readonly admin: Person
  /** As the administrator. */
  readonly ask: Ask
  /** Lets somebody else sign in as well. */
  newUser: (name: string, grants: readonly Grant[]) => Promise<Person>
}

const admin: Person = { name: 'alice', password: 'four-calm-herons-at-dusk' }

/** `startProduct` with `auth: local`; the administrator comes from a bootstrap file. */
export async function startGuardedProduct(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<GuardedProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-bootstrap-'))
  const file = join(folder, 'admin.yaml')
  await writeFile(file, JSON.stringify(admin), { mode: 0o600 }) // which is YAML as well
  const product = await startProduct(['--auth', 'local', '--bootstrap-file', file, ...args], {
    ...environment,
  })
  const ask = await signInBeside(product.url, admin)
  return {
    ...product,
    get pid() {
      return product.pid
    },
    admin,
    ask,
    track: async (names: string | readonly string[], kind: ComponentKind = 'writer') => {
      const answer = await ask('POST', '/components', {
        cluster: 'default',
        kind,
        names: [names].flat(),
      })
      // Our own contract's reply to a track.
      const { items } = (await answer.json()) as { items: { id: string }[] }
      return items.map(({ id }) => id)
    },
    newUser: async (name, grants) => {
      const person = { name, password: `a-long-enough-word-for-${name}-only` }
      const answer = await ask('POST', '/users', { ...person, grants })
      expect(answer.status, await answer.clone().text()).toBe(201)
      return person
    },
    end: async () => {
      await product.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in without a browser; the cookie travels by hand. */
export async function signInBeside(url: string, person: Person): Promise<Ask> {
  let cookie = ''
  const ask: Ask = (method, path, body) =>
    fetch(`${url}${apiPrefix}${path}`, {
      method,
      headers: {
        'x-wheelhouse': '1',
        origin: url,
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const answer = await ask('POST', '/session', person)
  expect(answer.status, await answer.clone().text()).toBe(200)
  cookie = answer.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  return ask
}

/** Fills in the form that stands on the page, as a page or over what was there before. */
export async function signInOn(page: Page, { name, password }: Person) {
  await page.getByRole('textbox', { name: /^(?:Name|用户名)$/u }).fill(name)
  await page.getByLabel(/^(?:Password|密码)$/u).fill(password)
  await page.getByRole('button', { name: /^(?:Sign in|登录)$/u }).click()
}

/** Opens a page as somebody, who lands on it. */
export async function openAs(page: Page, person: Person, url: string) {
  await page.goto(url)
  await signInOn(page, person)
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 15_000 })
}

/** Ends every session of that person from elsewhere, as if they were revoked or had run out. */
export async function endSessions(ask: Ask, { name }: Person) {
  const answer = await ask('GET', '/sessions?all=true')
  // Our own contract's list of sessions.
  const { items } = (await answer.json()) as {
    items: { id: string; user: string; isThis: boolean }[]
  }
  for (const { id, user, isThis } of items)
    if (user === name && !isThis) await ask('DELETE', `/sessions/${id}`)
}

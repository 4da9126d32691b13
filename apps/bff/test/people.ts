import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { everywhere, type Grant, type NewApiToken, type User } from '@wheelhouse/contract'
import { freshKey, type Product } from './product.ts'

/** Whoever asks: what their browser or their script sends with each request. */
export interface Person {
  name: string
  /** The user's id; empty where nobody is signed in. */
  id: string
  headers: Readonly<Record<string, string>>
}

/** An answer as it came. */
export interface Answer<T = unknown> {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: T
}

interface Sent {
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** Ends the request as soon as its answer has begun, as for a stream that never ends. */
  onlyBegin?: boolean
}

export const password = 'nine grey geese at dawn'
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

export const nobody: Person = { name: 'nobody', id: '', headers: {} }

/** Sends what somebody would, by any method that there is. */
export function askAs<T = unknown>(
  { url }: Pick<Product, 'url'>,
  { headers: own }: Person,
  [method, path]: readonly [method: string, path: string],
  { body, headers, onlyBegin = false }: Sent = {},
): Promise<Answer<T>> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const sent = {
    'x-wheelhouse': '1',
    origin: url,
    'idempotency-key': freshKey(),
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    }),
    ...own,
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const asking = request(url + path, { method, headers: sent, agent }, (response) => {
      const { statusCode: status = 0, headers: answered } = response
      let said = ''
      const end = () => {
        const isJson = /^application\/(?:problem\+)?json\b/u.test(answered['content-type'] ?? '')
        const read = said !== '' && isJson ? (JSON.parse(said) as unknown) : said
        resolve({ status, headers: answered, body: read as T })
      }
      if (onlyBegin && status === 200) {
        response.destroy()
        end()
        return
      }
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (said += chunk))
      response.once('end', end)
      response.once('error', reject)
    })
    asking.once('error', reject)
    asking.end(text)
  })
}

/** The first administrator, made with the setup token as a person would. */
export async function firstAdmin(product: Product): Promise<Person> {
  const token = (await readFile(join(product.dataDir, 'setup-token'), 'utf8')).trim()
  const body = { token, name: 'root', password }
  return sessionFrom('root', await askAs(product, nobody, ['POST', '/api/v1/setup'], { body }))
}

/** Signs somebody in who is there already. */
export async function signIn(product: Product, name: string): Promise<Person> {
  const body = { name, password }
  return sessionFrom(name, await askAs(product, nobody, ['POST', '/api/v1/session'], { body }))
}

/** Makes somebody and signs them in. */
export async function newPerson(
  product: Product,
  admin: Person,
  { name, grants }: { name: string; grants: Grant[] },
): Promise<Person> {
  const body = { name, password, grants }
  const made = await askAs<User>(product, admin, ['POST', '/api/v1/users'], { body })
  if (made.status !== 201) throw new Error(`${name}: ${made.status} ${JSON.stringify(made.body)}`)
  return { ...(await signIn(product, name)), id: made.body.id }
}

/** A script of somebody's: it may do what these grants and those of its owner both allow. */
export async function newToken(
  product: Product,
  owner: Person,
  { name, grants = [everywhere('admin')] }: { name: string; grants?: Grant[] },
): Promise<Person> {
  const expiresAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
  const body = { name, grants, expiresAt }
  const made = await askAs<NewApiToken>(product, owner, ['POST', '/api/v1/tokens'], { body })
  if (made.status !== 201) throw new Error(`${name}: ${made.status} ${JSON.stringify(made.body)}`)
  return { name, id: made.body.id, headers: { authorization: `Bearer ${made.body.token}` } }
}

function sessionFrom(name: string, { status, headers, body }: Answer): Person {
  const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])
  if (status !== 200 || cookies.length === 0)
    throw new Error(`${name} is not signed in: ${status} ${JSON.stringify(body)}`)
  return { name, id: '', headers: { cookie: cookies.join('; ') } }
}

import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headers } from '../src/plugins/headers.ts'
import { pagePolicy, workerPolicy } from '../src/plugins/page-policy.ts'
import { startProduct, type Product } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9')
})
afterAll(() => product.end())

const headersOf = async (path: string, init?: RequestInit) =>
  Object.fromEntries((await fetch(product.url + path, init)).headers)

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
}
const apiPolicy = "default-src 'none';sandbox;frame-ancestors 'none'"

test.for([
  ['an answer', '/api/v1/session', {}],
  ['a list', '/api/v1/operations', {}],
  ['the document', '/api/openapi.json', {}],
  ['what is not there', '/api/v1/nothing', {}],
  ['a thing that is not there', '/api/v1/components/none', {}],
  ['what is refused before it is read', '/api/v1/components', { method: 'POST', body: 'x' }],
  ['health', '/healthz', {}],
] as const)('a browser shows none of our answers, frames none and keeps none: %s', async (row) => {
  const [, path, init] = row

  expect(await headersOf(path, init)).toMatchObject({
    ...everywhere,
    'content-security-policy': apiPolicy,
    'cache-control': 'no-store',
  })
})

test('the stream says the same as any other answer', async () => {
  const ended = new AbortController()
  const stream = await fetch(`${product.url}/api/v1/events`, { signal: ended.signal })

  expect(Object.fromEntries(stream.headers)).toMatchObject({
    ...everywhere,
    'content-security-policy': apiPolicy,
    'cache-control': 'no-store',
  })
  ended.abort()
})

test('the list is asked for again each time, and never kept for somebody else', async () => {
  const { 'cache-control': kept, vary } = await headersOf('/api/v1/components')

  expect(kept).toBe('no-cache')
  expect(vary).toBe('accept-encoding, cookie, authorization')
})

test('the page has a policy with a nonce of its own, and tells where to report', async () => {
  const [one, other] = await Promise.all([headersOf('/components'), headersOf('/components')])
  const policy = one['content-security-policy'] ?? ''
  const nonce = /'nonce-(?<nonce>[\w+/=]{22,})'/u.exec(policy)?.groups?.['nonce'] ?? ''

  expect(policy).toBe(pagePolicy(nonce))
  expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/u)
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default;")
  expect(policy).toContain('report-uri /api/csp-report')
  expect(policy).not.toBe(other['content-security-policy'])
  expect(one).toMatchObject({
    ...everywhere,
    'cache-control': 'no-store',
  })
  expect(workerPolicy).not.toMatch(/unsafe|script-src/u)
})

test('with TLS browsers are told to stay with it; over plain http at a name nothing is said that they would ignore', async () => {
  const told = async (publicOrigin: string) => {
    const app = Fastify()
    await app.register(headers, { publicOrigin, host: '127.0.0.1' })
    app.get('/', async () => '')
    return (await app.inject('/')).headers
  }

  const secure = await told('https://wheelhouse.example')
  const plain = await told('http://wheelhouse.intranet')

  expect(secure['strict-transport-security']).toMatch(/^max-age=31536000\b/u)
  expect(secure['cross-origin-opener-policy']).toBe('same-origin')
  expect(plain['strict-transport-security']).toBeUndefined()
  expect(plain['cross-origin-opener-policy']).toBeUndefined()
})

test('nothing of ours is decided by the host or the protocol that a request claims', async () => {
  const sources = join(import.meta.dirname, '../src')
  const claims = await Promise.all(
    globSync('**/*.ts', { cwd: sources }).map(async (file) => {
      const text = await readFile(join(sources, file), 'utf8')
      return /request\.(?:protocol|host|hostname|port|originalUrl)\b|headersDistinct|'x-forwarded/iu.test(
        text,
      )
        ? file
        : null
    }),
  )

  expect(claims.filter((file) => file !== null)).toEqual([])
})

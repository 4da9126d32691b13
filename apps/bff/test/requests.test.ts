import { apiPrefix, endpoints, type ProblemBody } from '@wheelhouse/contract'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type Product } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9')
})
afterAll(() => product.end())

const openapi = async () => {
  const { body } = await product.send<{ paths: Record<string, object> }>('GET', '/api/openapi.json')
  return body
}

test('the API is the contract, each endpoint once and nothing beside it', async () => {
  const { paths } = await openapi()

  const routed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const promised = Object.values(endpoints).map(
    ({ method, path }) => `${method} ${apiPrefix}${path}`,
  )

  expect(routed.toSorted()).toEqual(promised.toSorted())
})

test('the OpenAPI document is the one that was reviewed', async () => {
  await expect(`${JSON.stringify(await openapi(), null, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'openapi.json'),
  )
})

test.for([
  ['/components', 8 * 1024 * 1024],
  ['/operations', 512 * 1024],
  ['/tokens', 64 * 1024],
] as const)('%s takes a body of %i bytes, and none that is larger', async ([path, most]) => {
  const send = (bytes: number) =>
    product.send<ProblemBody>('POST', apiPrefix + path, {
      body: JSON.stringify('x'.repeat(bytes - 2)),
      headers: { 'idempotency-key': 'a-large-body' },
    })

  expect((await send(most)).status).toBe(400)
  expect(await send(most + 1)).toMatchObject({
    status: 413,
    body: { code: 'TOO_LARGE', field: 'body' },
  })
})

test('a request for another host is refused, whatever it asks', async () => {
  for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example']) {
    const status = await new Promise((resolve, reject) => {
      request(`${product.url}/api/v1/components`, { headers: { host } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end()
    })
    expect(`${host}: ${String(status)}`).toBe(`${host}: 403`)
  }
})

test('a change from another site, or without our header, is refused', async () => {
  const body = {
    cluster: 'main',
    kind: 'writer',
    names: ['10.0.0.1-9000:p_x_source-000-0:0000000001'],
  }
  const port = new URL(product.url).port
  const code = async (headers: Record<string, string | undefined>) =>
    (await product.send<{ code?: string }>('POST', '/api/v1/components', { body, headers })).body
      .code

  expect(await code({ origin: 'http://evil.example' })).toBe('FOREIGN_ORIGIN')
  expect(await code({ origin: 'null' })).toBe('FOREIGN_ORIGIN')
  expect(await code({ origin: 'http://127.0.0.1:1' })).toBe('FOREIGN_ORIGIN')
  expect(await code({ 'x-wheelhouse': undefined })).toBe('HEADER_MISSING')
  expect(await code({ origin: `http://localhost:${port}` })).toBeUndefined()
})

test('input that is wrong is named by its field', async () => {
  const field = async (path: string, body?: unknown) =>
    (await product.send<ProblemBody>(body === undefined ? 'GET' : 'POST', path, { body })).body
      .field

  expect(await field('/api/v1/components', { cluster: 'main', kind: 'writer' })).toBe('body.names')
  expect(
    await field('/api/v1/components', { cluster: 'nowhere', kind: 'writer', names: ['x'] }),
  ).toBe('body.cluster')
  expect(await field('/api/v1/components', { cluster: 'main', kind: 'boat', names: ['x'] })).toBe(
    'body.kind',
  )
  expect(
    await field('/api/v1/components', { cluster: 'main', kind: 'writer', names: ['x'], color: 1 }),
  ).toBe('body.color')
  expect(await field('/api/v1/components', '{"half')).toBe('body')
  expect(await field('/api/v1/components?verdict=fine')).toBe('query.verdict')
  expect(await field('/api/v1/components?colour=red')).toBe('query.colour')
  expect(await field('/api/v1/operations?limit=501')).toBe('query.limit')
})

test('what is not there is a problem in the API and the page elsewhere', async () => {
  expect(await product.send('GET', '/api/v1/nothing')).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  })
  expect(await product.send('GET', '/api/v1/operations/none')).toMatchObject({ status: 404 })
  const page = await fetch(`${product.url}/components/any?q=x`)
  const policy = page.headers.get('content-security-policy') ?? ''

  const nonce = /'nonce-(?<nonce>[^']+)'/u.exec(policy)?.groups?.['nonce'] ?? 'none'
  expect(await page.text()).toContain(nonce)
  expect(policy).not.toContain('unsafe')
  expect(page.headers.get('cache-control')).toBe('no-store')
})

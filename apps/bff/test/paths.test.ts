import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProblemBody } from '@wheelhouse/contract'
import { spoken, statusesIn, talk } from './raw-tcp.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
let host = ''

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9')
  host = new URL(product.url).host
})
afterAll(() => product.end())

const ask = (path: string) => talk(product.url, spoken(`GET ${path}`, { host })).end

test('names of 1 to 512 characters stand in bodies and queries, and none is too long for an address', async () => {
  const names = [1, 2, 63, 64, 65, 100, 101, 127, 128, 255, 256, 512].map((length) =>
    'n'.repeat(length),
  )
  const ids = await product.trackKind('connector', ...names)

  const found = await Promise.all(
    names.map(async (name) => {
      const query = new URLSearchParams({ q: name, kind: 'connector' })
      const { items } = await product.get<{ items: { name: string }[] }>(
        `/components?${query.toString()}`,
      )
      return items.some((item) => item.name === name)
    }),
  )
  const opened = await Promise.all(ids.map((id) => product.component(id)))

  expect(found).toEqual(names.map(() => true))
  expect(opened.map(({ name }) => name)).toEqual(names)
})

test('an id of any length is one that is not there, and says so in our words', async () => {
  for (const length of [1, 16, 63, 64, 65, 100, 106, 255, 1024, 8000]) {
    const answer = await product.send<ProblemBody>(
      'GET',
      `/api/v1/components/${'x'.repeat(length)}`,
    )

    expect([length, answer.status, answer.body.code]).toEqual([length, 404, 'NOT_FOUND'])
  }
})

const known = '/api/v1/operations'
test.for([
  '/api/v1/components/%2e%2e/operations',
  '/api/v1/components/..%2Foperations',
  '/api/v1/components/%2e%2e%2foperations',
  '/api/v1/components/..%5Coperations',
  '/api/v1/components/..;/operations',
  '/api/v1/components/.%00./operations',
  '/api/v1/x/../operations',
  '/api/v1/./operations',
  '/api/v1//operations',
  '//api/v1/operations',
  '/api/v1/operations/',
  '/api/v1/operations;x=1',
  '/api/v1/operations%20',
  '/api/v1/operations%00',
  '/api/v1/operations%2f',
  '/API/v1/operations',
  '/api/V1/operations',
  '/api/v1\\operations',
  '/api/v1/%252e%252e/operations',
  '/api/v1/components/%',
  '/api/v1/components/%ff',
  '/api/v1/components/%u002e',
  '/api/v1/components/%c0%ae%c0%ae',
  '/api%2fv1%2foperations',
  '\\api\\v1\\operations',
  'api/v1/operations',
  '*',
] as const)('another spelling of an address is another address: %s', async (path) => {
  const right = await ask(known)
  const back = await ask(path)

  expect(right).toContain('"items":[]')
  expect(back).not.toContain('"items":[]')
  expect(
    statusesIn(back).every((status) => status === 200 || (status >= 400 && status < 500)),
  ).toBe(true)
  // What isn't the API's is the page, and never a file.
  expect(statusesIn(back)[0] === 200 ? back : 'csp-nonce').toContain('csp-nonce')
})

test.for([
  '/../data/wheelhouse.key',
  '/assets/../../data/wheelhouse.db',
  '/assets/..%2f..%2fdata%2fwheelhouse.key',
  '/assets/%2e%2e/%2e%2e/data/wheelhouse.key',
  '/..%5c..%5cdata%5cwheelhouse.key',
  '/assets/....//data/wheelhouse.key',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/etc/passwd',
  '/.git/config',
  '/assets/',
  '/assets',
  '/data/wheelhouse.db',
  '/index.html',
] as const)('no address leads out of the built page: %s', async (path) => {
  const back = await ask(path)

  expect(back).not.toMatch(/SQLite format|root:|\[core\]|wheelhouse-key/u)
  const [status] = statusesIn(back)
  expect(status === 200 ? back.includes('csp-nonce') : status).not.toBe(false)
  expect(back).not.toMatch(/^location:/imu)
})

test('nothing is ever answered with a way to elsewhere', async () => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example/..',
    '/@evil.example',
    '//evil.example/%2e%2e',
  ]) {
    const back = await ask(path)
    expect(back).not.toMatch(/^location:/imu)
    expect(statusesIn(back).some((status) => status >= 300 && status < 400)).toBe(false)
  }
})

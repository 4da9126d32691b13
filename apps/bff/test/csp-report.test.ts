import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess, temporaryFolder } from './process.ts'
import { startProduct, until, type Product } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9', { limits: { cspReportsPerMinute: 20 } })
})
afterAll(() => product.end())

const old = JSON.stringify({
  'csp-report': {
    'document-uri': 'http://127.0.0.1/components?q=a-search',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'http://evil.example/x.js?secret=1',
    'script-sample': 'never kept',
  },
})
const report = (url: string, body: string, type: string) =>
  fetch(`${url}/api/csp-report`, { method: 'POST', body, headers: { 'content-type': type } })

test('a report is one short line of the log, without what somebody searched for', async () => {
  const life = startProcess([
    '--data-dir',
    await temporaryFolder(),
    '--auth',
    'none',
    '--demo',
    'true',
  ])
  const url = await life.url()
  const modern = JSON.stringify([
    {
      type: 'csp-violation',
      url,
      body: {
        effectiveDirective: `img-src\n${'x'.repeat(500)}`,
        blockedURL: 'data',
        documentURL: url,
      },
    },
  ])

  expect((await report(url, old, 'application/csp-report')).status).toBe(204)
  expect((await report(url, modern, 'application/reports+json')).status).toBe(204)

  const lines = await until(
    async () => life.said.out.split('\n').filter((line) => line.includes('broke its content')),
    ({ length }) => length === 2,
  )
  const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(first).toMatchObject({
    directive: 'script-src-elem',
    blocked: 'http://evil.example/x.js',
    page: 'http://127.0.0.1/components',
    count: 1,
  })
  expect(second).toMatchObject({ blocked: 'data', count: 2 })
  expect(String(second?.['directive'])).toHaveLength(100)
  expect(life.said.out).not.toMatch(/never kept|a-search|secret=1/u)
})

test('what is no report is refused, however it is made', async () => {
  const statuses = async (body: string, type: string) =>
    (await report(product.url, body, type)).status

  expect(await statuses('{"half', 'application/csp-report')).toBe(400)
  expect(await statuses('[]', 'application/reports+json')).toBe(400)
  expect(await statuses('{"csp-report":7}', 'application/csp-report')).toBe(400)
  expect(await statuses('{"__proto__":{"csp-report":{}}}', 'application/csp-report')).toBe(400)
  expect(await statuses(old, 'application/json')).toBe(400)
  expect(await statuses(old, 'text/plain')).toBe(400)
  expect(await statuses(`"${'x'.repeat(16 * 1024)}"`, 'application/csp-report')).toBe(413)
})

test('reports are taken so often and no more, whoever sends them', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => report(product.url, old, 'application/csp-report')),
  )
  const statuses = answers.map(({ status }) => status)
  const late = answers.find(({ status }) => status === 429)

  expect(new Set(statuses)).toEqual(new Set([204, 429]))
  expect(await late?.json()).toMatchObject({
    code: 'TOO_MANY',
    retryAfterSeconds: expect.any(Number),
  })
  expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
})

import type { ProblemBody } from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spoken, statusesIn, talk } from './raw-tcp.ts'
import { freshKey, startProduct, type Product } from './product.ts'

let product: Product
let host = ''

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9', {
    limits: { headersMs: 1000, requestMs: 2000, streamsPerCaller: 20 },
  })
  host = new URL(product.url).host
})
afterAll(() => product.end())

/** What everybody else is served meanwhile, a read and a change each. */
async function othersAreServed(times = 20) {
  for (let time = 0; time < times; time += 1) {
    expect((await product.send('GET', '/api/v1/components')).status).toBe(200)
    const name = `10.0.0.1-9000:p_served_source-000-0:${String(Math.floor(performance.now() * 1000))
      .padStart(10, '0')
      .slice(-10)}`
    expect(await product.trackKind('connector', name)).toHaveLength(1)
  }
}

test('who sends slowly is put off, and nobody else notices', async () => {
  const head = `POST /api/v1/components HTTP/1.1\r\nHost: ${host}\r\n`
  const talks = [
    ...Array.from({ length: 400 }, () => talk(product.url, head)),
    ...Array.from({ length: 50 }, () =>
      talk(
        product.url,
        `${head}Content-Type: application/json\r\nX-Wheelhouse: 1\r\nContent-Length: 1000\r\n\r\n{"clus`,
      ),
    ),
    ...Array.from({ length: 50 }, () => talk(product.url, 'GET /api')),
  ]
  const drops = setInterval(() => {
    for (const { say } of talks.slice(0, 400)) say('X-A: b\r\n')
    for (const { say } of talks.slice(400, 450)) say('t')
  }, 100)

  await othersAreServed()
  const backs = await Promise.all(talks.map(({ end }) => end))
  clearInterval(drops)

  expect(backs.flatMap(statusesIn).filter((status) => status !== 408 && status !== 400)).toEqual([])
  await othersAreServed(3)
})

test.for([
  ['64 KiB of one header', [`X-Large: ${'x'.repeat(64 * 1024)}`]],
  ['64 KiB of headers', Array.from({ length: 4096 }, (_, at) => `X-${at}: 12345678`)],
  ['a cookie as large', [`Cookie: a=${'x'.repeat(64 * 1024)}`]],
] as const)('%s are too many', async ([, headers]) => {
  const back = await talk(product.url, spoken('GET /api/v1/session', { host, headers })).end

  expect(statusesIn(back)).toEqual([431])
  await othersAreServed(1)
})

test('an address as large is none', async () => {
  const back = await talk(
    product.url,
    spoken(`GET /api/v1/session?${'x'.repeat(64 * 1024)}`, { host }),
  ).end

  expect(statusesIn(back)[0]).toBeGreaterThanOrEqual(400)
})

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const wide = (keys: number) =>
  `{${Array.from({ length: keys }, (_, at) => `"k${at}":0`).join(',')}}`

test.for([
  ['nested', nested(100)],
  ['nested as deep as fits', nested(10_000)],
  ['brackets and nothing else', '['.repeat(500_000)],
  ['wide', wide(30_000)],
  ['a key twice', '{"kind":"stop","kind":"delete"}'],
  ['a prototype', '{"kind":"stop","__proto__":{"force":true}}'],
  ['a prototype in disguise', '{"kind":"stop","\\u005f_proto__":{"force":true}}'],
  ['a prototype inside', '{"kind":"stop","input":{"constructor":{"prototype":{"force":true}}}}'],
  ['a long number', `{"component":${'9'.repeat(100_000)}}`],
  ['a long text', `{"component":"${'x'.repeat(500_000)}"}`],
  ['escapes and nothing else', `{"component":"${'\\u0000'.repeat(80_000)}"}`],
  ['half', '{"component":"x'],
] as const)(
  'JSON that is meant to explode is refused, and nobody else notices: %s',
  async ([, body]) => {
    const [answers] = await Promise.all([
      Promise.all(
        Array.from({ length: 10 }, () =>
          product.send<ProblemBody>('POST', '/api/v1/operations', {
            body,
            headers: { 'idempotency-key': freshKey() },
          }),
        ),
      ),
      othersAreServed(2),
    ])

    for (const { status, body: problem } of answers)
      expect([status, problem.code]).toEqual([400, 'INVALID_INPUT'])
  },
)

test('a hundred bodies that are too large are not read, and nobody else notices', async () => {
  const body = 'x'.repeat(600 * 1024)
  const [answers] = await Promise.all([
    Promise.all(
      Array.from({ length: 100 }, () =>
        product.send<ProblemBody>('POST', '/api/v1/operations', { body }).catch(() => null),
      ),
    ),
    othersAreServed(),
  ])

  // Either it is told so, or cut off while it still sends.
  expect(new Set(answers.map((answer) => answer?.status ?? 413))).toEqual(new Set([413]))
})

test('one caller holds so many streams open and no more; when one ends, another may begin', async () => {
  const ends = Array.from({ length: 21 }, () => new AbortController())
  const opened = []
  for (const { signal } of ends)
    opened.push(await fetch(`${product.url}/api/v1/events`, { signal }))

  expect(opened.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 20 }, () => 200),
    429,
  ])
  expect(await opened[20]?.json()).toMatchObject({ code: 'TOO_MANY', retryAfterSeconds: 10 })
  ends[0]?.abort()
  await expect
    .poll(async () => {
      const again = await fetch(`${product.url}/api/v1/events`, {
        signal: ends[20]?.signal ?? null,
      })
      return again.status
    })
    .toBe(200)
  for (const end of ends) end.abort()
  await othersAreServed(1)
})

test('who asks without end is told to wait, for what they ask too much of and nothing else', async () => {
  const limited = await startProduct('http://127.0.0.1:9', {
    limits: { readsPerMinute: 30, changesPerMinute: 5, operationsPerMinute: 3 },
  })
  const change = (number: number) =>
    limited.send<ProblemBody>('POST', '/api/v1/components', {
      body: { cluster: 'main', kind: 'connector', names: [`n${number}`] },
    })
  const operate = () =>
    limited.send<ProblemBody>('POST', '/api/v1/operations', {
      body: {},
      headers: { 'idempotency-key': freshKey() },
    })
  const plan = () => limited.send('POST', '/api/v1/operations?dryRun=true', { body: {} })
  const read = () => limited.send('GET', '/api/v1/session')
  const statuses = async (times: number, ask: (number: number) => Promise<{ status: number }>) => {
    const seen = []
    for (let time = 0; time < times; time += 1) seen.push((await ask(time)).status)
    return seen
  }

  expect(await statuses(6, change)).toEqual([200, 200, 200, 200, 200, 429])
  expect(await statuses(4, operate)).toEqual([400, 400, 400, 429])
  expect(await statuses(20, plan)).toEqual(Array.from({ length: 20 }, () => 400))
  expect((await statuses(11, read)).slice(-2)).toEqual([200, 429])
  expect((await change(7)).body).toMatchObject({
    code: 'TOO_MANY',
    retryAfterSeconds: expect.any(Number),
  })
  expect((await limited.send('GET', '/healthz')).status).toBe(200)
  expect((await fetch(limited.url)).status).toBe(200)
  await limited.end()
})

test('forty components at once, ten thousand pasted names and a wall of screens stay below the limits', async () => {
  const usual = await startProduct('http://127.0.0.1:9')
  const names = Array.from(
    { length: 10_000 },
    (_, at) => `10.0.0.1-9000:p_${at}_source-000-0:0000000001`,
  )
  const ids = await usual.trackKind('connector', ...names)
  const plans = ids.slice(0, 40).map((id) => usual.plan(id, 'stop'))
  const screens = Array.from({ length: 40 * 12 }, () => usual.send('GET', '/api/v1/clusters'))

  expect(ids).toHaveLength(10_000)
  expect(await Promise.all(plans)).toHaveLength(40)
  expect((await Promise.all(screens)).filter(({ status }) => status !== 200)).toEqual([])
  await usual.end()
})

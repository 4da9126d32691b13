import { afterAll, beforeAll, expect, test } from 'vitest'
import { spoken, statusesIn, talk } from './raw-tcp.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
let host = ''

beforeAll(async () => {
  product = await startProduct('http://127.0.0.1:9')
  host = new URL(product.url).host
})
afterAll(() => product.end())

const name = '10.0.0.1-9000:p_forged_source-000-0:0000000001'
const body = JSON.stringify({ cluster: 'main', kind: 'connector', names: [name] })
const asked = 'POST /api/v1/components'
const usual = [
  'Content-Type: application/json',
  'X-Wheelhouse: 1',
  `Content-Length: ${Buffer.byteLength(body)}`,
]
const send = (line: string, headers: readonly string[], own = host) =>
  talk(product.url, spoken(line, { host: own, headers, body })).end
const tracked = async () =>
  (await product.get<{ items: { name: string }[] }>('/components?kind=connector')).items.length

test('the request that all others here differ from is taken', async () => {
  expect(statusesIn(await send(asked, usual))).toEqual([200])
  expect(await tracked()).toBe(1)
})

test.for([
  ['from another site', ['Origin: http://evil.example']],
  ['from our host at another port', ['Origin: http://127.0.0.1:1']],
  ['from our host by TLS', ['Origin: https://HOST']],
  ['from nowhere', ['Origin: null']],
  ['with an empty origin', ['Origin:']],
  ['from ours and another site', ['Origin: http://HOST', 'Origin: http://evil.example']],
  ['from another site and ours', ['Origin: http://evil.example', 'Origin: http://HOST']],
  ['from two in one line', ['Origin: http://HOST, http://evil.example']],
  ['from ours with a path', ['Origin: http://HOST/']],
  ['from a name that begins as ours', ['Origin: http://HOST.evil.example']],
  ['from a name that ends as ours', ['Origin: http://evil.HOST']],
  ['with a user in it', ['Origin: http://evil@HOST']],
  ['in capitals', ['Origin: HTTP://HOST']],
  ['another site, says the browser', ['Sec-Fetch-Site: cross-site']],
  ['a sibling, says the browser', ['Origin: http://HOST', 'Sec-Fetch-Site: same-site']],
  ['typed by somebody, says the browser', ['Sec-Fetch-Site: none']],
  [
    'a bearer, though nobody signs in here',
    ['Origin: http://evil.example', 'Authorization: Bearer x'],
  ],
  ['a password in a link', ['Origin: http://evil.example', 'Authorization: Basic eDp5']],
] as const)('a change is refused: %s', async ([, headers]) => {
  const before = await tracked()

  const back = await send(asked, [
    ...usual,
    ...headers.map((header) => header.replace('HOST', host)),
  ])

  expect(statusesIn(back)).toEqual([403])
  expect(back).toContain('"FOREIGN_ORIGIN"')
  expect(await tracked()).toBe(before)
})

test.for([
  ['by another spelling', ['X_Wheelhouse: 1']],
  ['by dots', ['X.Wheelhouse: 1']],
  ['with a blank before the colon', ['X-Wheelhouse : 1']],
  ['twice', ['X-Wheelhouse: 1', 'X-Wheelhouse: 1']],
  ['with another value', ['X-Wheelhouse: true']],
  ['as a prototype', ['__proto__: 1', 'constructor: 1']],
] as const)('our own header counts only as it is: %s', async ([, headers]) => {
  const rest = usual.filter((header) => !header.startsWith('X-Wheelhouse'))

  const [status = 0] = statusesIn(await send(asked, [...rest, ...headers]))

  expect(status).toBe(400)
})

test.for([
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json;charset=utf-16',
  'application/json; charset=utf-8; charset=latin1',
  'application/json,text/plain',
  'application/json;',
  'application/JSON',
  'application/json\t',
  ' application/json;a=b',
  'application/ld+json',
  'application/vnd.api+json',
  'application/csp-report',
  '',
] as const)('a body of the type "%s" is not read', async (type) => {
  const headers = [...usual.slice(1), `Content-Type: ${type}`]
  const back = await send(asked, headers)

  // A tab at the end is no part of a value.
  expect(statusesIn(back)).toEqual([type.endsWith('\t') ? 200 : 400])
})

test('two types, or none, are not the right one', async () => {
  expect(statusesIn(await send(asked, usual.slice(1)))).toEqual([400])
  const [status] = statusesIn(
    await send(asked, [
      'Content-Type: text/plain',
      ...usual.slice(1),
      'Content-Type: application/json',
    ]),
  )
  expect(status).toBe(400)
})

test.for([
  [
    'another method',
    ['X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: DELETE', 'X-Method-Override: DELETE'],
  ],
  ['another address', ['X-Original-URL: /api/v1/nothing', 'X-Rewrite-URL: /api/v1/nothing']],
  [
    'another host',
    ['X-Forwarded-Host: evil.example', 'X-Host: evil.example', 'Forwarded: host=evil.example'],
  ],
  [
    'another user',
    [
      'X-Forwarded-User: admin',
      'X_Forwarded_User: admin',
      'Remote-User: admin',
      'X-Remote-User: admin',
    ],
  ],
  ['another protocol', ['X-Forwarded-Proto: https', 'X-Forwarded-Ssl: on', 'Front-End-Https: on']],
  [
    'another sender',
    ['X-Forwarded-For: 10.9.9.9', 'X-Real-IP: 10.9.9.9', 'True-Client-IP: 10.9.9.9'],
  ],
] as const)('a header of a proxy that is not trusted changes nothing: %s', async ([, headers]) => {
  const plain = await send('GET /api/v1/session', [])
  const claimed = await send('GET /api/v1/session', headers)
  const strip = (back: string) => back.replaceAll(/^date:.*$/gimu, '')

  expect(strip(claimed)).toBe(strip(plain))
  expect(claimed).not.toMatch(/evil|strict-transport/iu)
})

test.for([
  ['a foreign one', 'Host: evil.example'],
  ['none', 'X-Host: HOST'],
  ['ours twice', 'Host: HOST\r\nHost: HOST'],
  ['ours and a foreign one', 'Host: HOST\r\nHost: evil.example'],
  ['a foreign one and ours', 'Host: evil.example\r\nHost: HOST'],
  ['ours in two words', 'Host: HOST evil.example'],
  ['ours behind a user', 'Host: evil@HOST'],
  ['ours and more behind a comma', 'Host: HOST, evil.example'],
  ['ours with a path', 'Host: HOST/'],
  ['ours folded', 'Host:\r\n HOST'],
  ['an empty one', 'Host:'],
] as const)('a request with a host that is not exactly ours is refused: %s', async ([, line]) => {
  const back = await talk(
    product.url,
    `GET /api/v1/components HTTP/1.1\r\n${line.replaceAll('HOST', host)}\r\nConnection: close\r\n\r\n`,
  ).end

  expect(statusesIn(back).every((status) => status === 400 || status === 403)).toBe(true)
  expect(back).not.toContain('"items"')
})

test('an address with a host in it counts no more than the host that is named', async () => {
  const here = `http://${host}`
  const foreign = await send('GET http://evil.example/api/v1/components', [])
  const ours = await send(`GET ${here}/api/v1/components`, [], 'evil.example')
  const change = await send('POST http://evil.example/api/v1/components', [
    ...usual,
    'Origin: http://evil.example',
  ])

  // As the router sees it, no path begins so.
  expect(foreign).not.toContain('"items"')
  expect(statusesIn(ours).every((status) => status === 400 || status === 403)).toBe(true)
  expect(statusesIn(change).every((status) => status >= 400)).toBe(true)
})

test.for([
  ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
  ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 5']],
  ['two lengths', ['Content-Length: 5', 'Content-Length: 50']],
  ['a length that is no number', ['Content-Length: +5']],
  ['a negative length', ['Content-Length: -1']],
  ['chunks by another name', ['Transfer-Encoding: xchunked']],
  ['chunks twice', ['Transfer-Encoding: chunked, identity']],
  ['chunks and a tab', ['Transfer-Encoding:\tchunked', 'Content-Length: 5']],
] as const)('what two readers would cut in two ways is cut off: %s', async ([, headers]) => {
  const before = await tracked()
  const hidden = spoken(asked, {
    host,
    headers: usual,
    body: body.replace('forged', 'smuggled'),
  })
  const back = await talk(
    product.url,
    [
      `${asked} HTTP/1.1`,
      `Host: ${host}`,
      'Content-Type: application/json',
      'X-Wheelhouse: 1',
      ...headers,
      '',
      `0\r\n\r\n${hidden}`,
    ].join('\r\n'),
  ).end

  expect(statusesIn(back).filter((status) => status < 400)).toEqual([])
  expect(await tracked()).toBe(before)
})

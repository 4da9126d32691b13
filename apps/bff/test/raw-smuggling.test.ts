import { expect, test } from 'vitest'
import { good, onlyRequest, path, request, setUp } from './raw-stage.ts'

test('nothing that a browser or a script sends besides the name is passed on', async () => {
  const { cm, stage } = await setUp()
  const games = [
    ['Cookie: session=SECRET', 'Authorization: Bearer SECRET', 'Proxy-Authorization: Basic SECRET'],
    ['Connection: host, close', 'Host-Override: evil'],
    ['Connection: accept, accept-encoding, user-agent, close'],
    ['Connection: close, x-forwarded-for', 'Proxy-Connection: keep-alive', 'Keep-Alive: timeout=9'],
    ['X-Forwarded-For: 10.0.0.1', 'X-Forwarded-Host: evil', 'X-Forwarded-Proto: https'],
    ['Forwarded: for=1.2.3.4;host=evil', 'X-Original-URL: /applier/stop', 'X-Rewrite-URL: /x'],
    ['Connection: Upgrade, close', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'],
    ['Accept: text/html', 'Accept-Encoding: gzip, br', 'User-Agent: evil', 'Origin: http://evil'],
    ['Range: bytes=0-1', 'If-None-Match: "x"', 'Cache-Control: only-if-cached', 'TE: trailers'],
    ['X-HTTP-Method-Override: POST', '__proto__: x', 'constructor: x'],
  ]

  for (const headers of games) await stage.raw(request(stage.port, `GET ${good}`, headers))

  expect(cm.seen).toEqual(games.map(() => onlyRequest(cm.port)))
})

test('an upgrade to a WebSocket is not taken up: CM sees a plain read, or nothing', async () => {
  const { cm, stage } = await setUp()

  const back = await stage.raw(
    request(stage.port, `GET ${good}`, [
      'Connection: Upgrade, close',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Origin: http://evil.example',
    ]),
  )

  expect(back).not.toMatch(/^HTTP\/1\.1 101/u)
  // Without a listener Node never leaves HTTP, whatever stands in the upgrade or behind it.
  expect(stage.app.server.listenerCount('upgrade')).toBe(0)
  expect(cm.seen.filter((bytes) => bytes !== onlyRequest(cm.port))).toEqual([])
})

test('what is smuggled behind, before or inside a read does not reach CM', async () => {
  const { cm, stage } = await setUp()
  const second = `GET /connector/task/migrate?taskName=x HTTP/1.1\r\nHost: x\r\n\r\n`
  const host = `Host: 127.0.0.1:${stage.port}`
  const floods = [
    `GET ${good} HTTP/1.1\r\n${host}\r\nContent-Length: ${second.length}\r\nConnection: close\r\n\r\n${second}`,
    `GET ${good} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`,
    `GET ${good} HTTP/1.1\r\n${host}\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
    `GET ${good} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n0\r\n\r\n`,
    `GET ${good} HTTP/1.1\r\n${host}\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello`,
    `GET ${good} HTTP/1.1\rHost: x\r\n\r\n`,
    `GET ${good} HTTP/1.1\n${host}\n\n`,
    `GET ${path}?writerName=a\rb HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    `GET ${path}?writerName=a b HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    `GET ${good} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    `GET ${good} HTTP/1.1\r\nConnection: close\r\n\r\n`,
    `GET ${good} HTTP/1.0\r\n\r\n`,
    `GET ${good}\r\n\r\n`,
  ]

  const answers: string[] = []
  for (const flood of floods) answers.push(await stage.raw(flood))

  expect(floods.filter((_, at) => /^HTTP\/1\.1 [23]/u.test(answers[at] ?? ''))).toEqual([])
  expect(cm.seen).toEqual([])
})

test('what is odd but harmless asks once: another HTTP version, a stranger behind it, an expectation', async () => {
  const { cm, stage } = await setUp()
  const host = `Host: 127.0.0.1:${stage.port}`

  await stage.raw(`GET ${good} HTTP/1.0\r\n${host}\r\n\r\n`)
  await stage.raw(`GET ${good} HTTP/2.0\r\n${host}\r\nConnection: close\r\n\r\n`)
  await stage.raw(`GET ${good}\r\nX-Evil: 1 HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`)
  await stage.raw(
    `GET ${good} HTTP/1.1\r\n${host}\r\n\r\n` +
      `GET /api/v1/clusters/main/cm/connector/task/migrate?taskName=x HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
  )
  await stage.raw(request(stage.port, `GET ${good}`, ['Expect: 100-continue']))

  expect(cm.seen).toEqual([1, 2, 3, 4, 5].map(() => onlyRequest(cm.port)))
})

import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

import type { CmErrorCode, Outcome } from '../error.ts'
import { answers, type Behaviour } from './bare-server.ts'

/** A way for CM to answer, and what the client must make of it. */
export type Failure = readonly [name: string, behaviour: Behaviour, code: CmErrorCode]

const html = '<html><body><h1>502 Bad Gateway</h1><p>nginx</p></body></html>'
const ok = '{"isSuccess":true}'

const answer = (status: string, body: string | Buffer, headers?: readonly string[]): Behaviour => ({
  onRequest: answers(status, body, headers),
})
const bytes = (text: string, then: 'end' | 'reset' | 'wait' = 'wait'): Behaviour => ({
  onRequest: (socket) => {
    socket.write(text, () => {
      if (then === 'end') socket.end()
      if (then === 'reset') socket.resetAndDestroy()
    })
  },
})

/** Every row leaves an unknown outcome, but for REJECTED, where CM says that it did nothing. */
export const failures: readonly Failure[] = [
  ['resets before reading', { reads: false, onConnect: resetSoon }, 'CUT'],
  ['resets after reading', { onRequest: (socket) => socket.resetAndDestroy() }, 'CUT'],
  ['hangs up after reading', { onRequest: (socket) => socket.end() }, 'CUT'],
  ['sends half a body', bytes(`HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n${ok}`, 'end'), 'CUT'],
  ['resets in the body', bytes('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{', 'reset'), 'CUT'],
  ['sends half a head', bytes('HTTP/1.1 200 OK\r\ncontent-le', 'end'), 'CUT'],
  [
    'cuts a chunk',
    bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n99\r\n{', 'end'),
    'CUT',
  ],
  ['never answers', {}, 'TIMED_OUT'],
  ['never ends its head', bytes('HTTP/1.1 200 OK\r\n'), 'TIMED_OUT'],
  ['never ends its body', bytes('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{'), 'TIMED_OUT'],
  ['drips one byte at a time', { onRequest: drip }, 'TIMED_OUT'],
  ['says continue for ever', bytes('HTTP/1.1 102 Processing\r\n\r\n'), 'TIMED_OUT'],

  [
    'sends a shorter length than its body',
    bytes(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n${ok}`),
    'BAD_BODY',
  ],
  [
    'breaks a chunk',
    bytes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{'),
    'BAD_BODY',
  ],
  ['does not speak HTTP', bytes('SSH-2.0-OpenSSH_9.2\r\n'), 'BAD_BODY'],
  [
    'sends 10,000 headers',
    bytes(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(10_000)}\r\n`),
    'BAD_BODY',
  ],
  ['answers HTML with 200', answer('200 OK', html), 'BAD_BODY'],
  ['answers nothing with 200', answer('200 OK', ''), 'BAD_BODY'],
  ['answers 204', bytes('HTTP/1.1 204 No Content\r\n\r\n'), 'BAD_BODY'],
  ['answers text', answer('200 OK', 'success'), 'BAD_BODY'],
  ['answers a JSON string', answer('200 OK', '"true"'), 'BAD_BODY'],
  ['answers JSON true', answer('200 OK', 'true'), 'BAD_BODY'],
  ['answers JSON null', answer('200 OK', 'null'), 'BAD_BODY'],
  ['answers an array', answer('200 OK', `[${ok}]`), 'BAD_BODY'],
  ['answers an empty object', answer('200 OK', '{}'), 'BAD_BODY'],
  ['answers NaN', answer('200 OK', '{"isSuccess":true,"replicator":NaN}'), 'BAD_BODY'],
  ['adds garbage to the JSON', answer('200 OK', `${ok}<!-- proxy -->`), 'BAD_BODY'],
  ['answers isSuccess "true"', answer('200 OK', '{"isSuccess":"true"}'), 'BAD_BODY'],
  ['answers isSuccess "false"', answer('200 OK', '{"isSuccess":"false"}'), 'BAD_BODY'],
  ['answers isSuccess 1', answer('200 OK', '{"isSuccess":1}'), 'BAD_BODY'],
  ['answers isSuccess 0', answer('200 OK', '{"isSuccess":0}'), 'BAD_BODY'],
  ['answers isSuccess null', answer('200 OK', '{"isSuccess":null}'), 'BAD_BODY'],
  ['answers without isSuccess', answer('200 OK', '{"replicator":{}}'), 'BAD_BODY'],
  ['nests isSuccess', answer('200 OK', `{"result":${ok}}`), 'BAD_BODY'],
  ['hides isSuccess in __proto__', answer('200 OK', `{"__proto__":${ok}}`), 'BAD_BODY'],
  ['answers issuccess', answer('200 OK', '{"issuccess":true}'), 'BAD_BODY'],
  ['nests 100,000 arrays', answer('200 OK', `${'['.repeat(1e5)}${']'.repeat(1e5)}`), 'BAD_BODY'],
  ['compresses unasked', answer('200 OK', gzipSync(ok), ['content-encoding: gzip']), 'BAD_BODY'],
  ['announces 2 MiB', answer('200 OK', 'x'.repeat(2 ** 21)), 'BAD_BODY'],
  ['sends chunks without end', { onRequest: flood }, 'BAD_BODY'],

  ['redirects', answer('302 Found', '', ['location: /elsewhere']), 'BAD_STATUS'],
  ['redirects with 307', answer('307 Temporary Redirect', '', ['location: /x']), 'BAD_STATUS'],
  ['answers 304', bytes('HTTP/1.1 304 Not Modified\r\n\r\n'), 'BAD_STATUS'],
  ['answers 400 HTML', answer('400 Bad Request', html), 'BAD_STATUS'],
  ['answers 401', answer('401 Unauthorized', '', ['www-authenticate: Basic']), 'BAD_STATUS'],
  ['answers 404 HTML', answer('404 Not Found', html), 'BAD_STATUS'],
  ['answers 429', answer('429 Too Many Requests', '', ['retry-after: 0']), 'BAD_STATUS'],
  ['answers 500 HTML', answer('500 Internal Server Error', html), 'BAD_STATUS'],
  ['answers 502 HTML', answer('502 Bad Gateway', html), 'BAD_STATUS'],
  ['answers 503 and nothing', answer('503 Unavailable', '', ['retry-after: 0']), 'BAD_STATUS'],
  ['answers 504 text', answer('504 Gateway Timeout', 'timeout'), 'BAD_STATUS'],
  ['answers 500 JSON without verdict', answer('500 Error', '{"status":500}'), 'BAD_STATUS'],
  ['answers 500 isSuccess true', answer('500 Error', ok), 'BAD_STATUS'],
  ['answers 302 isSuccess true', answer('302 Found', ok, ['location: /x']), 'BAD_STATUS'],

  ['refuses with 200', answer('200 OK', '{"isSuccess":false,"errMsg":"not found"}'), 'REJECTED'],
  ['refuses with 400', answer('400 Bad Request', '{"isSuccess":false}'), 'REJECTED'],
  ['refuses with 500', answer('500 Error', '{"isSuccess":false,"errCode":"CM-X"}'), 'REJECTED'],
  ['refuses with a BOM', answer('200 OK', '\uFEFF{"isSuccess":false}'), 'REJECTED'],
]

/** Answers that only a read can see through: what a write answers is not documented. */
export const detailFailures: readonly Failure[] = [
  ['answers about a store', answer('200 OK', '{"isSuccess":true,"crawler":{}}'), 'BAD_BODY'],
  ['leaves the replicator out', answer('200 OK', ok), 'BAD_BODY'],
  [
    'answers about another writer',
    answer('200 OK', '{"isSuccess":true,"replicator":{"name":"10.0.0.2-9000:other"}}'),
    'BAD_BODY',
  ],
]

export const outcomeOf = (code: CmErrorCode): Outcome =>
  code === 'REJECTED' ? 'not-done' : 'unknown'

/** Late enough for the request to be on its way: a reset during the handshake is a refusal. */
function resetSoon(socket: Socket): void {
  setTimeout(() => socket.resetAndDestroy(), 50)
}

function drip(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 999999\r\n\r\n')
  const timer = setInterval(() => socket.write(' '), 10)
  socket.on('close', () => clearInterval(timer))
}

function flood(socket: Socket): void {
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', pour)
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
  pour()
}

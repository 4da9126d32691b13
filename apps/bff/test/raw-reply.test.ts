import { createServer } from 'node:https'
import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answering, http, name, said, startStage, startUpstream } from './raw-stage.ts'
import { selfSigned } from './self-signed.ts'

const brief = { timeouts: { connectMs: 300, readMs: 300, writeMs: 300 } }

const ask = async (reply: string, cluster: object = {}) => {
  const cm = await startUpstream(answering(reply))
  const stage = await startStage(cm.url, cluster)
  return { cm, ...(await stage.get()) }
}

test('whatever CM answered is an answer: its status stands inside, and it is asked once', async () => {
  for (const status of ['503 Service Unavailable', '500 Oops', '404 Not Found', '201 Created']) {
    const headers = 'retry-after: 0\r\n'
    const answer = await ask(http('{"isSuccess":false}', { status, headers }))

    expect(answer.status).toBe(200)
    expect(answer.body.status).toBe(Number(status.slice(0, 3)))
    expect(answer.body.body).toBe('{"isSuccess":false}')
    expect(answer.cm.seen).toHaveLength(1)
  }
})

test('a redirect is shown and not followed', async () => {
  const elsewhere = await startUpstream(answering(http('{"taken":true}')))

  const answer = await ask(
    http('', {
      status: '302 Found',
      headers: `location: ${elsewhere.url}/connector/task/migrate\r\n`,
    }),
  )

  expect([answer.status, answer.body.status, answer.body.body]).toEqual([200, 302, ''])
  expect(answer.headers.has('location')).toBe(false)
  expect(elsewhere.seen).toEqual([])
})

test('no header of CM is passed on, and a page of its is text inside JSON', async () => {
  const page = '<b>gone</b>'
  const answer = await ask(
    `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nset-cookie: sid=1\r\nserver: CM\r\nx-frame-options: ALLOWALL\r\n` +
      `access-control-allow-origin: *\r\nconnection: x-request-id, close\r\ncontent-length: ${page.length}\r\n\r\n${page}`,
  )

  expect(answer.body).toMatchObject({ contentType: 'text/html', body: page })
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/u)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  for (const header of ['set-cookie', 'server', 'access-control-allow-origin'])
    expect(answer.headers.has(header)).toBe(false)
  expect(answer.headers.get('x-frame-options')).not.toBe('ALLOWALL')
})

test('secrets are cut from whatever comes: JSON, its configuration text, a page, a type', async () => {
  const bodies = [
    JSON.stringify({
      replicator: { cfg: `[JDBCWriter]\nsource.password=SECRET-1\nworker_num=16\n` },
    }),
    JSON.stringify({ token: 'SECRET-1' }),
    '<html>jdbc:mysql://user:SECRET-1@host/db?password=SECRET-1</html>',
    'password=SECRET-1',
  ]
  for (const body of bodies)
    expect(JSON.stringify((await ask(http(body))).body)).not.toContain('SECRET')

  const typed = await ask(
    `HTTP/1.1 200 OK\r\ncontent-type: text/plain; password=SECRET-1\r\ncontent-length: 2\r\n\r\n{}`,
  )
  expect(typed.body.contentType).not.toContain('SECRET')
})

test('an answer that broke off, is too large or compressed is none', async () => {
  const whole = http(said)
  const huge = 'x'.repeat(1024 * 1024 + 1)
  const packed = gzipSync('x'.repeat(100_000)).toString('latin1')
  const replies = {
    'cut in its head': whole.slice(0, 20),
    'cut in its body': whole.slice(0, -10),
    'no HTTP': 'SSH-2.0-OpenSSH_9.6\r\n\r\n',
    'half a chunk': 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc',
    'too large': http(huge),
    'endless chunks': `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n100001\r\n${huge}\r\n`,
    compressed: `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n${packed}`,
    'an upgrade':
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
    'a status beyond HTTP': 'HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n',
  }
  for (const [what, reply] of Object.entries(replies)) {
    const { status, body, cm } = await ask(reply)
    expect(`${what}: ${status} ${body.code}`).toBe(`${what}: 502 CM_UNANSWERED`)
    expect(cm.seen).toHaveLength(1)
  }
})

test('exactly as much as is taken comes through whole', async () => {
  const { body } = await ask(http('x'.repeat(1024 * 1024)))

  expect(body.body).toHaveLength(1024 * 1024)
})

test('a CM that is silent or drips its answer is given up in time', async () => {
  const silent = await startUpstream(() => {})
  const dripping = await startUpstream((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 50)
    socket.on('close', () => clearInterval(drip))
  })

  for (const cm of [silent, dripping]) {
    const stage = await startStage(cm.url, brief)
    const startedAt = performance.now()
    const { status, body } = await stage.get()
    expect([status, body.code]).toEqual([504, 'CM_TIMED_OUT'])
    expect(performance.now() - startedAt).toBeLessThan(2000)
    expect(cm.seen).toHaveLength(1)
  }
})

test('an answer without end is cut off when it is too large, not when time is up', async () => {
  const cm = await startUpstream((socket) => {
    const more = () => {
      while (socket.writable && socket.write('x'.repeat(65_536)));
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.on('drain', more)
    more()
  })
  const stage = await startStage(cm.url)

  const { status, body } = await stage.get()

  expect([status, body.code]).toEqual([502, 'CM_UNANSWERED'])
  expect(body.detail).toContain('longer than')
})

test('a CM that refuses the connection is told apart, and its address is not told', async () => {
  const stage = await startStage('http://127.0.0.1:9')

  const { status, body } = await stage.get()

  expect([status, body.code]).toEqual([502, 'CM_UNANSWERED'])
  expect(body.detail).toContain('ECONNREFUSED')
  expect(JSON.stringify(body)).not.toContain('127.0.0.1')
})

test('a CM with a certificate that nobody vouches for is sent nothing', async () => {
  const asked: (string | undefined)[] = []
  const cm = createServer(selfSigned, (incoming, reply) => {
    asked.push(incoming.url)
    reply.end(said)
  })
  await new Promise<void>((resolve) => {
    cm.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    cm.closeAllConnections()
    cm.close()
  })
  const { port } = cm.address() as AddressInfo // only a pipe has another
  const stage = await startStage(`https://127.0.0.1:${port}`)

  const { status, body } = await stage.get()

  expect([status, body.code]).toEqual([502, 'CM_UNANSWERED'])
  expect(body.detail).toContain('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(asked).toEqual([])
})

test('a failed ask is not remembered: the next one is sent', async () => {
  const cm = await startUpstream((socket, seen) =>
    seen.length === 1 ? socket.destroy() : socket.end(http(said)),
  )
  const stage = await startStage(cm.url)

  expect((await stage.get()).body.code).toBe('CM_UNANSWERED')
  expect((await stage.get()).body.curl).toContain(name)
})

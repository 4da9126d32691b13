import { createServer } from 'node:net'
import { expect, test } from 'vitest'

import { bind } from './bind.ts'
import { createCmClient, type CmClientOptions } from './client.ts'
import { CmError } from './error.ts'
import type { CallLine } from './transport.ts'
import { answers, bodyText, serve, targetText } from './test/bare-server.ts'
import { vendorName, vendorReply } from './test/vendor-reply.ts'
import { writerCalls } from './writers.ts'
import { permitWrite } from './permit.ts'

const name = '10.0.0.1-9000:p_x_source-000-0:0000000069'
const ok = answers('200 OK', '{"isSuccess":true}')

const failureOf = async (call: Promise<unknown>): Promise<CmError> => {
  const error: unknown = await call.catch((reason: unknown) => reason)
  if (!(error instanceof CmError)) throw new Error('expected a CmError', { cause: error })
  return error
}

const connectTo = (options: CmClientOptions) =>
  createCmClient({ timeouts: { readMs: 500, writeMs: 500, connectMs: 300 }, ...options })

test('start and stop are sent as the vendor documents them, with nothing of ours around', async () => {
  const server = await serve({ onRequest: ok })
  const { write } = connectTo({ url: server.url })

  const started = await write(permitWrite(writerCalls.start(name)))
  await write(permitWrite(writerCalls.stop(name)))

  expect(started).toEqual({ status: 200, body: '{"isSuccess":true}', newName: null })
  expect(server.requests.map(targetText)).toEqual(['/applier/start', '/applier/stop'])
  expect(server.requests.map(bodyText)).toEqual([`applierName=${name}`, `applierName=${name}`])
  const lines = server.requests[0]?.split('\r\n\r\n')[0]?.split('\r\n') ?? []
  expect(lines.slice(1).toSorted()).toEqual([
    'accept-encoding: identity',
    'accept: application/json',
    'connection: close',
    `content-length: ${12 + name.length}`,
    'content-type: application/x-www-form-urlencoded',
    `host: ${server.url.slice(7)}`,
    'user-agent: wheelhouse',
  ])
})

test('detail asks by query and reads the vendor’s own sample', async () => {
  const server = await serve({ onRequest: answers('200 OK', vendorReply) })

  const detail = await connectTo({ url: server.url }).writers.detail(vendorName)

  expect(targetText(server.requests[0])).toBe(`/JDBCWriter/detail?writerName=${vendorName}`)
  expect(detail).toMatchObject({ status: 'running', active: true, checkpointSeconds: 1639732207 })
})

test('a path prefix in the address goes before every path', async () => {
  const server = await serve({ onRequest: ok })

  await connectTo({ url: `${server.url}/cm/` }).write(permitWrite(writerCalls.stop(name)))

  expect(targetText(server.requests[0])).toBe('/cm/applier/stop')
})

test('reads share connections and each write has its own', async () => {
  const server = await serve({ onRequest: answers('200 OK', vendorReply) })
  const { writers, write } = connectTo({ url: server.url })

  for (let reads = 0; reads < 10; reads += 1) await writers.detail(vendorName)
  const shared = server.connections()
  await write(permitWrite(writerCalls.stop(name)))
  await write(permitWrite(writerCalls.stop(name)))

  expect(shared).toBeLessThan(3)
  expect(server.connections()).toBe(shared + 2)
})

test('a read-only client sends no write, and still reads', async () => {
  const server = await serve({ onRequest: answers('200 OK', vendorReply) })
  const { writers, write } = connectTo({ url: server.url, isReadOnly: () => true })

  const error = await failureOf(write(permitWrite(writerCalls.stop(name))))
  await writers.detail(vendorName)

  expect(error).toMatchObject({ code: 'READ_ONLY', outcome: 'not-done' })
  expect(server.requests.length).toBe(1)
})

test('writing that is switched off while the connection is made sends no byte, and is on again at once', async () => {
  const server = await serve({ onRequest: ok })
  let asked = 0
  const { write } = connectTo({ url: server.url, isReadOnly: () => (asked += 1) === 2 })

  const error = await failureOf(write(permitWrite(writerCalls.stop(name))))

  expect(error).toMatchObject({ code: 'READ_ONLY', outcome: 'not-done' })
  expect([asked, server.connections(), server.requests.length]).toEqual([2, 1, 0])
  expect(await write(permitWrite(writerCalls.stop(name)))).toMatchObject({ status: 200 })
})

test('a call with a variable left in it is not sent, and says which', async () => {
  const server = await serve({ onRequest: ok })
  const { write } = connectTo({ url: server.url })
  const call = writerCalls.update(name, { 'JDBCWriter.sync_password': { variable: 'PASSWORD' } })

  await expect(write(permitWrite(call))).rejects.toThrow(
    new TypeError('/applier/update: $PASSWORD is not bound'),
  )
  await expect(write(permitWrite(writerCalls.detail(name)))).rejects.toThrow(TypeError)
  await write(permitWrite(bind(call, { PASSWORD: 'p&q' })))

  expect(server.requests.map(bodyText)).toEqual([
    `applierName=${name}&JDBCWriter.sync_password=p%26q`,
  ])
})

test('a closed port refuses: nothing was sent', async () => {
  const port = await closedPort()
  const { writers, write } = connectTo({ url: `http://127.0.0.1:${port}` })

  for (const call of [
    writers.detail(name),
    write(permitWrite(writerCalls.start(name))),
    write(permitWrite(writerCalls.stop(name))),
  ])
    expect(await failureOf(call)).toMatchObject({ code: 'NOT_SENT', outcome: 'not-done' })
})

test('a name that does not resolve refuses', async () => {
  const { write } = connectTo({
    url: 'http://cm.invalid:8088',
    timeouts: { writeMs: 20_000, connectMs: 10_000 },
  })

  expect(await failureOf(write(permitWrite(writerCalls.stop(name))))).toMatchObject({
    code: 'NOT_SENT',
    outcome: 'not-done',
  })
})

test('TLS that fails refuses: not one request arrives', async () => {
  const server = await serve({ onConnect: (socket) => socket.write('HTTP/1.1 400 Bad\r\n\r\n') })
  const { write } = connectTo({ url: server.url.replace('http:', 'https:') })

  const error = await failureOf(write(permitWrite(writerCalls.stop(name))))

  expect(error).toMatchObject({ code: 'NOT_SENT', outcome: 'not-done' })
  expect(server.requests).toEqual([])
})

test('a connection that is not made in time refuses', async () => {
  const server = await serve({})
  const { write } = connectTo({
    url: server.url.replace('http:', 'https:'),
    timeouts: { writeMs: 20_000, connectMs: 100 },
  })

  const error = await failureOf(write(permitWrite(writerCalls.stop(name))))

  expect(error).toMatchObject({ code: 'NOT_SENT', outcome: 'not-done' })
  expect(error.cause).toMatchObject({ code: 'UND_ERR_CONNECT_TIMEOUT' })
})

test('a deadline that passes before the connection stands leaves nothing done', async () => {
  const server = await serve({})
  const { write } = connectTo({
    url: server.url.replace('http:', 'https:'),
    timeouts: { writeMs: 50, connectMs: 20_000 },
  })

  expect(await failureOf(write(permitWrite(writerCalls.stop(name))))).toMatchObject({
    code: 'TIMED_OUT',
    outcome: 'not-done',
  })
})

test('a signal that is already aborted keeps the call from being sent', async () => {
  const server = await serve({ onRequest: ok })
  const { write } = connectTo({ url: server.url })

  const error = await failureOf(
    write(permitWrite(writerCalls.stop(name)), { signal: AbortSignal.abort() }),
  )

  expect(error).toMatchObject({ code: 'ABORTED', outcome: 'not-done' })
  expect(server.connections()).toBe(0)
})

test('a write aborted after it left has an unknown outcome', async () => {
  const caller = new AbortController()
  const server = await serve({ onRequest: () => caller.abort() })
  const { write } = connectTo({ url: server.url })

  const error = await failureOf(
    write(permitWrite(writerCalls.stop(name)), { signal: caller.signal }),
  )

  expect(error).toMatchObject({ code: 'ABORTED', outcome: 'unknown' })
  expect(server.requests.length).toBe(1)
})

test('close lets a write that is out end, and sends no other', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<() => void>()
  const server = await serve({
    onRequest: (socket, request) => arrive(() => ok(socket, request)),
  })
  const client = connectTo({ url: server.url })

  const stopping = client.write(permitWrite(writerCalls.stop(name)))
  const release = await arrived
  const closing = client.close()
  const late = await failureOf(client.write(permitWrite(writerCalls.start(name))))
  release()

  expect(await stopping).toMatchObject({ status: 200 })
  expect(late).toMatchObject({ code: 'ABORTED', outcome: 'not-done' })
  await closing
  expect(server.requests.length).toBe(1)
})

test('a rejection carries CM’s words, from either envelope', async () => {
  const classic = await serve({ onRequest: answers('200 OK', '{"isSuccess":false,"errMsg":"no"}') })
  const v2 = await serve({
    onRequest: answers(
      '200 OK',
      '{"isSuccess":false,"errCode":"CM-RESOAT000012","errMsg":null,"errorDetail":{"message":"Supervisor failed to execute command.","proposal":"Look"}}',
    ),
  })

  const first = await failureOf(
    connectTo({ url: classic.url }).write(permitWrite(writerCalls.stop(name))),
  )
  const second = await failureOf(
    connectTo({ url: v2.url }).write(permitWrite(writerCalls.stop(name))),
  )

  expect(first.message).toBe('CM refused: no')
  expect(first.reply).toEqual({ status: 200, body: '{"isSuccess":false,"errMsg":"no"}' })
  expect(second.message).toBe(
    'CM refused: CM-RESOAT000012 · Supervisor failed to execute command. · Look',
  )
})

test('every call is observed once, by endpoint and without its name', async () => {
  const server = await serve({ onRequest: answers('200 OK', '{"isSuccess":true}') })
  const lines: CallLine[] = []
  const client = connectTo({ url: server.url, observe: (line) => lines.push(line) })

  await client.write(permitWrite(writerCalls.stop(name)))
  await failureOf(client.writers.detail(name))

  expect(lines).toEqual([
    { effect: 'write', endpoint: 'POST /applier/stop', ms: expect.any(Number), outcome: 'ok' },
    {
      effect: 'read',
      endpoint: 'GET /JDBCWriter/detail',
      ms: expect.any(Number),
      outcome: 'BAD_BODY',
    },
  ])
})

test.for(['ftp://cm:21', 'cm:8088', '', 'http://root:pw@cm:8088', 'http://cm:8088?x=1'])(
  '%s is no address of a CM',
  (url) => {
    expect(() => createCmClient({ url })).toThrow(TypeError)
  },
)

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

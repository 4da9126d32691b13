import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod'
import Fastify, { type FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { errors, sendProblem } from '../src/plugins/errors.ts'
import { headers } from '../src/plugins/headers.ts'
import { openapi } from '../src/plugins/openapi.ts'
import { rawProxy } from '../src/plugins/raw-proxy/raw-proxy.ts'
import { security } from '../src/plugins/security.ts'
import { local } from '../src/rights/principal.ts'

export const name = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'
export const path = '/api/v1/clusters/main/cm/JDBCWriter/detail'
export const said = '{"isSuccess":true,"replicator":{"status":"running"}}'
export const good = `${path}?writerName=${name}`

/** What a CM does with a whole request: it writes an answer, or what it likes. */
type Behaviour = (socket: Socket, seen: readonly string[]) => void

export interface Upstream {
  url: string
  port: number
  /** Every byte of every connection, one text each. */
  seen: string[]
}

/** A TCP server that understands nothing: it keeps what arrives and answers to an empty line. */
export async function startUpstream(behave: Behaviour): Promise<Upstream> {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const at = seen.push('') - 1
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      seen[at] += bytes.toString('latin1')
      if (seen[at]?.endsWith('\r\n\r\n')) behave(socket, seen)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo // only a pipe has another
  return { url: `http://127.0.0.1:${port}`, port, seen }
}

export const http = (body: string, { status = '200 OK', headers = '' } = {}): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`

export const answering =
  (text: string): Behaviour =>
  (socket) =>
    socket.end(text)

export interface Stage {
  app: FastifyInstance
  port: number
  get: (url?: string) => Promise<{ status: number; headers: Headers; body: Answered }>
  /** Bytes as they are, on a connection of their own; resolves with all that comes back. */
  raw: (bytes: string) => Promise<string>
  /** How many requests have got as far as the routes. */
  received: () => number
  /** The clusters whose budget was told of a call, once each call. */
  spent: string[]
}

interface Answered {
  code?: string
  field?: string
  detail?: string
  curl?: string
  status?: number
  contentType?: string | null
  body?: string
}

/** The proxy behind what stands before it in the product, and nothing that asks CM by itself. */
export async function startStage(cm: string, cluster: object = {}): Promise<Stage> {
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 64 },
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  let received = 0
  const spent: string[] = []
  app.addHook('onRequest', async () => {
    received += 1
  })
  await app.register(errors)
  await app.register(headers, { publicOrigin: undefined, host: '127.0.0.1' })
  await app.register(security, { publicOrigin: undefined, host: '127.0.0.1' })
  await app.register(openapi, { version: '0' })
  app.decorateRequest('asking', null)
  app.addHook('onRequest', async (request) => {
    request.asking = local
  })
  const settings = {
    callsPerSecond: 1000,
    inFlight: 64,
    timeouts: { connectMs: 2000, readMs: 5000, writeMs: 5000 },
    ...cluster,
  }
  await app.register(rawProxy, {
    clusters: [
      { id: 'main', url: cm, ...settings },
      { id: 'other', url: cm, ...settings },
    ],
    isTracked: (id, asked) => id === 'main' && !asked.includes('untracked'),
    steady: () => performance.now(),
    spent: (id) => spent.push(id),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const { port } = app.server.address() as AddressInfo

  return {
    app,
    port,
    received: () => received,
    spent,
    get: async (url = good) => {
      const answer = await fetch(`http://127.0.0.1:${port}${url}`)
      return {
        status: answer.status,
        headers: answer.headers,
        body: (await answer.json()) as Answered,
      }
    },
    raw: (bytes) =>
      new Promise((resolve) => {
        let back = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
        socket.on('data', (chunk) => {
          back += chunk.toString('latin1')
        })
        socket.on('error', () => {}).on('close', () => resolve(back))
      }),
  }
}

/** All that CM may ever see of a request. */
export const onlyRequest = (port: number, asked: string = name) =>
  [
    `GET /JDBCWriter/detail?writerName=${asked} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'connection: close',
    'accept: application/json',
    'accept-encoding: identity',
    'user-agent: wheelhouse',
    '\r\n',
  ].join('\r\n')

/** A CM that always answers the same, and the proxy before it. */
export const setUp = async (reply: string = http(said), cluster: object = {}) => {
  const cm = await startUpstream(answering(reply))
  return { cm, stage: await startStage(cm.url, cluster) }
}

/** Waits for what another process or socket will do soon. */
export async function eventually(isSo: () => boolean) {
  const end = performance.now() + 10_000
  while (!isSo()) {
    if (performance.now() > end) throw new Error('it did not happen in 10 s')
    // oxlint-disable-next-line no-await-in-loop -- one look after another
    await sleep(5)
  }
}

/** A request line and headers; the connection ends with the answer unless a header says how. */
export function request(port: number, line: string, headers: readonly string[] = []): string {
  const closes = headers.some((header) => header.startsWith('Connection:'))
  return [
    `${line} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...(closes ? [] : ['Connection: close']),
    ...headers,
    '\r\n',
  ].join('\r\n')
}

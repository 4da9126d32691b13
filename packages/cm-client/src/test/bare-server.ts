import { createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

type OnRequest = (socket: Socket, request: string) => void

/** What the server does once it has read a whole request, or as soon as someone connects. */
export type Behaviour = {
  readonly onConnect?: (socket: Socket) => void
  readonly onRequest?: OnRequest
  /** False: what arrives stays in the kernel, unread and uncounted. */
  readonly reads?: boolean
}

export type BareServer = {
  readonly url: string
  /** Every whole request, head and body, as latin1 text. */
  readonly requests: string[]
  /** How many connections were made. */
  readonly connections: () => number
}

/**
 * A TCP server that knows nothing of CM: it counts what arrives and does what it is told. A test that
 * runs beside others hands over its own `onFinished`.
 */
export async function serve(
  { onConnect, onRequest, reads = true }: Behaviour,
  onFinished: (end: () => void) => void = onTestFinished,
): Promise<BareServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0

  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    let received = ''
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    onConnect?.(socket)
    if (!reads) return
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      for (let size = sizeOf(received); size !== null; size = sizeOf(received)) {
        const request = received.slice(0, size)
        received = received.slice(size)
        requests.push(request)
        onRequest?.(socket, request)
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  // A cast: only a server on a pipe has an address of another type.
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, connections: () => connections }
}

/** Answers every request so, with a matching content-length. */
export const answers =
  (status: string, body: string | Buffer, headers: readonly string[] = []): OnRequest =>
  (socket) => {
    const lines = [`HTTP/1.1 ${status}`, ...headers, `content-length: ${Buffer.byteLength(body)}`]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    socket.write(body)
  }

/** Length of the first whole request in the text; null until it is there. */
function sizeOf(text: string): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return null
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0)
  return text.length >= head + 4 + length ? head + 4 + length : null
}

/** The body of a request as it arrived. */
export const bodyText = (request = '') => request.slice(request.indexOf('\r\n\r\n') + 4)

/** What follows the method in the request line. */
export const targetText = (request = '') => request.split(' ', 2)[1] ?? ''

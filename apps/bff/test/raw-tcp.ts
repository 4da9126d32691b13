import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A connection on which a test says what no client would. */
export interface Talk {
  socket: Socket
  say: (bytes: string) => void
  /** All that came back, when the other side has ended it. */
  end: Promise<string>
}

export function talk(url: string, bytes = ''): Talk {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let back = ''
  socket.on('data', (chunk) => (back += chunk.toString('latin1')))
  // What was written and is not read any more is reset: that too is an end.
  const end = new Promise<string>((resolve) => {
    socket.on('error', () => {}).on('close', () => resolve(back))
  })
  const say = (more: string) => void socket.write(more, 'latin1')
  if (bytes !== '') say(bytes)
  onTestFinished(() => void socket.destroy())
  return { socket, say, end }
}

/** A whole request as it goes over the wire, the last on its connection. */
export const spoken = (
  line: string,
  { host, headers = [], body = '' }: { host: string; headers?: readonly string[]; body?: string },
): string =>
  [`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', body].join('\r\n')

/** The statuses of all the answers in what came back. */
export const statusesIn = (back: string): number[] =>
  Array.from(back.matchAll(/HTTP\/1\.1 (?<status>\d{3})/gu), ({ groups }) =>
    Number(groups?.['status']),
  )

import { connect, type Socket } from 'node:net'

/** A browser's stream without a browser: takes what comes and counts it. */
export interface Stream {
  socket: Socket
  /** Since it was opened. */
  bytes: () => number
}

interface Opening {
  /** The revision to go on from; without it a snapshot comes first. */
  since?: string
  isCompressed?: boolean
  /** The stream's own name, under which it can say what it watches. */
  name?: string
}

/** Opens so many streams, and waits until each has heard something. */
export async function openStreams(
  url: string,
  count: number,
  opening: Opening = {},
): Promise<Stream[]> {
  const streams: Stream[] = []
  // In small parties: a listener takes so many newcomers at once and no more.
  while (streams.length < count) {
    const party = Math.min(50, count - streams.length)
    streams.push(
      ...(await Promise.all(Array.from({ length: party }, () => openStream(url, opening)))),
    )
  }
  return streams
}

export function openStream(url: string, opening: Opening = {}): Promise<Stream> {
  const { since, isCompressed = true, name } = opening
  const { hostname, port, host } = new URL(url)
  const query = new URLSearchParams({
    ...(since !== undefined && { since }),
    ...(name !== undefined && { stream: name }),
  })
  const request = [
    `GET /api/v1/events?${query} HTTP/1.1`,
    `host: ${host}`,
    'accept: text/event-stream',
    ...(isCompressed ? ['accept-encoding: gzip'] : []),
    '',
    '',
  ]
  return new Promise((resolve, reject) => {
    let bytes = 0
    const socket = connect(Number(port), hostname, () => socket.write(request.join('\r\n')))
    socket.on('data', (chunk) => {
      bytes += chunk.length
      resolve({ socket, bytes: () => bytes })
    })
    socket.once('error', reject)
  })
}

export const closeStreams = (streams: readonly Stream[]) => {
  for (const { socket } of streams) socket.destroy()
}

/** Says which rows a stream shows. */
export async function watch(url: string, name: string, components: readonly string[]) {
  const answer = await fetch(`${url}/api/v1/events/${name}/watch`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-wheelhouse': '1' },
    body: JSON.stringify({ components }),
  })
  if (!answer.ok) throw new Error(`${name} could not watch: ${await answer.text()}`)
}

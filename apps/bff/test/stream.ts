import { serverEventsSchema, type ServerEvent } from '@wheelhouse/contract'

interface Opening {
  signal?: AbortSignal
  /** The revision to go on from. */
  since?: string
  /** The stream's own name. */
  stream?: string
  headers?: Record<string, string>
}

/** What happened together, and the revision of the estate after it; a heartbeat has none. */
export interface Message {
  id: string | undefined
  events: ServerEvent[]
}

/** Each message of the stream as it comes; ends with the stream, fails with the signal. */
export async function* messagesOf(
  url: string,
  { signal, since, stream, headers }: Opening = {},
): AsyncGenerator<Message> {
  const query = new URLSearchParams({ ...(since && { since }), ...(stream && { stream }) })
  const answer = await fetch(`${url}/api/v1/events?${String(query)}`, {
    headers: { accept: 'text/event-stream', ...headers },
    ...(signal && { signal }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  let text = ''
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const message = messageIn(block)
      if (message) yield message
    }
  }
}

/** Reads a stream's events until one is wanted, and tells all that came. */
export async function eventsUntil(
  url: string,
  isWanted: (event: ServerEvent) => boolean,
): Promise<ServerEvent[]> {
  const events: ServerEvent[] = []
  for await (const message of messagesOf(url)) {
    for (const event of message.events) {
      events.push(event)
      if (isWanted(event)) return events
    }
  }
  throw new Error('the stream ended')
}

/** A block of the stream's text; undefined for one without data. */
export function messageIn(block: string): Message | undefined {
  const said = Object.fromEntries(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)]
    }),
  )
  if (said['data'] === undefined) return undefined
  return { id: said['id'], events: serverEventsSchema.parse(JSON.parse(said['data'])) }
}

import type { ServerEvent } from '@wheelhouse/contract'

/** Reads a stream's events until one is wanted, and tells all that came. */
export async function eventsUntil(
  url: string,
  isWanted: (event: ServerEvent) => boolean,
): Promise<ServerEvent[]> {
  const answer = await fetch(`${url}/api/v1/events`, { headers: { accept: 'text/event-stream' } })
  const events: ServerEvent[] = []
  let text = ''
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const event = JSON.parse(message.replace(/^data: /u, '')) as ServerEvent // our own contract's
      events.push(event)
      if (isWanted(event)) return events
    }
  }
  throw new Error('the stream ended')
}

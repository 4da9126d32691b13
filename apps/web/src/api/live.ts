import { apiPrefix, heartbeatSeconds, serverEventSchema, streamEvents } from '@wheelhouse/contract'
import type { ServerEvent } from '@wheelhouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { noteServerTime } from '../lib/clock.ts'
import { createStore } from '../lib/store.ts'
import { applyEvents } from './apply-events.ts'

/** `down`: the stream is gone for so long that the page asks every five seconds instead. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'down'

export interface Live {
  readonly state: LiveState
  /** When the state began, by this browser's clock. */
  readonly sinceMs: number
}

export const live = createStore<Live>({ state: 'connecting', sinceMs: Date.now() })

const batchMs = 100
/** Three heartbeats missed: the line is dead. */
const silenceMs = 3 * heartbeatSeconds * 1000
const graceMs = 5000
const retryMs = 3000
export const pollMs = 5000

/** Opens the one stream and keeps it; ends with the returned function. */
export function startLive(client: QueryClient): () => void {
  let waiting: ServerEvent[] = []
  let source: EventSource | undefined
  let heardAtMs = Date.now()

  const enter = (state: LiveState) => {
    if (live.get().state !== state) live.set({ state, sinceMs: Date.now() })
  }

  const hear = (message: MessageEvent<string>) => {
    heardAtMs = Date.now()
    enter('live')
    const event = parseEvent(message.data)
    if (!event) return
    noteServerTime(Date.parse(event.at))
    waiting.push(event)
  }

  const open = () => {
    source?.close()
    heardAtMs = Date.now()
    source = new EventSource(`${apiPrefix}${streamEvents.path}`)
    source.addEventListener('message', hear)
    source.addEventListener('error', () => {
      if (live.get().state === 'live') enter('reconnecting')
    })
  }

  const applyWaiting = () => {
    if (waiting.length === 0) return
    const events = waiting
    waiting = []
    applyEvents(client, events)
  }

  /** EventSource gives up for good after an HTTP error, and never notices a line that went silent. */
  const watch = () => {
    const nowMs = Date.now()
    const { state, sinceMs } = live.get()
    const isSilent = nowMs - heardAtMs > (state === 'live' ? silenceMs : 3 * retryMs)
    if (state === 'live' && isSilent) enter('reconnecting')
    if (state !== 'live' && state !== 'down' && nowMs - sinceMs > graceMs) enter('down')
    if (source?.readyState === EventSource.CLOSED || isSilent) open()
  }

  const poll = () => {
    if (live.get().state === 'down') void client.invalidateQueries()
  }

  open()
  const timers = [
    setInterval(applyWaiting, batchMs),
    setInterval(watch, retryMs),
    setInterval(poll, pollMs),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
    source?.close()
  }
}

/** `undefined` for what this page does not know: a newer BFF may tell more. */
export function parseEvent(text: string): ServerEvent | undefined {
  try {
    const parsed = serverEventSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

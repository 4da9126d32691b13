import { apiPrefix, heartbeatSeconds, serverEventSchema, streamEvents } from '@wheelhouse/contract'
import type { ServerEvent } from '@wheelhouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { noteServerTime } from '../lib/clock.ts'
import { createStore } from '../lib/store.ts'
import { applyEvents } from './apply-events.ts'
import { batch } from './batch.ts'

/** `down`: the stream is gone for so long that the page asks every five seconds instead. */
type LiveState = 'connecting' | 'live' | 'reconnecting' | 'down'

/** As much of an `EventSource` as is used here. */
export interface EventStream {
  readonly readyState: number
  readonly CLOSED: number
  addEventListener(type: 'message', listener: (message: MessageEvent<string>) => void): void
  addEventListener(type: 'error', listener: () => void): void
  close(): void
}

interface LiveOptions {
  /** This browser's clock, in milliseconds. */
  readonly clock: () => number
  readonly openStream: (url: string) => EventStream
}

export const live = createStore<LiveState>('connecting')

const batchMs = 100
/** Three heartbeats missed: the line is dead. */
const silenceMs = 3 * heartbeatSeconds * 1000
const graceMs = 5000
const retryMs = 3000
export const pollMs = 5000

/** Opens the one stream and keeps it; ends with the returned function. */
export function startLive(client: QueryClient, { clock, openStream }: LiveOptions): () => void {
  const changes = batch<ServerEvent>((events) => applyEvents(client, events), batchMs)
  let stream: EventStream | undefined
  let heardAtMs = clock()
  let sinceMs = clock()

  const enter = (state: LiveState) => {
    if (live.get() === state) return
    sinceMs = clock()
    live.set(state)
  }

  const hear = (message: MessageEvent<string>) => {
    heardAtMs = clock()
    enter('live')
    const event = parseEvent(message.data)
    if (!event) return
    noteServerTime(Date.parse(event.at), heardAtMs)
    if (event.type !== 'heartbeat') changes.add(event)
  }

  const open = () => {
    stream?.close()
    heardAtMs = clock()
    stream = openStream(`${apiPrefix}${streamEvents.path}`)
    stream.addEventListener('message', hear)
    stream.addEventListener('error', () => {
      if (live.get() === 'live') enter('reconnecting')
    })
  }

  /** EventSource gives up for good after an HTTP error, and never notices a line that went silent. */
  const watch = () => {
    const nowMs = clock()
    const state = live.get()
    const isSilent = nowMs - heardAtMs > (state === 'live' ? silenceMs : 3 * retryMs)
    if (state === 'live' && isSilent) enter('reconnecting')
    if (state !== 'live' && state !== 'down' && nowMs - sinceMs > graceMs) enter('down')
    if (isSilent || !stream || stream.readyState === stream.CLOSED) open()
  }

  const poll = () => {
    if (live.get() === 'down') void client.invalidateQueries()
  }

  enter('connecting')
  open()
  const timers = [setInterval(watch, retryMs), setInterval(poll, pollMs)]
  return () => {
    for (const timer of timers) clearInterval(timer)
    changes.stop()
    stream?.close()
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

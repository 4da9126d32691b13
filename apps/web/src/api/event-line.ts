import type { LiveState } from './live-protocol.ts'

/** As much of an `EventSource` as is used here. */
export interface EventStream {
  readonly readyState: number
  readonly CLOSED: number
  addEventListener(type: 'message', listener: (message: MessageEvent<string>) => void): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  close(): void
}

interface LineOptions {
  /** In milliseconds. */
  readonly clock: () => number
  readonly openStream: () => EventStream
  readonly onOpen: () => void
  readonly onBreak: () => void
  /** It was answered with something else than a stream. */
  readonly onRefused: () => void
  readonly onMessage: (message: MessageEvent<string>) => void
  readonly onState: (state: LiveState) => void
}

/** Three heartbeats missed (`heartbeatSeconds`): the line is dead. */
const silenceMs = 15_000
const graceMs = 5000
const retryMs = 3000

/** Keeps one stream open, and knows whether it lives; ends with the returned function. */
export function keepLine(options: LineOptions) {
  const { clock, openStream, onOpen, onBreak, onRefused, onMessage, onState } = options
  let stream: EventStream | undefined
  let state: LiveState = 'connecting'
  let heardAtMs = clock()
  let sinceMs = clock()

  const enter = (next: LiveState) => {
    if (state === next) return
    state = next
    sinceMs = clock()
    onState(state)
  }
  const hear = () => {
    heardAtMs = clock()
    enter('live')
  }

  const open = () => {
    stream?.close()
    heardAtMs = clock()
    const mine = openStream()
    stream = mine
    stream.addEventListener('open', () => {
      hear()
      onOpen()
    })
    stream.addEventListener('message', (message) => {
      hear()
      onMessage(message)
    })
    stream.addEventListener('error', () => {
      onBreak()
      if (state === 'live') enter('reconnecting')
      if (stream === mine && mine.readyState === mine.CLOSED) onRefused()
    })
  }

  /** EventSource gives up for good after an HTTP error, and never notices a line that went silent. */
  const watch = () => {
    const nowMs = clock()
    const isSilent = nowMs - heardAtMs > (state === 'live' ? silenceMs : 3 * retryMs)
    if (state === 'live' && isSilent) enter('reconnecting')
    if (state !== 'live' && state !== 'down' && nowMs - sinceMs > graceMs) enter('down')
    if (isSilent || !stream || stream.readyState === stream.CLOSED) open()
  }

  open()
  const timer = setInterval(watch, retryMs)
  return () => {
    clearInterval(timer)
    stream?.close()
  }
}

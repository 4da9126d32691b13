import { isSignedOut } from './is-signed-out.ts'
import { createLiveHub } from './live-hub.ts'
import type { FromHub, ToHub } from './live-protocol.ts'

// Every tab of this browser has its line to this one hub; the worker is named after the stream that it holds.
const hub = createLiveHub({
  clock: Date.now,
  openStream: (query) => new EventSource(`${self.name}?${query}`),
  isSignedOut: () => isSignedOut(`${self.name}/../session`),
})

globalThis.addEventListener('connect', (event) => {
  // The DOM's types know no shared worker's scope, where this event brings a tab's port.
  const [port] = event instanceof MessageEvent ? event.ports : []
  if (!port) return
  const tab = { post: (message: FromHub) => port.postMessage(message) }
  port.addEventListener('message', ({ data }: MessageEvent<ToHub>) => hub.take(tab, data))
  port.start()
})

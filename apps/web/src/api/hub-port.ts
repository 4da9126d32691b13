import { apiPrefix, getSession, streamEvents } from '@wheelhouse/contract'
import type { FromHub, HubPort, ToHub } from './live-protocol.ts'

type Hear = (message: FromHub) => void

/** Opens a line to a hub. `onFailed`: there is none, or none any more. */
export type OpenHub = (hear: Hear, onFailed: () => void) => HubPort

const streamUrl = `${apiPrefix}${streamEvents.path}`

/** The hub that all tabs of this browser share; `undefined` where the browser has no such thing. */
export const sharedHub = (): OpenHub | undefined =>
  typeof SharedWorker === 'undefined' ? undefined : openShared

const openShared: OpenHub = (hear, onFailed) => {
  const worker = new SharedWorker(new URL('live-worker.ts', import.meta.url), {
    type: 'module',
    name: streamUrl,
  })
  worker.addEventListener('error', onFailed)
  worker.port.addEventListener('message', ({ data }: MessageEvent<FromHub>) => hear(data))
  worker.port.start()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, which has but one other end
  return { post: (message) => worker.port.postMessage(message) }
}

/** A hub in this tab, with a stream of its own; fetched where it is needed. */
export const ownHub: OpenHub = (hear) => {
  const tab = { post: hear }
  const hub = Promise.all([import('./live-hub.ts'), import('./is-signed-out.ts')]).then(
    ([{ createLiveHub }, { isSignedOut }]) =>
      createLiveHub({
        clock: Date.now,
        openStream: (query) => new EventSource(`${streamUrl}?${query}`),
        isSignedOut: () => isSignedOut(`${apiPrefix}${getSession.path}`),
      }),
  )
  return { post: (message: ToHub) => void hub.then((it) => it.take(tab, message)) }
}

import { mostWatched, watchComponents } from '@wheelhouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { createStore } from '../lib/store.ts'
import { applyMessage } from './apply-events.ts'
import { call } from './call.ts'
import type { EstateStore } from './estate-store.ts'
import { ownHub } from './hub-port.ts'
import type { OpenHub } from './hub-port.ts'
import type { FromHub, HubPort, LiveState } from './live-protocol.ts'
import { noteReceived, readEstate } from './read-estate.ts'
import { doubtSession } from './session-doubt.ts'
import { startWatching } from './watched.ts'

interface LiveOptions {
  readonly estate: EstateStore
  /** This browser's clock, in milliseconds. */
  readonly clock: () => number
  /** The hub to be tried first; the tab's own stands in for it. */
  readonly openHub: OpenHub
}

export const live = createStore<LiveState>('connecting')

export const pollMs = 5000
const lookMs = 3000
/** A slow read does not hold up the stream, which can tell everything by itself. */
const patienceMs = 5000
const againMs = 3000
/** A worker that has not even said in which state it is will not come. */
const hubStartMs = 8000
/** The hub pings every fifteen seconds: it has dropped this tab, or is no more. */
const hubSilenceMs = 35_000

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Reads everything, then follows the stream from there; ends with the returned function. */
export function startLive(
  client: QueryClient,
  { estate, clock, openHub }: LiveOptions,
): () => void {
  let port: HubPort | undefined
  let watched: readonly string[] = []
  let joinedAtMs: number | undefined
  let heardAtMs: number | undefined

  const connect = (open: OpenHub) => {
    port?.post({ type: 'leave' })
    const mine: HubPort = open(
      (message) => port === mine && hear(message),
      () => port === mine && standIn(),
    )
    port = mine
  }

  const join = () => {
    joinedAtMs = clock()
    heardAtMs = undefined
    port?.post({ type: 'join', revision: estate.revision() ?? null })
    if (watched.length > 0) port?.post({ type: 'watch', ids: watched })
  }

  /** This tab by itself, from where it stands. */
  const standIn = () => {
    connect(ownHub)
    if (joinedAtMs !== undefined) join()
  }

  /** What came in between is lost, of operations too. */
  const catchUp = async () => {
    const mine = port
    const before = estate.revision()
    await readEstate(estate)
    void client.invalidateQueries({ queryKey: ['operations'] })
    if (estate.revision() === before) await wait(againMs)
    if (port === mine) join()
  }

  const hear = (message: FromHub) => {
    if (message.type === 'state' && live.get() === 'live') noteReceived(heardAtMs ?? clock())
    heardAtMs = clock()
    switch (message.type) {
      case 'state':
        return live.set(message.state)
      case 'message':
        return applyMessage({ client, estate }, message, heardAtMs)
      case 'gap':
        return void catchUp()
      case 'watch':
        return void tellWatched(message)
      case 'ping':
        return port?.post({ type: 'pong' })
      case 'signed-out':
        return doubtSession()
      default:
        message satisfies never
    }
  }

  const look = () => {
    if (joinedAtMs === undefined) return
    const nowMs = clock()
    if (heardAtMs === undefined && nowMs - joinedAtMs > hubStartMs) standIn()
    else if (heardAtMs !== undefined && nowMs - heardAtMs > hubSilenceMs) join()
  }
  const poll = () => {
    if (live.get() !== 'down') return
    void readEstate(estate)
    void client.invalidateQueries()
  }
  const leave = () => port?.post({ type: 'leave' })
  /** Taken out of the browser's cache of pages. */
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) join()
  }

  live.set('connecting')
  connect(openHub)
  void Promise.race([readEstate(estate), wait(patienceMs)]).then(() => port && join())
  const unwatch = startWatching((ids) => {
    watched = ids
    port?.post({ type: 'watch', ids })
  })
  const timers = [setInterval(look, lookMs), setInterval(poll, pollMs)]
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', comeBack)
  return () => {
    leave()
    port = undefined
    unwatch()
    for (const timer of timers) clearInterval(timer)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', comeBack)
  }
}

/** Untold, the rows are read at the usual pace; the hub tells it again with every new stream. */
const tellWatched = async ({ stream, ids }: { stream: string; ids: readonly string[] }) => {
  try {
    await call(watchComponents, {
      params: { stream },
      body: { components: ids.slice(0, mostWatched) },
    })
  } catch {
    // The stream may be gone by now.
  }
}

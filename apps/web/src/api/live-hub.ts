import { randomId } from '../lib/random-id.ts'
import { keepLine } from './event-line.ts'
import type { EventStream } from './event-line.ts'
import type { LiveState, TabPort, ToHub } from './live-protocol.ts'
import { isSameEpoch } from './revision.ts'
import { createStreamRing } from './stream-ring.ts'

interface HubOptions {
  /** In milliseconds. */
  readonly clock: () => number
  readonly openStream: (query: string) => EventStream
  /** Asked where the stream is refused, which may have other reasons. */
  readonly isSignedOut: () => Promise<boolean>
}

interface Tab {
  /** Whether it hears the stream: it must have said where it stands, and be able to go on from there. */
  isJoined: boolean
  watched: readonly string[]
  heardAtMs: number
}

const pingMs = 15_000
/** Of a tab that the browser has frozen or closed without a word. */
const goneMs = 4 * pingMs
const watchMs = 300

/** The server begins such a message with it, and it brings everybody to the same place. */
const isSnapshot = (data: string) => data.startsWith('[{"type":"snapshot"')

export type LiveHub = ReturnType<typeof createLiveHub>

/**
 * Holds the one stream for all tabs: it is opened as the first one joins, and closed as the last one goes.
 * It imports nothing of the contract, whose schemas would make the worker five times as large.
 */
export function createLiveHub({ clock, openStream, isSignedOut }: HubOptions) {
  const tabs = new Map<TabPort, Tab>()
  /** They took no ping for long, and may thaw yet, believing that they hear everything. */
  const dropped = new WeakSet<TabPort>()
  const ring = createStreamRing()
  let name = ''
  let state: LiveState = 'connecting'
  /** Only then does the server know its name. */
  let isOpen = false
  let watchTimer: ReturnType<typeof setTimeout> | undefined
  let close: (() => void) | undefined

  /** Whoever spoke last is alive, and tells the server for all. */
  const tellWatched = () => {
    watchTimer = undefined
    const ids = [...new Set([...tabs.values()].flatMap(({ watched }) => watched))]
    const [speaker] = [...tabs].toSorted(([, a], [, b]) => b.heardAtMs - a.heardAtMs)[0] ?? []
    speaker?.post({ type: 'watch', stream: name, ids })
  }
  const watchSoon = () => {
    if (isOpen) watchTimer ??= setTimeout(tellWatched, watchMs)
  }
  const shut = () => {
    isOpen = false
    clearTimeout(watchTimer)
    watchTimer = undefined
  }

  const hear = ({ data, lastEventId: revision }: MessageEvent<string>) => {
    const last = ring.last()
    if (revision !== '' && revision !== last) {
      const isWhole = isSnapshot(data)
      const goesOn = last !== undefined && isSameEpoch(last, revision)
      if (isWhole || !goesOn) ring.startAt(revision)
      else ring.add(revision, data)
      for (const [port, tab] of tabs) {
        if (isWhole) tab.isJoined = true
        else if (!goesOn && tab.isJoined) {
          tab.isJoined = false
          port.post({ type: 'gap' })
        }
      }
    }
    for (const [port, tab] of tabs) {
      if (tab.isJoined) port.post({ type: 'message', revision, data })
    }
  }

  const open = () => {
    const line = keepLine({
      clock,
      openStream: () => {
        // A name of its own each time: the server may not have noticed yet that the one before is gone.
        name = randomId()
        shut()
        const since = ring.last()
        const query = new URLSearchParams({ stream: name, ...(since !== undefined && { since }) })
        return openStream(query.toString())
      },
      onOpen: () => {
        isOpen = true
        watchSoon()
      },
      onBreak: shut,
      onRefused: () => void look(),
      onMessage: hear,
      onState: (next) => {
        state = next
        for (const port of tabs.keys()) port.post({ type: 'state', state })
      },
    })
    const timer = setInterval(ping, pingMs)
    return () => {
      line()
      clearInterval(timer)
      shut()
      state = 'connecting'
    }
  }

  /** Nobody gets the stream before somebody is signed in; whoever is, joins again. */
  const look = async () => {
    const closing = close
    if (!closing || !(await isSignedOut()) || close !== closing) return
    const all = [...tabs.keys()]
    tabs.clear()
    closing()
    close = undefined
    for (const port of all) port.post({ type: 'signed-out' })
  }

  const ping = () => {
    for (const [port, { heardAtMs }] of tabs) {
      if (clock() - heardAtMs > goneMs) {
        leave(port)
        dropped.add(port)
      } else port.post({ type: 'ping' })
    }
  }

  const leave = (port: TabPort) => {
    const tab = tabs.get(port)
    tabs.delete(port)
    if (tab && tab.watched.length > 0) watchSoon()
    if (tabs.size > 0) return
    close?.()
    close = undefined
  }

  const join = (port: TabPort, tab: Tab, revision: string | null) => {
    if (!close) {
      if (revision !== null) ring.startAt(revision)
      close = open()
    }
    port.post({ type: 'state', state })
    const missed = revision === null ? undefined : ring.after(revision)
    tab.isJoined = missed !== undefined
    for (const { revision: its, data } of missed ?? []) {
      port.post({ type: 'message', revision: its, data })
    }
    // Where nothing was told yet, everything will be.
    if (!missed && ring.last() !== undefined) port.post({ type: 'gap' })
  }

  return {
    /** Takes what a tab says; whoever speaks for the first time is a new one. */
    take(port: TabPort, message: ToHub) {
      const wasDropped = dropped.delete(port)
      if (wasDropped && message.type !== 'join') port.post({ type: 'gap' })
      const tab = tabs.get(port) ?? { isJoined: false, watched: [], heardAtMs: 0 }
      tab.heardAtMs = clock()
      tabs.set(port, tab)
      switch (message.type) {
        case 'join':
          return join(port, tab, message.revision)
        case 'watch':
          tab.watched = message.ids
          return watchSoon()
        case 'pong':
          return
        case 'leave':
          return leave(port)
        default:
          message satisfies never
      }
    },
  }
}

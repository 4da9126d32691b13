import { Client, Pool, type Dispatcher } from 'undici'

import type { CmCall } from './call.ts'
import type { CmErrorCode } from './error.ts'

/** Milliseconds. `readMs` and `writeMs` bound a whole call, from start to the reply's last byte. */
export type CmTimeouts = {
  readonly readMs: number
  readonly writeMs: number
  readonly connectMs: number
}

/** One line for the log: what was called, how long it took, how it ended. */
export type CallLine = {
  /** Method and path, without names: `POST /applier/stop`. */
  readonly endpoint: string
  readonly effect: CmCall['effect']
  readonly ms: number
  /** `BUG`: something of ours failed on it. */
  readonly outcome: 'ok' | CmErrorCode | 'BUG'
}

type TransportOptions = {
  readonly url: string
  readonly timeouts: CmTimeouts
  readonly isReadOnly: () => boolean
  readonly observe: (line: CallLine) => void
}

/** The way to one CM: sockets, deadlines and what may be sent. */
export type Transport = TransportOptions & {
  readonly prefix: string
  readonly dispatcherFor: (effect: CmCall['effect']) => Dispatcher
  readonly stopped: AbortSignal
  readonly calls: Set<Promise<unknown>>
  readonly close: () => Promise<void>
}

/** Throws a `TypeError` for an address that is no plain http(s) URL. */
export function createTransport(options: TransportOptions): Transport {
  const url = addressOf(options.url)
  const settings = {
    // request.ts's total deadline is the only clock; undici's own would be idle timeouts.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: { timeout: options.timeouts.connectMs },
  }
  const reads = new Pool(url.origin, settings)
  const stopping = new AbortController()
  const calls = new Set<Promise<unknown>>()

  return {
    ...options,
    prefix: url.pathname.replace(/\/+$/, ''),
    // A pooled socket that CM has just closed would look like a write with an unknown outcome,
    // so every write gets a connection of its own.
    dispatcherFor: (effect) =>
      effect === 'read' ? reads : new Client(url.origin, { ...settings, pipelining: 0 }),
    stopped: stopping.signal,
    calls,
    close: async () => {
      stopping.abort()
      await Promise.allSettled(calls)
      if (!reads.destroyed) await reads.destroy()
    },
  }
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username + url.password !== '')
    throw new TypeError('The address of a CM is an http(s) URL without credentials')
  if (url.search !== '' || url.hash !== '')
    throw new TypeError('The address of a CM has no query and no fragment')
  return url
}

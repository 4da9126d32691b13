/** `down`: the stream is gone for so long that the page asks every five seconds instead. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'down'

/** What a tab says to the hub that holds the one stream. */
export type ToHub =
  /** It shows the estate as of this revision, or nothing yet: from here on it wants what follows. */
  | { readonly type: 'join'; readonly revision: string | null }
  /** What it shows, in place of what it said before. */
  | { readonly type: 'watch'; readonly ids: readonly string[] }
  | { readonly type: 'pong' }
  | { readonly type: 'leave' }

/** What the hub says to a tab. */
export type FromHub =
  | { readonly type: 'state'; readonly state: LiveState }
  /** A message of the stream as it came; `revision` is empty where the stream gave none. */
  | { readonly type: 'message'; readonly revision: string; readonly data: string }
  /** What it shows can't be gone on from: it must read everything anew, and join again. */
  | { readonly type: 'gap' }
  /** To be told to the server, on behalf of all tabs. */
  | { readonly type: 'watch'; readonly stream: string; readonly ids: readonly string[] }
  | { readonly type: 'ping' }
  /** The server gives the stream to nobody who isn't signed in. The hub has let go of all tabs. */
  | { readonly type: 'signed-out' }

/** The hub's end of the line to a tab. */
export interface TabPort {
  readonly post: (message: FromHub) => void
}

/** A tab's end of the line to the hub. */
export interface HubPort {
  readonly post: (message: ToHub) => void
}

import { useSyncExternalStore } from 'react'

/**
 * The server's clock, as far as this page can tell. Ages are counted by it, so that a browser with
 * a wrong clock shows right ones.
 */
let offsetMs: number | undefined
let nowMs = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/**
 * Takes the server's time as it was when it wrote a message. The way here only ever makes it look
 * older, so the largest offset is the nearest to the truth; a jump back is a clock that was set.
 */
export function noteServerTime(serverMs: number, hereMs = Date.now()) {
  if (Number.isNaN(serverMs)) return
  const seen = serverMs - hereMs
  if (offsetMs === undefined || seen > offsetMs || seen < offsetMs - 5000) offsetMs = seen
}

/** For replies whose `Date` header knows whole seconds only: taken while nothing better is known. */
export function noteDateHeader(date: string | null) {
  if (offsetMs === undefined && date !== null) noteServerTime(Date.parse(date))
}

export const serverNow = (hereMs = Date.now()) => hereMs + (offsetMs ?? 0)

function tick() {
  nowMs = serverNow()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    nowMs = serverNow()
    timer = setInterval(tick, 1000)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The server's time in milliseconds; moves once a second, for all that show an age. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => nowMs)

/**
 * What is said of the server's time (`2 min ago`), which moves once a second: whoever says it is drawn anew
 * only where it has become another text, number or truth.
 */
export const useClock = <T extends string | number | boolean | undefined>(
  say: (nowMs: number) => T,
): T => useSyncExternalStore(subscribe, () => say(nowMs))

import { listLagTrails, mostTrails } from '@wheelhouse/contract'
import type { LagTrail } from '@wheelhouse/contract'
import { useCallback, useSyncExternalStore } from 'react'
import { call } from './call.ts'

interface LagTrailsOptions {
  /** This browser's clock, in milliseconds. */
  readonly clock: () => number
  readonly isSeen: () => boolean
  /** Asks for at most `mostTrails` at once. */
  readonly read: (ids: readonly string[]) => Promise<readonly LagTrail[]>
}

export interface LagTrails {
  readonly get: (id: string) => LagTrail | undefined
  /** Wants that trail, and keeps it fresh, until the returned function is called. */
  readonly follow: (id: string, listener: () => void) => () => void
}

/** Rows come and go while one scrolls: only those that are still there a moment later are asked for. */
const settleMs = 100
const freshForMs = 60_000
/** Kept for who scrolls back; the oldest go. */
const mostKept = 2000

interface Kept {
  readonly trail: LagTrail | undefined
  readonly askedMs: number
}

/**
 * The last hour's lags of what is on the screen, a hundred in a request, once a minute each. A failed
 * read is not told: the curve stays as it was, and is asked for again with the next round.
 */
export function createLagTrails({ clock, isSeen, read }: LagTrailsOptions): LagTrails {
  const followers = new Map<string, Set<() => void>>()
  const kept = new Map<string, Kept>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const isDue = (id: string) => (kept.get(id)?.askedMs ?? -Infinity) + freshForMs <= clock()

  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(round, ms)
  }

  function round() {
    timer = undefined
    if (followers.size === 0) return
    const due = isSeen() ? [...followers.keys()].filter(isDue) : []
    for (let from = 0; from < due.length; from += mostTrails) {
      void ask(due.slice(from, from + mostTrails))
    }
    wait(nextMs())
  }

  /** When the first of those on the screen is due; hidden ones are looked at every ten seconds. */
  function nextMs(): number {
    const dueMs = [...followers.keys()].map((id) => (kept.get(id)?.askedMs ?? 0) + freshForMs)
    return isSeen() ? Math.max(1000, Math.min(...dueMs) - clock()) : 10_000
  }

  async function ask(ids: readonly string[]) {
    const askedMs = clock()
    for (const id of ids) keep(id, { trail: kept.get(id)?.trail, askedMs })
    const trails = await read(ids).catch(() => [])
    for (const trail of trails) {
      keep(trail.id, { trail, askedMs })
      for (const listener of followers.get(trail.id) ?? []) listener()
    }
  }

  function keep(id: string, one: Kept) {
    // Anew, so that the map stays in the order in which they were asked for.
    kept.delete(id)
    kept.set(id, one)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  return {
    get: (id) => kept.get(id)?.trail,
    follow(id, listener) {
      const all = followers.get(id) ?? new Set()
      followers.set(id, all.add(listener))
      if (isDue(id)) wait(settleMs)
      else if (timer === undefined) wait(nextMs())
      return () => {
        all.delete(listener)
        if (all.size === 0) followers.delete(id)
      }
    },
  }
}

const lagTrails = createLagTrails({
  clock: () => Date.now(),
  isSeen: () => document.visibilityState === 'visible',
  read: async (ids) => {
    const { items } = await call(listLagTrails, {
      query: { components: ids.join(','), span: '1h' },
    })
    return items
  },
})

/** The lag of the last hour; `undefined` until it is known. Its newest reading stands in the component. */
export function useLagTrail(id: string): LagTrail | undefined {
  const subscribe = useCallback((listener: () => void) => lagTrails.follow(id, listener), [id])
  return useSyncExternalStore(subscribe, () => lagTrails.get(id))
}

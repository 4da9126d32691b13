import { isAlive, isObservable } from '@wheelhouse/contract'
import type { Component, Verdict } from '@wheelhouse/contract'

/** `well`: all that tell of it are active; `down`: none is; `unseen`: nothing tells of it. */
type HostState = 'well' | 'partly' | 'down' | 'unseen'

/** A host on which something of ours was seen. */
export interface Host {
  readonly host: string
  readonly components: number
  /** How many are active there, and how many of those that tell of their host are not. */
  readonly live: number
  readonly dead: number
  readonly state: HostState
}

interface Count {
  all: number
  live: number
  dead: number
}

// Nobody reads these, somebody changes them just now, or they stand still because they were told to.
const silent: ReadonlySet<Verdict> = new Set([
  'needs-you',
  'operating',
  'unreachable',
  'unknown',
  'stopped',
  'not-observable',
])

/** The hosts of one cluster that the tracked components tell of, those with the most alive first. */
export function hostsOf(components: readonly Component[], cluster: string, nowMs: number): Host[] {
  const counts = new Map<string, Count>()
  for (const component of components) {
    const { host, kind, verdict } = component
    if (host === null || component.cluster !== cluster) continue
    const count = counts.get(host) ?? { all: 0, live: 0, dead: 0 }
    counts.set(host, count)
    count.all += 1
    if (!isObservable(kind) || silent.has(verdict)) continue
    if (isAlive(component, nowMs)) count.live += 1
    else count.dead += 1
  }
  return [...counts]
    .toSorted(
      ([aHost, a], [bHost, b]) =>
        share(b) - share(a) || a.all - b.all || aHost.localeCompare(bHost),
    )
    .map(([host, count]) => ({
      host,
      components: count.all,
      live: count.live,
      dead: count.dead,
      state: stateOf(count),
    }))
}

function stateOf({ live, dead }: Count): HostState {
  if (live + dead === 0) return 'unseen'
  if (dead === 0) return 'well'
  return live === 0 ? 'down' : 'partly'
}

/** Of a host that nothing tells of, less than of one that does, and more than of one that is down. */
const share = ({ live, dead }: Count): number => (live + dead === 0 ? 0.001 : live / (live + dead))

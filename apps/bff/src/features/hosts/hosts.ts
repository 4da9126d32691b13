import {
  isAlive,
  verdictRank,
  verdicts,
  type Component,
  type Host,
  type Verdict,
} from '@wheelhouse/contract'
import { isoOrNull } from '../../time.ts'

interface Surroundings {
  nowMs: number
  /** Its `-Xmx` in MB, where that is known. */
  heapOf: (component: string) => number | undefined
}

/** The machines that components run on, the worst first: those that are silent, then by their worst component. */
export function hostsOf(components: Iterable<Component>, surroundings: Surroundings): Host[] {
  const residents = new Map<string, Component[]>()
  for (const component of components) {
    if (component.host === null) continue
    const key = JSON.stringify([component.cluster, component.host])
    const others = residents.get(key)
    if (others) others.push(component)
    else residents.set(key, [component])
  }
  return [...residents.values()].flatMap((some) => hostOf(some, surroundings)).toSorted(byWorst)
}

function hostOf(residents: readonly Component[], { nowMs, heapOf }: Surroundings): Host[] {
  const [first] = residents
  if (first?.host === null || first?.host === undefined) return []
  const heaps = residents.map(({ id }) => heapOf(id)).filter((heap) => heap !== undefined)
  const samples = residents.flatMap(({ sampledAt }) => (sampledAt === null ? [] : [sampledAt]))
  return [
    {
      cluster: first.cluster,
      host: first.host,
      components: residents.length,
      kinds: countsOf(residents.map(({ kind }) => kind)),
      verdicts: countsOf(residents.map(({ verdict }) => verdict)),
      state: stateOf(residents, nowMs),
      lastSeenAt: isoOrNull(newest(samples.map((at) => Date.parse(at)))),
      heapMegabytes: heaps.length === 0 ? null : heaps.reduce((sum, heap) => sum + heap, 0),
      heapsKnown: heaps.length,
    },
  ]
}

/** A stopped component is still on a host that is up; only one that should run tells of one that is not. */
function stateOf(residents: readonly Component[], nowMs: number): Host['state'] {
  if (residents.some((component) => isAlive(component, nowMs))) return 'alive'
  return residents.some(({ status }) => status === 'running') ? 'silent' : 'unknown'
}

const newest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : times.reduce((one, other) => Math.max(one, other))

function countsOf<T extends string>(words: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function byWorst(one: Host, other: Host): number {
  return (
    Number(other.state === 'silent') - Number(one.state === 'silent') ||
    byVerdicts(one, other) ||
    compare(one.host, other.host) ||
    compare(one.cluster, other.cluster)
  )
}

/** Of two hosts with the same worst verdict, the one that has more of it. */
function byVerdicts(one: Host, other: Host): number {
  const [worst, otherWorst] = [worstOf(one), worstOf(other)]
  return (
    verdictRank(worst) - verdictRank(otherWorst) ||
    (other.verdicts[worst] ?? 0) - (one.verdicts[worst] ?? 0)
  )
}

const worstOf = (host: Host): Verdict =>
  verdicts.find((verdict) => host.verdicts[verdict] !== undefined) ?? 'not-observable'

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)

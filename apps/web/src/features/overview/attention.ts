import type { Cluster, Component, Host, Verdict } from '@wheelhouse/contract'
import { byUrgency } from './steady-order.ts'

/** What somebody has to look at now, the worst first. What catches up is on its way without anybody. */
export const attentionVerdicts = [
  'needs-you',
  'unreachable',
  'abnormal',
  'stalled',
  'falling-behind',
] as const satisfies readonly Verdict[]
export type AttentionVerdict = (typeof attentionVerdicts)[number]

/** What a machine that is gone does to what ran on it. */
const ofSilence: ReadonlySet<Verdict> = new Set([
  'unreachable',
  'abnormal',
  'stalled',
  'falling-behind',
])

interface Estate {
  readonly components: readonly Component[]
  readonly clusters: readonly Cluster[]
  readonly hosts: readonly Host[]
}

export interface Attention {
  /** Those CMs that do not answer: one line stands for all of their components. */
  readonly clusters: readonly Cluster[]
  /** Hosts on which nothing is seen at work any more, of CMs that answer. */
  readonly hosts: readonly Host[]
  /** What is left, each by itself. */
  readonly groups: readonly {
    readonly verdict: AttentionVerdict
    readonly components: readonly Component[]
  }[]
  /** All that want somebody, those behind a line for many included. */
  readonly total: number
}

const isAttention = (verdict: Verdict): verdict is AttentionVerdict =>
  attentionVerdicts.some((it) => it === verdict)

const placeOf = (cluster: string, host: string) => `${cluster}\n${host}`

/** One cause, one line: what a dead CM or host took along is not told once for each component. */
export function attentionOf({ components, clusters, hosts }: Estate): Attention {
  const silentClusters = clusters.filter(({ reachability }) => reachability === 'unreachable')
  const dead = new Set(silentClusters.map(({ id }) => id))
  // Of what a CM that does not answer told last, nothing follows for its hosts.
  const silentHosts = hosts.filter(({ state, cluster }) => state === 'silent' && !dead.has(cluster))
  const gone = new Set(silentHosts.map(({ cluster, host }) => placeOf(cluster, host)))

  const isBehindALine = ({ cluster, host, verdict }: Component) =>
    (verdict === 'unreachable' && dead.has(cluster)) ||
    (ofSilence.has(verdict) && host !== null && gone.has(placeOf(cluster, host)))
  const wanting = components.filter(({ verdict }) => isAttention(verdict))
  const alone = wanting.filter((component) => !isBehindALine(component)).toSorted(byUrgency)

  return {
    clusters: silentClusters,
    hosts: silentHosts,
    groups: attentionVerdicts
      .map((verdict) => ({ verdict, components: alone.filter((it) => it.verdict === verdict) }))
      .filter((group) => group.components.length > 0),
    total: wanting.length,
  }
}

/** Whether nobody has to do anything now. */
export const isCalm = ({ clusters, hosts, groups }: Attention): boolean =>
  clusters.length + hosts.length + groups.length === 0

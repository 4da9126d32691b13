import type { Cluster } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { durationWords, numberWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { shortTime } from '../../lib/time.ts'
import { Facts } from '../../ui/facts.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { clockWords } from './clock-words.ts'
import { ReachBadge } from './reach-badge.tsx'

interface Fact {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

/** How a CM answers, how it is asked, and what may be done through it. */
export function ClusterFacts({ cluster }: { readonly cluster: Cluster }) {
  const text = useText()
  const nowMs = useNow()
  return (
    <Facts
      isTight
      facts={[
        ...answering(text, cluster, shortTime(Date.parse(cluster.reachabilitySince), nowMs)),
        ...asking(text, cluster),
        ...allowed(text, cluster),
      ]}
    />
  )
}

function answering(text: Text, cluster: Cluster, since: string): Fact[] {
  const { answeredAt, latencyMs, breaker, clock } = cluster
  return [
    {
      label: text('clusters.reachability'),
      value: <ReachBadge cluster={cluster} />,
      note: text('cluster.since', { since }),
    },
    {
      label: text('clusters.answered'),
      value: answeredAt === null ? text('clusters.never') : <TimeAgo at={answeredAt} />,
    },
    {
      label: text('clusters.latency'),
      value:
        latencyMs === null
          ? text('clusters.latency.none')
          : text('duration.ms', { n: numberWords(Math.round(latencyMs)) }),
    },
    {
      label: text('clusters.breaker'),
      value: text(`clusters.breaker.${breaker}`),
      note: text(`clusters.breaker.${breaker}.note`),
    },
    { label: text('clusters.clock'), value: clockWords(text, clock) },
  ]
}

function asking(text: Text, cluster: Cluster): Fact[] {
  const { callsPerSecond, inFlight, mostInFlight, roundSeconds, quarantined } = cluster
  return [
    {
      label: text('clusters.budget'),
      value: text('clusters.budget.calls', { n: numberWords(callsPerSecond) }),
      note:
        inFlight < mostInFlight
          ? text('clusters.budget.slowed', { n: inFlight, most: mostInFlight })
          : text('clusters.budget.flight', { n: mostInFlight }),
    },
    roundSeconds === null
      ? { label: text('clusters.round'), value: text('clusters.round.none') }
      : {
          label: text('clusters.round'),
          value: durationWords(text, Math.max(1, roundSeconds)),
          note: text('clusters.round.note'),
        },
    quarantined === 0
      ? { label: text('clusters.quarantined'), value: text('clusters.quarantined.none') }
      : {
          label: text('clusters.quarantined'),
          value: text('clusters.quarantined.n', { n: quarantined }),
          note: text('clusters.quarantined.note'),
        },
  ]
}

/** What only the configuration can change, each with where it stands there. */
function allowed(text: Text, { dialects, readOnly, writerRewind }: Cluster): Fact[] {
  return [
    {
      label: text('clusters.dialects'),
      value: dialects.map((dialect) => text(`clusters.dialect.${dialect}`)).join(' · '),
    },
    {
      label: text('clusters.write'),
      value: text(readOnly ? 'cluster.read-only' : 'clusters.write.allowed'),
      note: text('clusters.write.note'),
    },
    {
      label: text('clusters.rewind'),
      value: text(writerRewind ? 'clusters.rewind.on' : 'clusters.rewind.off'),
      note: text('clusters.rewind.note'),
    },
  ]
}

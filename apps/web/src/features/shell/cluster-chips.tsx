// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Cluster } from '@wheelhouse/contract'
import { IconPlugConnected, IconPlugConnectedX, IconPlug } from '@tabler/icons-react'
import { useClusters, useEstateState } from '../../api/estate.ts'
import { failureDetail } from '../../i18n/failure-words.ts'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { agoWords } from '../../i18n/words.ts'
import { serverNow, useNow } from '../../lib/clock.ts'
import { exactTime, shortTime } from '../../lib/time.ts'
import { hint } from '../../ui/hints.tsx'
import classes from './cluster-chips.module.css'

const icons = {
  reachable: IconPlugConnected,
  unreachable: IconPlugConnectedX,
  unknown: IconPlug,
} as const

const mostChips = 4

/** Whether each CM answers. Where there are many, those that do are one chip. */
export function ClusterChips() {
  const text = useText()
  const clusters = useClusters() ?? []
  const isMany = clusters.length > mostChips
  const silent = clusters.filter((it) => it.reachability !== 'reachable')
  const answering = clusters.filter((it) => it.reachability === 'reachable')
  const shown = isMany ? silent : [...silent, ...answering]
  const reachable = clusters.length - shown.length

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <ul tabIndex={0} className={classes.chips} aria-label={text('cluster.chips')}>
      {shown.map((cluster) => (
        <ClusterChip key={cluster.id} cluster={cluster} />
      ))}
      {isMany && reachable > 0 && (
        <li className={classes.chip} data-state="reachable">
          <IconPlugConnected size={15} aria-hidden />
          {text('cluster.many', { n: reachable })}
        </li>
      )}
    </ul>
  )
}

function ClusterChip({ cluster }: { readonly cluster: Cluster }) {
  const text = useText()
  const nowMs = useNow()
  const { error, receivedMs } = useEstateState()
  const { name, readOnly } = cluster
  // While nothing arrives, that it answered a while ago is no longer known to be so.
  const reachability =
    error && cluster.reachability === 'reachable' ? 'unknown' : cluster.reachability
  const Icon = icons[reachability]
  const sinceMs = Date.parse(cluster.reachabilitySince)
  const state =
    reachability === cluster.reachability
      ? stateWords()
      : text('stale.as-of', { at: shortTime(serverNow(receivedMs), nowMs) })

  return (
    <li
      className={classes.chip}
      data-state={reachability}
      {...hint(clusterHint(text, cluster, nowMs))}
    >
      <Icon size={15} stroke={1.8} aria-hidden />
      <span className={classes.name}>CM {name}</span>
      <span className={classes.state}>{state}</span>
      {reachability === 'unreachable' && (
        <span className={classes.answered}>{answeredWords(text, cluster, nowMs)}</span>
      )}
      {reachability === 'unreachable' && (
        <span className={classes.short}>{text('verdict.unreachable')}</span>
      )}
      {readOnly && <span className={classes.answered}>{text('cluster.read-only')}</span>}
    </li>
  )

  function stateWords() {
    return reachability === 'unreachable'
      ? text('cluster.unreachable', { since: shortTime(sinceMs, nowMs) })
      : text(`cluster.${reachability}`)
  }
}

const answeredWords = (text: Text, { answeredAt }: Cluster, nowMs: number) =>
  answeredAt === null
    ? text('cluster.never')
    : text('cluster.answered', { ago: agoWords(text, Date.parse(answeredAt), nowMs) })

function clusterHint(text: Text, cluster: Cluster, nowMs: number): string {
  const { failure, components, reachabilitySince } = cluster
  return [
    text('cluster.tracked', { n: components }),
    answeredWords(text, cluster, nowMs),
    text('cluster.since', { since: exactTime(Date.parse(reachabilitySince)).split('\n')[0] ?? '' }),
    ...(failure
      ? [`${text(`failure.${failure.code}`)} ${failureDetail(text, failure) ?? ''}`]
      : []),
  ].join('\n')
}

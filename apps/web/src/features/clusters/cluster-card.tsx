import type { Cluster } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { failureDetail } from '../../i18n/failure-words.ts'
import { useText } from '../../i18n/text.ts'
import { shortTime } from '../../lib/time.ts'
import { useNow } from '../../lib/clock.ts'
import { Panel } from '../../ui/panel.tsx'
import { Strip } from '../../ui/strip.tsx'
import { isClockOff } from './clock-words.ts'
import classes from './cluster-card.module.css'
import { ClusterFacts } from './cluster-facts.tsx'
import { ProtectionField } from './protection-field.tsx'
import { ReadOnlyField } from './read-only-field.tsx'

interface ClusterCardProps {
  readonly cluster: Cluster
  /** Its components by verdict. */
  readonly children: ReactNode
}

/** One CM: what is wrong with it first, then its components, then how it answers. */
export function ClusterCard({ cluster, children }: ClusterCardProps) {
  const text = useText()
  const { id, name, reachability, reachabilitySince, failure, clock } = cluster
  const since = shortTime(Date.parse(reachabilitySince), useNow())
  return (
    <Panel
      title={`CM ${name}`}
      aside={name === id ? undefined : <span className="mono dim">{id}</span>}
    >
      <div className={classes.card}>
        {reachability === 'unreachable' && (
          <Strip tone="bad">
            {text('cluster.unreachable', { since })}
            {failure && (
              <div className={classes.failure}>
                {text(`failure.${failure.code}`)} {failureDetail(text, failure)}
              </div>
            )}
          </Strip>
        )}
        {isClockOff(clock) && <Strip tone="warning">{text('clusters.clock.warning')}</Strip>}
        {children}
        <ClusterFacts cluster={cluster} />
        <ProtectionField cluster={cluster} />
        <ReadOnlyField cluster={cluster} />
      </div>
    </Panel>
  )
}

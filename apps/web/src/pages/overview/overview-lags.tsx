import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { useClusterName } from '../../api/cluster-name.ts'
import { useLagTrail } from '../../api/lag-trails.ts'
import { LagText, OutlookText } from '../../features/components/cells.tsx'
import { lagsUpToNow, usualGap } from '../../features/components/list/lag-trail.ts'
import { worstLags } from '../../features/overview/worst-lags.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords, lagWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { isStale } from '../../lib/freshness.ts'
import { hint } from '../../ui/hints.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import classes from './overview-lags.module.css'

const mostCurves = 10

/** How the most behind got there: an hour of each, against what it may lag. */
export function OverviewLags({ components }: { readonly components: readonly Component[] }) {
  const text = useText()
  const worst = worstLags(components, mostCurves)
  return (
    <Panel
      title={text('overview.lags')}
      isFlush
      aside={
        <Link to="/components" search={{ sort: '-lag' }}>
          {text('overview.lags.list')}
        </Link>
      }
    >
      {worst.length === 0 ? (
        <p className={classes.none}>{text('overview.lags.none')}</p>
      ) : (
        <ol className={classes.curves}>
          {worst.map((component) => (
            <LagCurve key={component.id} component={component} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function LagCurve({ component }: { readonly component: Component }) {
  const text = useText()
  const stale = isStale(component, useNow())
  const trail = useLagTrail(component.id)
  const nameOf = useClusterName()
  const { id, name, identity, host, lagSeconds, lagThresholdSeconds } = component
  const isOver = (lagSeconds ?? 0) > lagThresholdSeconds
  return (
    <li className={classes.curve} data-look={stale ? 'old' : isOver ? 'over' : 'fine'}>
      <div className={classes.who}>
        <Link to="/components/$id" params={{ id }} className={classes.name} {...hint(name)}>
          {identity ?? name}
        </Link>
        <span className={classes.small}>
          {[host ?? '—', `CM ${nameOf(component.cluster)}`].join(' · ')}
        </span>
      </div>
      <div className={classes.drawing}>
        <Sparkline
          values={trail ? lagsUpToNow(trail, component) : []}
          threshold={lagThresholdSeconds}
          mostGap={trail ? usualGap(trail, component) : 0}
          width={320}
          height={40}
          isFilled
          label={text('overview.lags.curve', {
            name: identity ?? name,
            lag: lagSeconds === null ? '—' : lagWords(text, lagSeconds),
          })}
        />
      </div>
      <div className={classes.now}>
        <LagText component={component} />
        <OutlookText component={component} />
        <span className={classes.small}>
          {text('overview.lags.threshold', { n: durationWords(text, lagThresholdSeconds) })}
        </span>
      </div>
    </li>
  )
}

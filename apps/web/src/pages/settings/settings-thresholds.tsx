import { Link } from '@tanstack/react-router'
import { useClusters, useComponents, useEstateState } from '../../api/estate.ts'
import { ProtectionField } from '../../features/clusters/protection-field.tsx'
import { LevelTable } from '../../features/settings/level-table.tsx'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { useText } from '../../i18n/text.ts'
import { FailedFace } from '../failed-face.tsx'
import { LoadingFace } from '../loading-face.tsx'
import classes from './settings-page.module.css'

/** The levels, each cluster's, and how many components go by one of their own. */
export function SettingsThresholds() {
  const text = useText()
  const clusters = useClusters()
  const components = useComponents()
  const { error, receivedMs, retry } = useEstateState()
  const own = components?.filter(({ protection }) => protection.isOwn).length ?? 0

  return (
    <div className={classes.stack}>
      <p className={classes.dim}>{text('settings.thresholds.why')}</p>
      <LevelTable />
      {!clusters && error && <FailedFace error={error} onRetry={retry} />}
      {!clusters && !error && <LoadingFace rows={2} height={64} isInside />}
      {clusters && <StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
      {clusters?.length === 0 && <p className={classes.dim}>{text('clusters.empty')}</p>}
      {clusters && clusters.length > 0 && (
        <div className={classes.clusters}>
          {clusters.map((cluster) => (
            <section key={cluster.id} aria-label={`CM ${cluster.name}`}>
              <h3>CM {cluster.name}</h3>
              <ProtectionField cluster={cluster} />
            </section>
          ))}
        </div>
      )}
      {components && (
        <p>
          {text('settings.own', { n: own })}{' '}
          {own > 0 && (
            <Link to="/inventory" search={{ level: 'own' }}>
              {text('settings.own.list')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

import { IconPlug } from '@tabler/icons-react'
import { useClusters, useComponents, useEstateState } from '../api/estate.ts'
import { ClusterCard } from '../features/clusters/cluster-card.tsx'
import { countVerdicts } from '../features/overview/count-verdicts.ts'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { Face } from '../ui/face.tsx'
import classes from './clusters-page.module.css'
import { FailedFace } from './failed-face.tsx'
import { LoadingFace } from './loading-face.tsx'
import pageClasses from './page.module.css'
import { VerdictCounts } from './verdict-counts.tsx'

/** Each CM: whether it answers, how fast, how it is asked, and how its components are. */
export function ClustersPage() {
  const text = useText()
  const clusters = useClusters()
  const components = useComponents()
  const { error, receivedMs, retry } = useEstateState()
  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.clusters')} · Wheelhouse`}</title>
      <h1 className={pageClasses.title}>{text('nav.clusters')}</h1>
      {clusters && <StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
      {!clusters && error && <FailedFace error={error} onRetry={retry} />}
      {!clusters && !error && <LoadingFace rows={6} height={64} />}
      {clusters?.length === 0 && (
        <Face icon={IconPlug} title={text('clusters.empty')}>
          <p>{text('clusters.empty.body')}</p>
        </Face>
      )}
      <div className={classes.cards}>
        {countVerdicts(components ?? [], clusters ?? []).map(({ cluster, counts }) => (
          <ClusterCard key={cluster.id} cluster={cluster}>
            <VerdictCounts counts={counts} cluster={cluster.id} label={text('clusters.counts')} />
          </ClusterCard>
        ))}
      </div>
    </div>
  )
}

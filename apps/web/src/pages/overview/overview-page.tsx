import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlaylistAdd } from '@tabler/icons-react'
import type { Cluster, Component } from '@wheelhouse/contract'
import { useClusters, useComponents, useEstateState } from '../../api/estate.ts'
import { hostsQuery } from '../../api/hosts.ts'
import { attentionOf } from '../../features/overview/attention.ts'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { useText } from '../../i18n/text.ts'
import { Face } from '../../ui/face.tsx'
import { FailedFace } from '../failed-face.tsx'
import { LoadingFace } from '../loading-face.tsx'
import { OverviewAttention } from './overview-attention.tsx'
import { OverviewCounts } from './overview-counts.tsx'
import { OverviewLags } from './overview-lags.tsx'
import { InProgress, RecentActivity } from './overview-operations.tsx'
import classes from './overview-page.module.css'
import pageClasses from '../page.module.css'

/** What whoever is called at night looks at first: what is wrong, how bad, and whether somebody is on it. */
export function OverviewPage() {
  const text = useText()
  const components = useComponents()
  const clusters = useClusters()
  const { error, receivedMs, retry } = useEstateState()
  const isRead = components !== undefined && clusters !== undefined
  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.overview')} · Wheelhouse`}</title>
      <h1 className={pageClasses.title}>{text('nav.overview')}</h1>
      {isRead && <StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
      {isRead && components.length > 0 && <Estate components={components} clusters={clusters} />}
      {isRead && components.length === 0 && <NothingTracked />}
      {!isRead && error && <FailedFace error={error} onRetry={retry} />}
      {!isRead && !error && <LoadingFace rows={10} height={52} />}
    </div>
  )
}

interface EstateProps {
  readonly components: readonly Component[]
  readonly clusters: readonly Cluster[]
}

function Estate({ components, clusters }: EstateProps) {
  // Until they are known, and where they can't be asked for, each component stands for itself.
  const hosts = useQuery(hostsQuery).data?.items ?? []
  return (
    <div className={classes.grid}>
      <div className={classes.main}>
        <OverviewAttention
          attention={attentionOf({ components, clusters, hosts })}
          components={components}
        />
        <OverviewLags components={components} />
      </div>
      <div className={classes.side}>
        <OverviewCounts components={components} clusters={clusters} />
        <InProgress />
        <RecentActivity />
      </div>
    </div>
  )
}

function NothingTracked() {
  const text = useText()
  return (
    <Face
      icon={IconPlaylistAdd}
      title={text('empty.title')}
      actions={<Link to="/components">{text('overview.add')}</Link>}
    >
      <p>{text('empty.why')}</p>
      <p>{text('empty.where')}</p>
    </Face>
  )
}

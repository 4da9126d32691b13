import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconFilterOff, IconServer2 } from '@tabler/icons-react'
import type { Host } from '@wheelhouse/contract'
import { useClusterName } from '../api/cluster-name.ts'
import { useClusters } from '../api/estate.ts'
import { hostsQuery } from '../api/hosts.ts'
import { HostFilters } from '../features/hosts/host-filters.tsx'
import { HostTable } from '../features/hosts/host-table.tsx'
import { shownHosts } from '../features/hosts/host-view.ts'
import { SilentStrip } from '../features/hosts/silent-strip.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Face } from '../ui/face.tsx'
import { FailedFace } from './failed-face.tsx'
import { LoadingFace } from './loading-face.tsx'
import pageClasses from './page.module.css'
import { VerdictCounts } from './verdict-counts.tsx'

const route = getRouteApi('/hosts')

/** The machines below the components: which is gone, and what it takes along. */
export function HostsPage() {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, dataUpdatedAt, refetch } = useQuery(hostsQuery)
  const clusters = useClusters() ?? []
  const nameOf = useClusterName()
  const hosts = data?.items ?? []
  const shown = shownHosts(hosts, search)
  const retry = () => void refetch()
  const narrow = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true })

  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.hosts')} · Wheelhouse`}</title>
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>{text('nav.hosts')}</h1>
        {hosts.length > 0 && <HostFilters search={search} clusters={clusters} onNarrow={narrow} />}
      </div>
      {data && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
      <SilentStrip n={shown.filter(({ state }) => state === 'silent').length} />
      {!data && error && <FailedFace error={error} onRetry={retry} />}
      {!data && !error && <LoadingFace rows={5} height={64} />}
      {data && hosts.length === 0 && <NoHosts />}
      {hosts.length > 0 && shown.length === 0 && (
        <Face
          icon={IconFilterOff}
          title={text('hosts.nomatch')}
          actions={
            <Button onClick={() => narrow({ q: undefined, cluster: undefined })}>
              {text('nomatch.clear')}
            </Button>
          }
        />
      )}
      {shown.length > 0 && (
        <div className={pageClasses.surface}>
          <HostTable hosts={shown} clusterName={nameOf} countsOf={countsOf} />
        </div>
      )}
    </div>
  )
}

const countsOf = (host: Host) => <Counts host={host} />

function Counts({ host: { cluster, host, verdicts } }: { readonly host: Host }) {
  const text = useText()
  return (
    <VerdictCounts
      counts={verdicts}
      cluster={cluster}
      host={host}
      label={text('hosts.verdicts', { host })}
    />
  )
}

function NoHosts() {
  const text = useText()
  return (
    <Face
      icon={IconServer2}
      title={text('hosts.empty')}
      actions={<Link to="/components">{text('hosts.empty.add')}</Link>}
    >
      <p>{text('hosts.empty.body')}</p>
    </Face>
  )
}

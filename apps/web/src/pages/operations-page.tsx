import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconFilterOff, IconHistory } from '@tabler/icons-react'
import type { Operation } from '@wheelhouse/contract'
import { useComponents, useEstateState } from '../api/estate.ts'
import { operationsQuery } from '../api/queries.ts'
import { needing } from '../features/operations/needing.ts'
import { OperationFilters } from '../features/operations/operation-filters.tsx'
import { OperationTable } from '../features/operations/operation-table.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import { Panel } from '../ui/panel.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

const route = getRouteApi('/operations')

export function OperationsPage() {
  const text = useText()
  const { kind, state } = route.useSearch()
  const navigate = route.useNavigate()
  const listed = useQuery(operationsQuery({ ...(kind && { kind }), ...(state && { state }) }))
  const waiting = useWaiting()
  const { error, dataUpdatedAt, refetch } = listed
  // Both at once: no row moves up when it is known to wait.
  const data = waiting && listed.data
  const retry = () => void refetch()
  const shownApart = state === undefined ? (waiting ?? []) : []
  const isApart = new Set(shownApart.map(({ id }) => id))
  const above = shownApart.filter((one) => kind === undefined || one.kind === kind)
  const rest = data?.items.filter(({ id }) => !isApart.has(id)) ?? []
  const isNarrowed = kind !== undefined || state !== undefined

  return (
    <div className={classes.page}>
      <title>{`${text('nav.operations')} · Wheelhouse`}</title>
      <div className={classes.head}>
        <h1 className={classes.title}>{text('nav.operations')}</h1>
        <OperationFilters
          kind={kind}
          state={state}
          onNarrow={(change) =>
            void navigate({ search: (now) => ({ ...now, ...change }), replace: true })
          }
        />
      </div>
      {data && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
      {!data && error && <FailedFace error={error} onRetry={retry} />}
      {!data && !error && (
        <div className={classes.surface} aria-busy>
          <Bones rows={8} height={44} />
        </div>
      )}
      {data && above.length > 0 && (
        <Panel title={text('operations.waiting', { n: above.length })} isFlush>
          <OperationTable operations={above} caption={text('operations.waiting.caption')} />
        </Panel>
      )}
      {data && rest.length > 0 && (
        <>
          <div className={classes.surface}>
            <OperationTable operations={rest} />
          </div>
          {data.total > data.items.length && (
            <p className="dim">
              {text('operations.more', { n: data.items.length, total: data.total })}
            </p>
          )}
        </>
      )}
      {data && rest.length + above.length === 0 && <Nothing isNarrowed={isNarrowed} />}
    </div>
  )
}

/**
 * Asked for apart, for what waits may be older than the newest hundred; `undefined` until it is known.
 * Where asking failed, all that waits stands in the list below.
 */
function useWaiting(): Operation[] | undefined {
  const uncertain = useQuery(operationsQuery({ state: 'uncertain' }))
  const failed = useQuery(operationsQuery({ state: 'failed' }))
  const components = useComponents()
  const { error } = useEstateState()
  const isUnread = !components && !error
  if (uncertain.isPending || failed.isPending || isUnread) return undefined
  return needing(
    [...(uncertain.data?.items ?? []), ...(failed.data?.items ?? [])],
    components ?? [],
  )
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const text = useText()
  return isNarrowed ? (
    <Face
      icon={IconFilterOff}
      title={text('operations.nomatch')}
      actions={
        <Link to="/operations" search={{}}>
          {text('operations.nomatch.clear')}
        </Link>
      }
    />
  ) : (
    <Face icon={IconHistory} title={text('operations.empty')}>
      <p>{text('operations.empty.body')}</p>
    </Face>
  )
}

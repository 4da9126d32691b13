import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconChevronLeft, IconZoomQuestion } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { isNotFound } from '../api/problem-error.ts'
import { problemWords } from '../api/problem-words.ts'
import { clustersQuery, componentQuery, componentsQuery, operationsQuery } from '../api/queries.ts'
import { ComponentFacts } from '../features/components/component-facts.tsx'
import { ComponentHeader } from '../features/components/component-header.tsx'
import { saysRejection } from '../features/components/verdict.ts'
import { CommandButtons } from '../features/operations/command-buttons.tsx'
import { OperationTable } from '../features/operations/operation-table.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { failureDetail } from '../i18n/failure-words.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import { Panel } from '../ui/panel.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

const StopDialog = lazy(async () => ({
  default: (await import('../features/operations/stop-dialog.tsx')).StopDialog,
}))

const route = getRouteApi('/components/$id')

export function ComponentPage() {
  const text = useText()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const listed = useQuery({ ...componentsQuery, enabled: false }).data?.items
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...componentQuery(id),
    placeholderData: () => listed?.find((it) => it.id === id),
  })
  const clusters = useQuery(clustersQuery).data?.items
  const [isStopping, setStopping] = useState(false)

  if (data === null || isNotFound(error)) return <NotTracked />
  if (!data) {
    return error ? (
      <FailedFace error={error} onRetry={() => void refetch()} />
    ) : (
      <div className={classes.surface} aria-busy>
        <Bones rows={8} height={54} />
      </div>
    )
  }

  const cluster = clusters?.find((it) => it.id === data.cluster)
  return (
    <div className={classes.page}>
      <title>{`${data.identity ?? data.name} · Wheelhouse`}</title>
      <Link to="/components" className={classes.back}>
        <IconChevronLeft size={15} aria-hidden />
        {text('nav.components')}
      </Link>
      <ComponentHeader
        component={data}
        actions={
          <CommandButtons component={data} cluster={cluster} onStop={() => setStopping(true)} />
        }
        onUntracked={() => void navigate({ to: '/components' })}
      />
      <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={() => void refetch()} />
      {data.failure && !saysRejection(data) && (
        <Trouble
          sentence={text(`failure.${data.failure.code}`)}
          small={failureDetail(text, data.failure)}
        >
          <TimeAgo at={data.failure.at} />
        </Trouble>
      )}
      <ComponentFacts component={data} cluster={cluster} />
      <RecentOperations id={id} />
      {isStopping && (
        <Suspense>
          <StopDialog component={data} cluster={cluster} onClose={() => setStopping(false)} />
        </Suspense>
      )}
    </div>
  )
}

function RecentOperations({ id }: { readonly id: string }) {
  const text = useText()
  const { data, error, refetch } = useQuery(operationsQuery({ component: id }))
  const trouble = error && problemWords(text, error)
  return (
    <Panel title={text('operations.recent')} isFlush>
      {trouble && (
        <Trouble
          sentence={trouble.sentence}
          small={trouble.small}
          action={
            <Button isSmall onClick={() => void refetch()}>
              {text('retry')}
            </Button>
          }
        />
      )}
      {!data && !error && <Bones rows={3} height={44} />}
      {data?.items.length === 0 && <p className={classes.empty}>{text('operations.none-of-it')}</p>}
      {data && data.items.length > 0 && (
        <OperationTable operations={data.items.slice(0, 10)} isOfOneComponent />
      )}
    </Panel>
  )
}

function NotTracked() {
  const text = useText()
  return (
    <Face
      icon={IconZoomQuestion}
      title={text('component.missing')}
      actions={<Link to="/components">{text('component.missing.back')}</Link>}
    >
      <p>{text('component.missing.why')}</p>
    </Face>
  )
}

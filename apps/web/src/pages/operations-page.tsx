import { useQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { operationsQuery } from '../api/queries.ts'
import { OperationTable } from '../features/operations/operation-table.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

export function OperationsPage() {
  const text = useText()
  const { data, error, dataUpdatedAt, refetch } = useQuery(operationsQuery())
  const retry = () => void refetch()
  return (
    <div className={classes.page}>
      <title>{`${text('nav.operations')} · Wheelhouse`}</title>
      <h1 className={classes.title}>{text('nav.operations')}</h1>
      {data && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
      {!data && error && <FailedFace error={error} onRetry={retry} />}
      {!data && !error && (
        <div className={classes.surface} aria-busy>
          <Bones rows={8} height={44} />
        </div>
      )}
      {data?.items.length === 0 && (
        <Face icon={IconHistory} title={text('operations.empty')}>
          <p>{text('operations.empty.body')}</p>
        </Face>
      )}
      {data && data.items.length > 0 && (
        <>
          <div className={classes.surface}>
            <OperationTable operations={data.items} />
          </div>
          {data.total > data.items.length && (
            <p className="dim">
              {text('operations.more', { n: data.items.length, total: data.total })}
            </p>
          )}
        </>
      )}
    </div>
  )
}

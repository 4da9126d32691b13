import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { problemWords } from '../../api/problem-words.ts'
import { operationsQuery } from '../../api/queries.ts'
import { OperationBadge } from '../../features/operations/state-badges.tsx'
import { operationTook } from '../../features/operations/state.ts'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { Bones } from '../../ui/bones.tsx'
import { hint } from '../../ui/hints.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './overview-operations.module.css'

/** What is being done just now, each with its step. */
export function InProgress() {
  const text = useText()
  const running = useQuery(operationsQuery({ state: 'running' }))
  const queued = useQuery(operationsQuery({ state: 'queued' }))
  const open = [...(running.data?.items ?? []), ...(queued.data?.items ?? [])]
  const isRead = running.data !== undefined && queued.data !== undefined
  return (
    <Panel title={text('overview.progress')} isFlush>
      <Operations
        operations={isRead ? open : undefined}
        none={text('overview.progress.none')}
        error={running.error ?? queued.error}
        onRetry={() => void Promise.all([running.refetch(), queued.refetch()])}
        bones={1}
      />
    </Panel>
  )
}

const mostRecent = 10

/** What was done last: by whom, on what, when, and what came of it. */
export function RecentActivity() {
  const text = useText()
  const { data, error, refetch } = useQuery(operationsQuery())
  return (
    <Panel
      title={text('overview.recent')}
      isFlush
      aside={<Link to="/operations">{text('overview.recent.all')}</Link>}
    >
      <Operations
        operations={data?.items.slice(0, mostRecent)}
        none={text('overview.recent.none')}
        error={error}
        onRetry={() => void refetch()}
        bones={4}
      />
    </Panel>
  )
}

interface OperationsProps {
  /** `undefined` until they are read once. */
  readonly operations: readonly Operation[] | undefined
  readonly none: string
  readonly error: Error | null
  readonly onRetry: () => void
  readonly bones: number
}

/** In each of its faces; what was read before stays below a failure. */
function Operations({ operations, none, error, onRetry, bones }: OperationsProps) {
  const text = useText()
  return (
    <>
      {error && (
        <Trouble
          {...problemWords(text, error)}
          action={
            <Button isSmall onClick={onRetry}>
              {text('retry')}
            </Button>
          }
        />
      )}
      {!operations && !error && <Bones rows={bones} height={48} />}
      {operations?.length === 0 && !error && <p className={classes.none}>{none}</p>}
      <ul>
        {operations?.map((operation) => (
          <OperationLine key={operation.id} operation={operation} />
        ))}
      </ul>
    </>
  )
}

function OperationLine({ operation }: { readonly operation: Operation }) {
  const text = useText()
  const nowMs = useNow()
  const { id, kind, component, actor, createdAt, state, steps } = operation
  const isRunning = state === 'running' || state === 'queued'
  const step = steps.findIndex((it) => it.state === 'running' || it.state === 'pending') + 1
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <Link to="/operations/$id" params={{ id }} className={classes.kind}>
          {text(`kind.${kind}`)}
        </Link>{' '}
        <Link
          to="/components/$id"
          params={{ id: component.id }}
          className={classes.name}
          {...hint(component.name)}
        >
          {parseName(component.name)?.identity ?? component.name}
        </Link>
      </div>
      <OperationBadge operation={operation} />
      <div className={classes.small}>
        {actorWords(text, actor)} ·{' '}
        {isRunning ? operationTook(text, operation, nowMs) : <TimeAgo at={createdAt} />}
        {isRunning && step > 0 && steps.length > 1 && (
          <> · {text('overview.progress.step', { n: step, total: steps.length })}</>
        )}
      </div>
    </li>
  )
}

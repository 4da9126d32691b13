import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconChevronLeft, IconZoomQuestion } from '@tabler/icons-react'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { Suspense, useState } from 'react'
import { isNotFound } from '../api/problem-error.ts'
import { operationQuery } from '../api/queries.ts'
import { ChangesTable } from '../features/operations/changes-table.tsx'
import { stuckStep } from '../features/operations/deciding/decisions.ts'
import type { Decision } from '../features/operations/deciding/decisions.ts'
import { headline } from '../features/operations/operation-headline.ts'
import { OperationNeeds } from '../features/operations/deciding/operation-needs.tsx'
import { OperationSteps } from '../features/operations/operation-steps.tsx'
import { OperationSummary } from '../features/operations/operation-summary.tsx'
import { OperationBadge, VerificationBadge } from '../features/operations/state-badges.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { lazily } from '../lib/lazily.ts'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import { Panel } from '../ui/panel.tsx'
import { Strip } from '../ui/strip.tsx'
import type { StripTone } from '../ui/strip.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

const OperationDecision = lazily(
  () => import('../features/operations/deciding/operation-decision.tsx'),
  'OperationDecision',
)

const route = getRouteApi('/operations/$id')

export function OperationPage() {
  const text = useText()
  const { id } = route.useParams()
  const { data, error, dataUpdatedAt, refetch } = useQuery(operationQuery(id))

  if (isNotFound(error)) {
    return (
      <Face
        icon={IconZoomQuestion}
        title={text('operation.missing')}
        actions={<Link to="/operations">{text('operation.missing.back')}</Link>}
      />
    )
  }
  if (!data) {
    return error ? (
      <FailedFace error={error} onRetry={() => void refetch()} />
    ) : (
      <div className={classes.surface} aria-busy>
        <Bones rows={6} height={54} />
      </div>
    )
  }
  return (
    <div className={classes.page}>
      <OperationHead operation={data} />
      <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={() => void refetch()} />
      <Strip tone={toneOf(data)}>{headline(text, data)}</Strip>
      <Decisions operation={data} />
      <OperationSummary operation={data} />
      {data.changes.length > 0 && (
        <Panel title={text('changes.title')} isFlush>
          <ChangesTable changes={data.changes} />
        </Panel>
      )}
      <Panel
        title={text('operation.steps')}
        aside={
          <Link to="/audit" search={{ operation: data.id }}>
            {text('operation.audit')}
          </Link>
        }
      >
        <OperationSteps operation={data} />
      </Panel>
    </div>
  )
}

function OperationHead({ operation }: { readonly operation: Operation }) {
  const text = useText()
  const { kind, component } = operation
  const title = text(`operation.title.${kind}`, {
    name: parseName(component.name)?.identity ?? component.name,
  })
  return (
    <>
      <title>{`${title} · Wheelhouse`}</title>
      <Link to="/operations" className={classes.back}>
        <IconChevronLeft size={15} aria-hidden />
        {text('nav.operations')}
      </Link>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.badges}>
          <OperationBadge operation={operation} size="lg" />
          {operation.state === 'succeeded' && <VerificationBadge operation={operation} size="lg" />}
        </div>
      </div>
    </>
  )
}

/** What must be decided; a dialog that is open stays so, whatever the operation becomes meanwhile. */
function Decisions({ operation }: { readonly operation: Operation }) {
  const stuck = stuckStep(operation)
  const [deciding, setDeciding] = useState<{ decision: Decision; stuck: typeof stuck }>()
  return (
    <>
      {stuck && (
        <OperationNeeds
          operation={operation}
          stuck={stuck}
          onDecide={(decision) => setDeciding({ decision, stuck })}
        />
      )}
      {deciding?.stuck && (
        <Suspense>
          <OperationDecision
            decision={deciding.decision}
            operation={operation}
            stuck={deciding.stuck}
            onClose={() => setDeciding(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

function toneOf({ state, verification }: Operation): StripTone {
  if (state === 'failed' || verification === 'contradicted') return 'bad'
  if (state === 'uncertain') return 'ask'
  if (state === 'queued' || state === 'running') return 'busy'
  return state === 'succeeded' && verification === 'verified' ? 'good' : 'info'
}

import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconChevronLeft, IconZoomQuestion } from '@tabler/icons-react'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { Suspense, lazy, useState } from 'react'
import { isNotFound } from '../api/problem-error.ts'
import { operationQuery } from '../api/queries.ts'
import { OperationSteps } from '../features/operations/operation-steps.tsx'
import { OperationSummary } from '../features/operations/operation-summary.tsx'
import { OperationBadge } from '../features/operations/state-badges.tsx'
import { outcomeSentence } from '../features/operations/state.ts'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import { Panel } from '../ui/panel.tsx'
import { Strip } from '../ui/strip.tsx'
import type { StripTone } from '../ui/strip.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

const AbandonDialog = lazy(async () => ({
  default: (await import('../features/operations/abandon-dialog.tsx')).AbandonDialog,
}))

const route = getRouteApi('/operations/$id')

export function OperationPage() {
  const text = useText()
  const { id } = route.useParams()
  const { data, error, dataUpdatedAt, refetch } = useQuery(operationQuery(id))
  const [isAbandoning, setAbandoning] = useState(false)

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

  const { kind, component, state } = data
  const title = text(`operation.title.${kind}`, {
    name: parseName(component.name)?.identity ?? component.name,
  })
  return (
    <div className={classes.page}>
      <title>{`${title} · Wheelhouse`}</title>
      <Link to="/operations" className={classes.back}>
        <IconChevronLeft size={15} aria-hidden />
        {text('nav.operations')}
      </Link>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <OperationBadge operation={data} size="lg" />
      </div>
      <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={() => void refetch()} />
      <Strip
        tone={toneOf(data)}
        action={
          (state === 'uncertain' || state === 'failed') && (
            <Button isSmall onClick={() => setAbandoning(true)}>
              {text(`abandon.open.${state}`)}
            </Button>
          )
        }
      >
        {outcomeSentence(text, data)}{' '}
        {state === 'uncertain' && (
          <Link to="/components/$id" params={{ id: component.id }}>
            {text('outcome.uncertain.look')}
          </Link>
        )}
      </Strip>
      <OperationSummary operation={data} />
      <Panel title={text('operation.steps')}>
        <OperationSteps steps={data.steps} />
      </Panel>
      {isAbandoning && (
        <Suspense>
          <AbandonDialog operation={data} onClose={() => setAbandoning(false)} />
        </Suspense>
      )}
    </div>
  )
}

function toneOf({ state, verification }: Operation): StripTone {
  if (state === 'failed' || verification === 'contradicted') return 'bad'
  if (state === 'uncertain') return 'ask'
  return state === 'succeeded' && verification === 'verified' ? 'good' : 'info'
}

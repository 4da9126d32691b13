import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isObservable } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { historyQuery } from '../../api/history.ts'
import { problemWords } from '../../api/problem-words.ts'
import { boundsOf } from '../../features/components/lag/chart-range.ts'
import type { ChartRange } from '../../features/components/lag/chart-range.ts'
import { defaultSpan, parseSpan } from '../../features/components/lag/chart-search.ts'
import { IncidentButton } from '../../features/components/lag/incident-button.tsx'
import { incidentText } from '../../features/components/lag/incident.ts'
import { LagChart } from '../../features/components/lag/lag-chart.tsx'
import { RangeBar } from '../../features/components/lag/range-bar.tsx'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { useText } from '../../i18n/text.ts'
import { serverNow } from '../../lib/clock.ts'
import { utcTime } from '../../lib/time.ts'
import { Bones } from '../../ui/bones.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './component-lag.module.css'

const route = getRouteApi('/components/$id')

interface ComponentLagProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
}

/** Its lag over time, as far back as the URL says. */
export function ComponentLag({ component, cluster }: ComponentLagProps) {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { id, kind } = component
  const range: ChartRange = { span: search.span ?? defaultSpan, until: passed(search.until) }
  const query = useQuery(historyQuery(id, range.span, range.until))
  const { data, error, dataUpdatedAt } = query
  const trouble = error && problemWords(text, error)
  const retry = () => void query.refetch()
  const show = ({ span, until }: ChartRange) =>
    void navigate({
      search: (now) => ({ ...now, span: parseSpan(span), until }),
      replace: true,
      resetScroll: false,
    })

  const incident = () => {
    const nowMs = serverNow()
    const history = data?.history ?? {
      fromSeconds: 0,
      stepSeconds: 1,
      lags: [],
      verdicts: [],
      marks: [],
    }
    const shown = { span: data?.span ?? range.span, until: data?.until }
    const facts = { component, cluster, history, range: shown, bounds: boundsOf(shown, nowMs) }
    return incidentText(text, { ...facts, link: linkTo(shown, nowMs) }, nowMs)
  }

  return (
    <Panel
      title={text(isObservable(kind) ? 'chart.title' : 'chart.timeline')}
      aside={<IncidentButton words={incident} />}
    >
      <div className={classes.stack}>
        <RangeBar range={range} onRange={show} />
        {data && <StaleStrip isOfPart error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
        {!data && (
          <div
            className={classes.waiting}
            data-low={!isObservable(kind) || undefined}
            aria-busy={!error}
          >
            {trouble ? (
              <Trouble
                sentence={`${text('chart.failed')} ${trouble.sentence}`}
                small={trouble.small}
                action={
                  <Button isSmall onClick={retry}>
                    {text('retry')}
                  </Button>
                }
              />
            ) : (
              <Bones rows={4} height={54} />
            )}
          </div>
        )}
        {data && (
          <div className={classes.shown} data-waiting={query.isPlaceholderData || undefined}>
            <LagChart
              component={component}
              history={data.history}
              range={{ span: data.span, until: data.until }}
              onRange={show}
            />
          </div>
        )}
      </div>
    </Panel>
  )
}

/** A chart that would end in the future ends now. */
const passed = (until: string | undefined) =>
  until !== undefined && Date.parse(until) > serverNow() ? undefined : until

/** The same stretch for whoever opens it later. */
function linkTo({ span, until }: ChartRange, nowMs: number): string {
  const url = new URL(window.location.href)
  url.search = new URLSearchParams({ span, until: until ?? utcTime(nowMs) }).toString()
  url.hash = ''
  return url.href
}

import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { durationWords, secondsSince } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { localTime, utcTime, zoneOf } from '../../lib/time.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { ActiveText, LagText, StatusText, TrendText, Unknown } from './cells.tsx'
import classes from './component-facts.module.css'

interface ComponentFactsProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
}

/** Everything that is known of a component: what CM reports, how far it has got, where it is. */
export function ComponentFacts({ component, cluster }: ComponentFactsProps) {
  const text = useText()
  const { observedAt, checkpoint, sampledAt, host } = component

  return (
    <div className={classes.panels}>
      <Panel title={text('facts.reported')}>
        <Facts
          facts={[
            { label: text('facts.status'), value: <StatusText component={component} /> },
            { label: text('facts.active'), value: <ActiveText component={component} /> },
            {
              label: text('facts.observed'),
              value: observedAt ? <TimeAgo at={observedAt} /> : text('facts.never'),
              note: observedAt && <TimeAt at={observedAt} />,
            },
          ]}
        />
      </Panel>
      <Panel title={text('facts.progress')}>
        <Facts
          facts={[
            {
              label: text('column.lag'),
              value: <LagText component={component} />,
              note: <TrendText component={component} />,
            },
            {
              label: text('facts.unmoved'),
              value: <Unmoved component={component} />,
            },
            {
              label: text('facts.sampled'),
              value: sampledAt ? <TimeAgo at={sampledAt} /> : <Unknown />,
              note: sampledAt && <TimeAt at={sampledAt} />,
            },
          ]}
        />
        <hr className={classes.line} />
        {checkpoint === null ? (
          <Facts facts={[{ label: text('facts.checkpoint'), value: <Unknown /> }]} />
        ) : (
          <Checkpoint seconds={checkpoint} />
        )}
      </Panel>
      <Panel title={text('facts.place')}>
        <Facts
          facts={[
            {
              label: text('column.host'),
              value: host === null ? <Unknown /> : <span className="mono">{host}</span>,
            },
            { label: text('facts.cluster'), value: `CM ${cluster?.name ?? component.cluster}` },
            { label: text('facts.kind'), value: text(`component-kind.${component.kind}`) },
            { label: text('facts.origin'), value: text(`origin.${component.origin}`) },
            { label: text('facts.tracked'), value: <TimeAt at={component.trackedAt} /> },
          ]}
        />
      </Panel>
    </div>
  )
}

function Unmoved({ component: { checkpointSince } }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  if (checkpointSince === null) return <Unknown />
  return durationWords(text, Math.max(0, secondsSince(Date.parse(checkpointSince), nowMs)))
}

/** The same moment as people, as machines and as CM say it. */
function Checkpoint({ seconds }: { readonly seconds: number }) {
  const text = useText()
  const ms = seconds * 1000
  const ways = [
    [text('facts.checkpoint.local', { zone: zoneOf(ms) }), localTime(ms)],
    ['UTC', utcTime(ms)],
    [text('facts.checkpoint.epoch'), String(seconds)],
  ] as const
  return (
    <Facts
      facts={ways.map(([label, value]) => ({
        label: `${text('facts.checkpoint')} · ${label}`,
        value: (
          <>
            <span className="mono">{value}</span>
            <CopyButton value={value} label={text('copy.value', { value: label })} />
          </>
        ),
      }))}
    />
  )
}

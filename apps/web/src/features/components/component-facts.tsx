import { Link } from '@tanstack/react-router'
import { isObservable } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../../lib/clock.ts'
import { isStale } from '../../lib/freshness.ts'
import { localTime, utcTime, zoneOf } from '../../lib/time.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { ActiveText, LagText, StatusText, TrendText, Unknown } from './cells.tsx'
import { CommandedFacts } from './commanded-facts.tsx'
import classes from './component-facts.module.css'
import { unmovedWords } from './verdict.ts'

interface ComponentFactsProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
}

/** Everything that is known of a component: what CM reports, how far it has got, where it is. */
export function ComponentFacts({ component, cluster }: ComponentFactsProps) {
  const stale = isStale(component, useNow())
  return (
    <div className={classes.panels} data-stale={stale || undefined}>
      {isObservable(component.kind) ? (
        <>
          <Reported component={component} isOld={stale} />
          <Progress component={component} isOld={stale} />
        </>
      ) : (
        <CommandedFacts component={component} />
      )}
      <Place component={component} cluster={cluster} />
    </div>
  )
}

interface ReadingProps {
  readonly component: Component
  readonly isOld: boolean
}

function Reported({ component, isOld }: ReadingProps) {
  const text = useText()
  const { observedAt } = component
  return (
    <Panel title={text('facts.reported')}>
      <Facts
        facts={[
          { label: text('facts.status'), value: <StatusText component={component} /> },
          { label: text('facts.active'), value: <ActiveText component={component} /> },
          {
            label: text('facts.observed'),
            value: observedAt ? <Moment at={observedAt} isOld={isOld} /> : text('facts.never'),
            note: observedAt && !isOld && <TimeAt at={observedAt} />,
          },
        ]}
      />
    </Panel>
  )
}

function Progress({ component, isOld }: ReadingProps) {
  const text = useText()
  const { checkpoint, sampledAt } = component
  return (
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
            value: unmovedWords(text, component) ?? <Unknown />,
          },
          {
            label: text('facts.sampled'),
            value: sampledAt ? <Moment at={sampledAt} isOld={isOld} /> : <Unknown />,
            note: sampledAt && !isOld && <TimeAt at={sampledAt} />,
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
  )
}

function Place({ component, cluster }: ComponentFactsProps) {
  const text = useText()
  const { id, kind, host, formerNames } = component
  return (
    <Panel title={text('facts.place')}>
      <Facts
        facts={[
          {
            label: text('column.host'),
            value: host === null ? <Unknown kind={kind} /> : <span className="mono">{host}</span>,
          },
          { label: text('facts.cluster'), value: `CM ${cluster?.name ?? component.cluster}` },
          { label: text('facts.kind'), value: text(`component-kind.${kind}`) },
          ...(formerNames.length > 0
            ? [
                {
                  label: text('facts.former'),
                  value: (
                    <Link to="/components/$id" params={{ id }} search={{ tab: 'names' }}>
                      {text('facts.former.n', { n: formerNames.length })}
                    </Link>
                  ),
                },
              ]
            : []),
          { label: text('facts.origin'), value: text(`origin.${component.origin}`) },
          { label: text('facts.tracked'), value: <TimeAt at={component.trackedAt} /> },
        ]}
      />
    </Panel>
  )
}

interface MomentProps {
  readonly at: string
  readonly isOld: boolean
}

/** The one age of a stale component stands in its header: here it is the moment alone. */
const Moment = ({ at, isOld }: MomentProps) => (isOld ? <TimeAt at={at} /> : <TimeAgo at={at} />)

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

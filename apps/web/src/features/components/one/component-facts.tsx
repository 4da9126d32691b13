import { Link } from '@tanstack/react-router'
import { isObservable } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { isStale } from '../../../lib/freshness.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAt } from '../../../ui/time-ago.tsx'
import { ActiveText, StatusText, Unknown } from '../cells.tsx'
import { CommandedFacts } from './commanded-facts.tsx'
import classes from './component-facts.module.css'
import { Moment } from './moment.tsx'
import { Progress } from './progress-facts.tsx'

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
          <Progress component={component} cluster={cluster} isOld={stale} />
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
  const { observedAt, freshForSeconds } = component
  return (
    <Panel title={text('facts.reported')}>
      <Facts
        facts={[
          { label: text('facts.status'), value: <StatusText component={component} /> },
          { label: text('facts.active'), value: <ActiveText component={component} /> },
          {
            label: text('facts.observed'),
            value: observedAt ? <Moment at={observedAt} isOld={isOld} /> : text('facts.never'),
            note: observedAt && (
              <span>
                {!isOld && (
                  <>
                    <TimeAt at={observedAt} /> ·{' '}
                  </>
                )}
                {text('facts.fresh', { n: durationWords(text, freshForSeconds) })}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Place({ component, cluster }: ComponentFactsProps) {
  const text = useText()
  const { id, kind, host, formerNames, project, topic, subtopic } = component
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
          ...(project === null
            ? []
            : [{ label: text('facts.project'), value: <ProjectLink project={project} /> }]),
          ...named(text('facts.topic'), topic),
          ...named(text('facts.subtopic'), subtopic),
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

/** Only where it is known. */
const named = (label: string, value: string | null) =>
  value === null ? [] : [{ label, value: <span className="mono">{value}</span> }]

/** To all that belong to it. */
const ProjectLink = ({ project }: { readonly project: string }) => (
  <Link to="/components" search={{ project }} className="mono">
    {project}
  </Link>
)

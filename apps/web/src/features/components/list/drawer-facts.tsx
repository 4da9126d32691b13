import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useClusters } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import type { Text } from '../../../i18n/text.ts'
import { actorWords, durationWords } from '../../../i18n/words.ts'
import { Facts } from '../../../ui/facts.tsx'
import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'
import { ActiveText, CommandText, LagText, StatusText, TrendText, Unknown } from '../cells.tsx'
import { CheckpointFacts } from '../one/checkpoint-facts.tsx'
import classes from './row-drawer.module.css'

interface DrawerFactsProps {
  readonly component: Component
}

/** What one wants to know before doing something to it. */
export function DrawerFacts({ component }: DrawerFactsProps) {
  const text = useText()
  const { kind, host, verdictSince, sampledAt, observedAt, note } = component
  const clusters = useClusters() ?? []
  const cluster = clusters.find(({ id }) => id === component.cluster)?.name ?? component.cluster
  const isSeen = isObservable(kind)
  return (
    <>
      {note && (
        <blockquote className={classes.note}>
          <p>{note.text}</p>
          <footer>
            {actorWords(text, note.by)}, <TimeAgo at={note.at} />
          </footer>
        </blockquote>
      )}
      <Facts
        isTight
        facts={[
          ...(isSeen
            ? [
                {
                  label: text('column.lag'),
                  value: <LagText component={component} />,
                  note: <TrendText component={component} />,
                },
              ]
            : []),
          {
            label: text('column.since'),
            value: verdictSince === null ? <Unknown kind={kind} /> : <TimeAgo at={verdictSince} />,
            note: verdictSince !== null && <TimeAt at={verdictSince} />,
          },
          {
            label: text('column.host'),
            value: host === null ? <Unknown kind={kind} /> : <span className="mono">{host}</span>,
            note: `CM ${cluster}`,
          },
          { label: text('facts.status'), value: <StatusText component={component} /> },
          { label: text('facts.active'), value: <ActiveText component={component} /> },
          {
            label: text('facts.observed'),
            value: observedAt ? <TimeAgo at={observedAt} /> : text('facts.never'),
          },
          {
            label: text('facts.sampled'),
            value: sampledAt ? <TimeAgo at={sampledAt} /> : <Unknown kind={kind} />,
          },
          { label: text('column.protection'), ...protectionWords(text, component) },
          { label: text('column.command'), value: <CommandText component={component} /> },
        ]}
      />
      {isSeen && <CheckpointFacts seconds={component.checkpoint} />}
    </>
  )
}

function protectionWords(text: Text, { protection, lagThresholdSeconds }: Component) {
  const level = text(`protection-level.${protection.level}`)
  return {
    value: protection.isOwn ? level : text('protection.of-cluster', { level }),
    note: text('clusters.protection.lag', { n: durationWords(text, lagThresholdSeconds) }),
  }
}

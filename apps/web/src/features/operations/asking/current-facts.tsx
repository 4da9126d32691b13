import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import type { Text } from '../../../i18n/text.ts'
import { actorWords, lagWords, trendWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { hasTrend } from '../../../lib/freshness.ts'
import { localTime, utcTime, zoneOf } from '../../../lib/time.ts'
import { Facts } from '../../../ui/facts.tsx'
import { TimeAgo } from '../../../ui/time-ago.tsx'

interface CurrentFactsProps {
  readonly component: Component
  /** With its position, three ways: to compare with where it is to go. */
  readonly hasPosition?: boolean
}

/** How it is now, beside what is about to be done to it. */
export const CurrentFacts = ({ component, hasPosition = false }: CurrentFactsProps) =>
  isObservable(component.kind) ? (
    <Observed component={component} hasPosition={hasPosition} />
  ) : (
    <Commanded component={component} />
  )

function Observed({ component, hasPosition }: Required<CurrentFactsProps>) {
  const text = useText()
  const nowMs = useNow()
  const { lagSeconds, lagTrendSecondsPerMinute, status, active, observedAt, checkpoint } = component
  const activeWord = active === null ? 'unknown' : active ? 'yes' : 'no'
  return (
    <Facts
      isTight
      facts={[
        {
          label: text('column.lag'),
          value: lagSeconds === null ? text('unknown') : lagWords(text, lagSeconds),
          note:
            lagTrendSecondsPerMinute !== null && hasTrend(component, nowMs)
              ? trendWords(text, lagTrendSecondsPerMinute)
              : undefined,
        },
        {
          label: text('facts.status'),
          value: <span className="mono">{status ?? text('status.unknown')}</span>,
          note: text('pair', {
            label: text('facts.active'),
            value: text(`active.${activeWord}`),
          }),
        },
        {
          label: text('facts.observed'),
          value: observedAt ? <TimeAgo at={observedAt} /> : text('facts.never'),
        },
        ...(hasPosition ? [positionFact(text, checkpoint)] : []),
      ]}
    />
  )
}

function positionFact(text: Text, seconds: number | null) {
  const label = text('rewind.from.current')
  if (seconds === null) return { label, value: text('unknown'), isWide: true }
  const ms = seconds * 1000
  return {
    label,
    value: `${localTime(ms)} ${zoneOf(ms)}`,
    note: <span className="mono">{`${utcTime(ms)} · epoch ${seconds}`}</span>,
    isWide: true,
  }
}

/** Of a kind that CM doesn't tell of: what was asked of it last. */
function Commanded({ component: { lastCommand, host } }: { readonly component: Component }) {
  const text = useText()
  return (
    <Facts
      isTight
      facts={[
        {
          label: text('column.command'),
          value: lastCommand
            ? text(`command.${lastCommand.kind}`, { by: actorWords(text, lastCommand.by) })
            : text('facts.never'),
          note: lastCommand && <TimeAgo at={lastCommand.at} />,
        },
        {
          label: text('facts.should-be'),
          value: text(`should-be.${lastCommand?.leaves ?? 'unknown'}`),
          note: lastCommand && text('facts.not-seen'),
        },
        {
          label: text('column.host'),
          value: <span className="mono">{host ?? text('unknown')}</span>,
        },
      ]}
    />
  )
}

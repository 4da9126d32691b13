import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords, lagWords, trendWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { hasTrend } from '../../lib/freshness.ts'
import { Facts } from '../../ui/facts.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'

/** How it is now, beside what is about to be done to it. */
export const CurrentFacts = ({ component }: { readonly component: Component }) =>
  isObservable(component.kind) ? (
    <Observed component={component} />
  ) : (
    <Commanded component={component} />
  )

function Observed({ component }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  const { lagSeconds, lagTrendSecondsPerMinute, status, active, observedAt } = component
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
          note: `${text('facts.active')}: ${text(`active.${activeWord}`)}`,
        },
        {
          label: text('facts.observed'),
          value: observedAt ? <TimeAgo at={observedAt} /> : text('facts.never'),
        },
      ]}
    />
  )
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

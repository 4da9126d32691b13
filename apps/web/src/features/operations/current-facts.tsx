import type { Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { lagWords, trendWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { hasTrend } from '../../lib/freshness.ts'
import { Facts } from '../../ui/facts.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'

/** How it is now, beside what is about to be done to it. */
export function CurrentFacts({ component }: { readonly component: Component }) {
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

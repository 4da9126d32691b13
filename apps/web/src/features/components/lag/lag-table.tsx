import type { History } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { lagWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { shortTime } from '../../../lib/time.ts'
import { verdictWords } from './chart-words.ts'
import classes from './lag-chart.module.css'
import { hoursOf } from './lag-history.ts'
import type { VerdictSpan } from './lag-history.ts'

interface LagTableProps {
  readonly history: History
  readonly spans: readonly VerdictSpan[]
}

/** What the curve shows, for whoever reads it rather. */
export function LagTable({ history, spans }: LagTableProps) {
  const text = useText()
  const nowMs = useNow()
  return (
    <details className={classes.table}>
      <summary>{text('chart.table')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus */}
      <section tabIndex={0} aria-label={text('chart.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('chart.table.hour')}</th>
              <th scope="col">{text('chart.table.worst')}</th>
              <th scope="col">{text('chart.table.at')}</th>
              <th scope="col">{text('chart.table.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {hoursOf(history, spans).map(({ fromSeconds, worst, verdict }) => (
              <tr key={fromSeconds}>
                <th scope="row">{shortTime(fromSeconds * 1000, nowMs)}</th>
                <td>{worst ? lagWords(text, worst.lagSeconds) : text('chart.unobserved')}</td>
                <td>{worst ? shortTime(worst.at * 1000, nowMs) : '—'}</td>
                <td>{verdictWords(text, verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

import { Link } from '@tanstack/react-router'
import { verdicts } from '@wheelhouse/contract'
import type { Verdict } from '@wheelhouse/contract'
import { looks } from '../features/components/verdict.ts'
import { useText } from '../i18n/text.ts'
import { numberWords } from '../i18n/words.ts'
import { narrowedTo } from './narrowed-to.ts'
import classes from './verdict-counts.module.css'

interface VerdictCountsProps {
  /** What there is none of may be left out. */
  readonly counts: Partial<Record<Verdict, number>>
  readonly cluster?: string
  readonly host?: string
  /** What a screen reader calls it. */
  readonly label: string
}

/** How many of each verdict, worst first: in proportion, and as numbers that lead to those counted. */
export function VerdictCounts({ counts, cluster, host, label }: VerdictCountsProps) {
  const text = useText()
  const there = verdicts.filter((verdict) => (counts[verdict] ?? 0) > 0)
  return (
    <div className={classes.counts}>
      <div className={classes.bar} aria-hidden>
        {there.map((verdict) => (
          <span
            key={verdict}
            data-tone={looks[verdict].tone}
            data-hollow={verdict === 'stopped' || undefined}
            style={{ flexGrow: counts[verdict] }}
          />
        ))}
      </div>
      <ul className={classes.numbers} aria-label={label}>
        {there.map((verdict) => {
          const { icon: Icon, tone } = looks[verdict]
          return (
            <li key={verdict}>
              <Link
                to="/components"
                search={narrowedTo({ verdicts: [verdict], cluster, host })}
                className={classes.number}
                data-tone={tone}
              >
                <Icon size={14} stroke={2} aria-hidden />
                <span>{text(`verdict.${verdict}`)}</span>
                <strong>{numberWords(counts[verdict] ?? 0)}</strong>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

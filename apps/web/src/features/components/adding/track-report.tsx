import type { TrackResult } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { faultWords } from './paste.ts'
import classes from './paste-report.module.css'

/** What became of each name. */
export function TrackReport({ results }: { readonly results: readonly TrackResult[] }) {
  const text = useText()
  const count = (outcome: TrackResult['outcome']) =>
    results.filter((it) => it.outcome === outcome).length
  const notNew = results.filter(({ outcome }) => outcome !== 'tracked').slice(0, 200)

  return (
    <div className={classes.report}>
      <output>
        <strong>{text('add.outcome.tracked', { n: count('tracked') })}</strong>
        {count('already-tracked') > 0 && (
          <span className="dim">
            {text('add.outcome.already-tracked', { n: count('already-tracked') })}{' '}
          </span>
        )}
        {count('refused') > 0 && (
          <strong className={classes.badSum}>
            {text('add.outcome.refused', { n: count('refused') })}
          </strong>
        )}
      </output>
      <p className="dim">{text('add.outcome.next')}</p>
      {notNew.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
        <ol tabIndex={0} aria-label={text('add.lines')}>
          {notNew.map(({ name, outcome, fault, isNotAllowed }) => (
            <li key={name} data-bad={outcome === 'refused' || undefined}>
              <span className={classes.name}>{name}</span>
              <span className={classes.note}>
                {isNotAllowed ? text('add.not-allowed') : faultWords(text, fault ?? 'tracked')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

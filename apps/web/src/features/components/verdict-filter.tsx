import { verdicts } from '@wheelhouse/contract'
import type { Component, Verdict } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { looks } from './verdict.ts'
import classes from './verdict-filter.module.css'
import { countByVerdict } from './view.ts'

interface VerdictFilterProps {
  /** All of them, whatever else they are filtered by. */
  readonly components: readonly Component[]
  readonly chosen: Verdict | undefined
  readonly onChoose: (verdict: Verdict | undefined) => void
}

/** How many there are of each verdict, worst first; each is a filter. */
export function VerdictFilter({ components, chosen, onChoose }: VerdictFilterProps) {
  const text = useText()
  const counts = countByVerdict(components)
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {verdicts.map((verdict) => (
          <span
            key={verdict}
            data-tone={looks[verdict].tone}
            data-hollow={verdict === 'stopped' || undefined}
            style={{ flexGrow: counts[verdict] }}
          />
        ))}
      </div>
      <fieldset className={classes.counters}>
        <legend className="unseen">{text('components.filter')}</legend>
        <button
          type="button"
          className={classes.counter}
          aria-pressed={chosen === undefined}
          onClick={() => onChoose(undefined)}
        >
          {text('components.all')} <strong>{numberWords(components.length)}</strong>
        </button>
        {verdicts.map((verdict) => {
          const { icon: Icon, tone } = looks[verdict]
          return (
            <button
              key={verdict}
              type="button"
              className={classes.counter}
              data-tone={tone}
              data-none={counts[verdict] === 0 || undefined}
              aria-pressed={chosen === verdict}
              onClick={() => onChoose(chosen === verdict ? undefined : verdict)}
            >
              <Icon size={15} stroke={2} aria-hidden />
              {text(`verdict.${verdict}`)} <strong>{numberWords(counts[verdict])}</strong>
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}

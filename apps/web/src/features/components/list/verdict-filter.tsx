// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { verdicts } from '@wheelhouse/contract'
import type { Verdict } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { looks } from '../verdict.ts'
import classes from './verdict-filter.module.css'
import { listOf, wordOf } from './list-view.ts'
import type { Narrowed } from './view.ts'

interface VerdictFilterProps {
  readonly counts: Narrowed
  /** Between commas. */
  readonly chosen: string | undefined
  readonly onChoose: (chosen: string | undefined) => void
}

/** How many there are of each verdict, worst first; each is a filter, and with Ctrl or ⌘ one among several. */
export function VerdictFilter({ counts: narrowed, chosen, onChoose }: VerdictFilterProps) {
  const text = useText()
  const counts = narrowed.verdicts
  const list = listOf(chosen)
  const choose = (verdict: Verdict, isMore: boolean) => {
    const others = list.filter((one) => one !== verdict)
    const isOut = list.includes(verdict)
    // Of several that are chosen, a plain click leaves that one alone.
    if (isMore) onChoose(wordOf(isOut ? others : [...others, verdict]))
    else onChoose(isOut && others.length === 0 ? undefined : verdict)
  }
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
          {text('components.all')} <strong>{numberWords(narrowed.ofAllVerdicts)}</strong>
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
              aria-pressed={list.includes(verdict)}
              onClick={(event) => choose(verdict, event.ctrlKey || event.metaKey || event.shiftKey)}
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

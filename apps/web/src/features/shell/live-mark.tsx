// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useEstateState } from '../../api/estate.ts'
import { live, pollMs } from '../../api/live.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { useStore } from '../../lib/store.ts'
import { hint } from '../../ui/hints.tsx'
import classes from './live-mark.module.css'

/** Whether changes arrive by themselves. */
export function LiveMark() {
  const text = useText()
  const state = useStore(live)
  const { error } = useEstateState()
  const every = durationWords(text, pollMs / 1000)
  return (
    <output
      className={classes.live}
      data-state={state}
      {...hint(text(`live.${state}.hint`, { every }))}
    >
      <span className={classes.dot} aria-hidden />
      <span className={classes.word}>
        {error && state === 'down' ? text('live.silent') : text(`live.${state}`, { every })}
      </span>
    </output>
  )
}

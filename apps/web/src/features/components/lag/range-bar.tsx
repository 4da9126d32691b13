import { IconChevronLeft, IconChevronRight, IconPlayerTrackNext } from '@tabler/icons-react'
import { historySpans } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { serverNow } from '../../../lib/clock.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { shifted, spanned } from './chart-range.ts'
import type { ChartRange } from './chart-range.ts'
import { spanWords } from './chart-words.ts'
import classes from './range-bar.module.css'

interface RangeBarProps {
  readonly range: ChartRange
  readonly onRange: (range: ChartRange) => void
}

/** How far back, and where it ends. */
export function RangeBar({ range, onRange }: RangeBarProps) {
  const text = useText()
  const isNow = range.until === undefined
  return (
    <fieldset aria-label={text('chart.range')} className={classes.bar}>
      <div className={classes.spans}>
        {historySpans.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === range.span}
            onClick={() => onRange(spanned(range, span))}
          >
            {spanWords(text, span)}
          </button>
        ))}
      </div>
      <div className={classes.steps}>
        <IconButton
          icon={IconChevronLeft}
          label={text('chart.earlier')}
          onClick={() => onRange(shifted(range, -1, serverNow()))}
        />
        <IconButton
          icon={IconChevronRight}
          label={text(isNow ? 'chart.later.off' : 'chart.later')}
          isOff={isNow}
          onClick={() => onRange(shifted(range, 1, serverNow()))}
        />
        {!isNow && (
          <Button
            isSmall
            icon={IconPlayerTrackNext}
            onClick={() => onRange({ ...range, until: undefined })}
          >
            {text('chart.now')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

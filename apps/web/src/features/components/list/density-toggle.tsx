import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react'
import { useText } from '../../../i18n/text.ts'
import { hint } from '../../../ui/hints.tsx'
import { densityOf, makeUsual } from './columns.ts'
import type { Density } from './columns.ts'
import classes from './density-toggle.module.css'
import type { ListTools } from './list-view.ts'

interface DensityToggleProps {
  readonly tools: Pick<ListTools, 'search' | 'narrowTo'>
}

const icons = {
  comfortable: IconBaselineDensityMedium,
  compact: IconBaselineDensitySmall,
} as const

/** How close the rows stand: in the URL, and what this browser shows from now on. */
export function DensityToggle({ tools: { search, narrowTo } }: DensityToggleProps) {
  const text = useText()
  const now = densityOf(search)
  const choose = (density: Density) => {
    const word = density === 'comfortable' ? undefined : density
    makeUsual('density', word)
    narrowTo({ density: word })
  }
  return (
    <fieldset className={classes.toggle}>
      <legend className="unseen">{text('density.title')}</legend>
      {(['comfortable', 'compact'] as const).map((density) => {
        const Icon = icons[density]
        return (
          <button
            key={density}
            type="button"
            aria-pressed={density === now}
            aria-label={text(`density.${density}`)}
            {...hint(text(`density.${density}`))}
            onClick={() => choose(density)}
          >
            <Icon size={16} stroke={1.8} aria-hidden />
          </button>
        )
      })}
    </fieldset>
  )
}

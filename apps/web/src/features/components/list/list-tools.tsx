import { IconFilter } from '@tabler/icons-react'
import { useText } from '../../../i18n/text.ts'
import { useMediaQuery } from '../../../lib/media.ts'
import { useStore } from '../../../lib/store.ts'
import { Button } from '../../../ui/button.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { CsvButton } from './csv-button.tsx'
import { DensityToggle } from './density-toggle.tsx'
import { chosenOf, facetKeys } from './facets.ts'
import classes from './list-tools.module.css'
import type { ListTools } from './list-view.ts'
import { narrow, railOpen, sheetOpen } from './rail-open.ts'
import { SavedViews } from './saved-views.tsx'

interface ListToolbarProps {
  readonly tools: ListTools
}

/** Above the list: what is in it, how it looks, and where else it can go. */
export const ListToolbar = ({ tools }: ListToolbarProps) => (
  <div className={classes.tools}>
    <FilterButton tools={tools} />
    <span className={classes.space} />
    <SavedViews tools={tools} />
    <ColumnsMenu tools={tools} />
    <CsvButton tools={tools} />
    <DensityToggle tools={tools} />
  </div>
)

function FilterButton({ tools: { search } }: ListToolbarProps) {
  const text = useText()
  const isNarrow = useMediaQuery(narrow)
  const isRail = useStore(railOpen)
  const isSheet = useStore(sheetOpen)
  const store = isNarrow ? sheetOpen : railOpen
  const isOpen = isNarrow ? isSheet : isRail
  const chosen = facetKeys.reduce((sum, key) => sum + chosenOf(search[key]).length, 0)
  return (
    <Button isSmall icon={IconFilter} aria-expanded={isOpen} onClick={() => store.set(!isOpen)}>
      {chosen === 0 ? text('rail.label') : text('rail.label.n', { n: chosen })}
    </Button>
  )
}

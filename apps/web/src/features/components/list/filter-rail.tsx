import { verdicts } from '@wheelhouse/contract'
import { useDeferredValue } from 'react'
import { useClusters } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { useMediaQuery } from '../../../lib/media.ts'
import { useStore } from '../../../lib/store.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { FacetGroup } from './facet-group.tsx'
import { facetKeys, facetValues, facetsOf } from './facets.ts'
import classes from './filter-rail.module.css'
import type { ListTools } from './list-view.ts'
import { narrow, railOpen, sheetOpen } from './rail-open.ts'

interface FilterRailProps {
  readonly tools: ListTools
}

/** What the list can be narrowed to, with how many there are of each: beside it, or over it. */
export function FilterRail({ tools }: FilterRailProps) {
  const text = useText()
  const isNarrow = useMediaQuery(narrow)
  const isRail = useStore(railOpen)
  const isSheet = useStore(sheetOpen)

  if (!isNarrow) {
    return isRail ? (
      <aside data-rail className={classes.rail} aria-label={text('rail.label')}>
        <Filters tools={tools} />
      </aside>
    ) : null
  }
  const close = () => sheetOpen.set(false)
  return isSheet ? (
    <Drawer
      id="filter-sheet"
      label={text('rail.label')}
      closeLabel={text('rail.close')}
      title={<h2 className={classes.title}>{text('rail.label')}</h2>}
      actions={
        <Button look="filled" onClick={close}>
          {text('rail.show', { n: tools.rows.length })}
        </Button>
      }
      onClose={close}
    >
      <Filters tools={tools} />
    </Drawer>
  ) : null
}

function Filters({ tools: { all, search, narrowTo } }: FilterRailProps) {
  const text = useText()
  const clusters = useClusters() ?? []
  // The list itself comes first, then the counts.
  const rows = useDeferredValue(all)
  const facets = facetsOf(rows, search)
  const chosen = facetKeys.filter((key) => search[key] !== undefined)
  const labelOf = {
    verdict: (value: string) => {
      const verdict = verdicts.find((known) => known === value)
      return verdict === undefined ? value : text(`verdict.${verdict}`)
    },
    cluster: (value: string) => clusters.find(({ id }) => id === value)?.name ?? value,
    host: (value: string) => value,
    project: (value: string) => value,
  }
  return (
    <div className={classes.groups}>
      {facetKeys.map((key) => (
        <FacetGroup
          key={key}
          name={key}
          values={facetValues(key, facets[key], search[key])}
          labelOf={labelOf[key]}
          list={search[key]}
          onChange={(list) => narrowTo({ [key]: list })}
        />
      ))}
      <Button
        isSmall
        isOff={chosen.length === 0}
        onClick={() =>
          narrowTo({ verdict: undefined, cluster: undefined, host: undefined, project: undefined })
        }
      >
        {text('rail.clear')}
      </Button>
    </div>
  )
}

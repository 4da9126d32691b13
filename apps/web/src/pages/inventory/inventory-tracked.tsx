import { IconFilterOff, IconPlaylistX } from '@tabler/icons-react'
import type { Cluster, Component } from '@wheelhouse/contract'
import { Suspense, useDeferredValue, useState } from 'react'
import { TrackedFilters } from '../../features/inventory/tracked-filters.tsx'
import { TrackedTable } from '../../features/inventory/tracked-table.tsx'
import { shownTracked } from '../../features/inventory/tracked-view.ts'
import { isNarrowed } from '../../features/inventory/inventory-search.ts'
import type { InventorySearch } from '../../features/inventory/inventory-search.ts'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { hint } from '../../ui/hints.tsx'
import { Panel } from '../../ui/panel.tsx'

const UntrackManyDialog = lazily(
  () => import('../../features/inventory/untrack-many-dialog.tsx'),
  'UntrackManyDialog',
)

interface InventoryTrackedProps {
  readonly components: readonly Component[]
  readonly clusters: readonly Cluster[]
  readonly search: InventorySearch
  readonly onNarrow: (change: InventorySearch) => void
}

/** What is tracked, to be looked through and thinned out. */
export function InventoryTracked(props: InventoryTrackedProps) {
  const { components, clusters, search, onNarrow } = props
  const text = useText()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const shown = shownTracked(components, useDeferredValue(search))
  // Only of what is shown: nothing goes that cannot be seen here.
  const chosen = shown.filter(({ id }) => selected.has(id))
  const clear = () =>
    onNarrow({
      q: undefined,
      cluster: undefined,
      kind: undefined,
      origin: undefined,
      level: undefined,
    })

  return (
    <Panel title={text('inventory.tracked')} isFlush>
      <TrackedFilters search={search} clusters={clusters} onNarrow={onNarrow}>
        <span aria-live="polite">
          {isNarrowed(search)
            ? text('inventory.match', {
                n: numberWords(shown.length),
                of: numberWords(components.length),
              })
            : text('cluster.tracked', { n: components.length })}
        </span>
        <Button
          isSmall
          icon={IconPlaylistX}
          isOff={chosen.length === 0}
          {...hint(text(chosen.length === 0 ? 'inventory.untrack.none' : 'untrack.note'))}
          onClick={() => setAsking(true)}
        >
          {text('inventory.untrack', { n: chosen.length })}
        </Button>
      </TrackedFilters>
      {shown.length === 0 ? (
        <Face
          icon={IconFilterOff}
          title={text('nomatch.title')}
          actions={<Button onClick={clear}>{text('nomatch.clear')}</Button>}
        />
      ) : (
        <TrackedTable
          components={shown}
          clusterName={(id) => clusters.find((it) => it.id === id)?.name ?? id}
          selected={selected}
          onSelect={setSelected}
        />
      )}
      <Suspense>
        {isAsking && (
          <UntrackManyDialog
            components={chosen}
            onClose={() => setAsking(false)}
            onDone={(ids) => {
              const gone = new Set(ids)
              setSelected(new Set([...selected].filter((id) => !gone.has(id))))
            }}
          />
        )}
      </Suspense>
    </Panel>
  )
}

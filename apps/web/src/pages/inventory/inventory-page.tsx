import { getRouteApi } from '@tanstack/react-router'
import { IconClipboardList, IconPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useClusters, useComponents, useEstateState } from '../../api/estate.ts'
import { useMay } from '../../api/rights.ts'
import { ExportButton } from '../../features/inventory/export-button.tsx'
import { ImportZone } from '../../features/inventory/import-zone.tsx'
import type { NamedFile } from '../../features/inventory/read-inventory-file.ts'
import { TrackedCounts } from '../../features/inventory/tracked-counts.tsx'
import type { InventorySearch } from '../../features/inventory/inventory-search.ts'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { hint } from '../../ui/hints.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FailedFace } from '../failed-face.tsx'
import { LoadingFace } from '../loading-face.tsx'
import classes from './inventory-page.module.css'
import { InventoryTracked } from './inventory-tracked.tsx'
import pageClasses from '../page.module.css'

const AddDialog = lazily(
  () => import('../../features/components/adding/add-dialog.tsx'),
  'AddDialog',
)
const ImportDialog = lazily(
  () => import('../../features/inventory/import-dialog.tsx'),
  'ImportDialog',
)

const route = getRouteApi('/inventory')

/** What is tracked, where it came from, and how it is added and taken away. */
export function InventoryPage() {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const components = useComponents()
  const clusters = useClusters() ?? []
  const { error, receivedMs, retry } = useEstateState()
  const [isAdding, setAdding] = useState(false)
  const mayAdd = useMay('inventory')
  const [file, setFile] = useState<NamedFile>()
  const narrow = (change: InventorySearch) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false })

  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.inventory')} · Wheelhouse`}</title>
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>{text('nav.inventory')}</h1>
        <div className={classes.actions}>
          <ExportButton n={components?.length ?? 0} />
          <Button
            look="filled"
            icon={IconPlus}
            isOff={!mayAdd}
            {...hint(mayAdd ? undefined : text('refusal.not-allowed'))}
            onClick={() => setAdding(true)}
          >
            {text('inventory.add')}
          </Button>
        </div>
      </div>
      {components && <StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
      {!components && error && <FailedFace error={error} onRetry={retry} />}
      {!components && !error && <LoadingFace rows={8} height={56} />}
      {components && (
        <>
          <div className={classes.top}>
            <Panel title={text('inventory.counts')}>
              <TrackedCounts components={components} clusters={clusters} />
            </Panel>
            {mayAdd && <ImportZone onRead={setFile} />}
          </div>
          <p className={classes.quiet}>{text('inventory.discovery')}</p>
          {components.length === 0 ? (
            <Face icon={IconClipboardList} title={text('empty.title')}>
              <p>{text('inventory.empty')}</p>
              <p>{text('empty.where')}</p>
            </Face>
          ) : (
            <InventoryTracked
              components={components}
              clusters={clusters}
              search={search}
              onNarrow={narrow}
            />
          )}
        </>
      )}
      <Suspense>
        {isAdding && <AddDialog kind={search.kind} onClose={() => setAdding(false)} />}
      </Suspense>
      <Suspense>{file && <ImportDialog file={file} onClose={() => setFile(undefined)} />}</Suspense>
    </div>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { componentKinds } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useClusters, useEstateState } from '../../api/estate.ts'
import { useMay } from '../../api/rights.ts'
import { columnsOf, densityOf } from '../../features/components/list/columns.ts'
import { KindTabs, kindTabId, kindTabsName } from '../../features/components/list/kind-tabs.tsx'
import type { ListChange, ListTools } from '../../features/components/list/list-view.ts'
import { useFiltersOpen } from '../../features/components/list/rail-open.ts'
import { SearchBox } from '../../features/components/list/search-box.tsx'
import { useSelection } from '../../features/components/list/use-selection.ts'
import { VerdictFilter } from '../../features/components/list/verdict-filter.tsx'
import { nextSort, parseSort, sortWord } from '../../features/components/list/view.ts'
import { CommandButtons } from '../../features/operations/command-buttons.tsx'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { useText } from '../../i18n/text.ts'
import { useIdle } from '../../lib/idle.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import { TabPanel } from '../../ui/tabs.tsx'
import { ComponentsList } from './components-list.tsx'
import classes from './components-page.module.css'
import { useList } from './use-list.ts'

const AddDialog = lazily(
  () => import('../../features/components/adding/add-dialog.tsx'),
  'AddDialog',
)
const BulkBar = lazily(() => import('../../features/components/list/bulk-bar.tsx'), 'BulkBar')
const FilterRail = lazily(
  () => import('../../features/components/list/filter-rail.tsx'),
  'FilterRail',
)
const ListToolbar = lazily(
  () => import('../../features/components/list/list-tools.tsx'),
  'ListToolbar',
)
const RowDrawer = lazily(() => import('../../features/components/list/row-drawer.tsx'), 'RowDrawer')

const route = getRouteApi('/components')

const everything: ListChange = {
  q: undefined,
  kind: undefined,
  verdict: undefined,
  cluster: undefined,
  host: undefined,
  project: undefined,
}

export function ComponentsPage() {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const clusters = useClusters() ?? []
  const { error, receivedMs, retry } = useEstateState()
  const hasFilters = useFiltersOpen()
  const [isAdding, setAdding] = useState(false)
  const [isAtRows, setAtRows] = useState(false)
  const mayAdd = useMay('inventory')

  const narrowTo = (change: ListChange) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true })
  const selection = useSelection(search, narrowTo)
  const { all, counts, ids, q } = useList(search, isAtRows || selection.ids.length > 0)
  const sort = parseSort(search.sort)
  const kind = componentKinds.find((one) => one === search.kind)
  const hasRows = all !== undefined && all.length > 0
  // The rows come first: what stands around them is fetched when they are drawn.
  const hasTools = useIdle(hasRows)
  const hasTabs = !all || hasRows
  const clusterOf = ({ cluster }: Component) => clusters.find(({ id }) => id === cluster)
  const actionsOf = (component: Component, tabIndex: 0 | -1) => (
    <CommandButtons
      component={component}
      cluster={clusterOf(component)}
      isCompact
      tabIndex={tabIndex}
    />
  )
  const fullActionsOf = (component: Component) => (
    <CommandButtons component={component} cluster={clusterOf(component)} />
  )
  const open = (id: string, isByKey: boolean) => {
    narrowTo({ open: id })
    if (isByKey) focusDrawer()
  }
  const tools: ListTools = {
    search,
    narrowTo,
    rows: counts.shown,
    all: all ?? [],
    selected: selection.ids,
    select: selection.set,
  }
  const addButton = (
    <Button
      look="filled"
      icon={IconPlus}
      isOff={!mayAdd}
      {...hint(mayAdd ? undefined : text('refusal.not-allowed'))}
      onClick={() => setAdding(true)}
    >
      {text('components.add')}
    </Button>
  )

  return (
    <>
      <title>{`${text('nav.components')} · Wheelhouse`}</title>
      <div className={classes.page}>
        <div className={classes.top}>
          <h1>{text('nav.components')}</h1>
          <SearchBox
            value={search.q ?? ''}
            onChange={(next) => narrowTo({ q: next === '' ? undefined : next })}
            onLeave={focusFirstRow}
          />
          <div className={classes.add}>{hasRows && addButton}</div>
        </div>
        {hasTabs && (
          <KindTabs
            counts={all && counts}
            chosen={kind}
            onChoose={(next) => narrowTo({ kind: next })}
          />
        )}
        <TabPanel
          name={kindTabsName}
          chosen={kindTabId(kind)}
          className={classes.page}
          hasTabs={hasTabs}
        >
          {!all && !error && <div className={classes.counters} />}
          {hasRows && (
            <VerdictFilter
              counts={counts}
              chosen={search.verdict}
              onChoose={(verdict) => narrowTo({ verdict })}
            />
          )}
          {hasTabs && (
            <div className={classes.tools}>
              <Suspense>{hasTools && <ListToolbar tools={tools} />}</Suspense>
            </div>
          )}
          {all && <StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
          <div className={classes.body}>
            <Suspense>{hasRows && hasFilters && <FilterRail tools={tools} />}</Suspense>
            <div className={classes.list}>
              <ComponentsList
                total={all?.length}
                error={error}
                ids={ids}
                columns={columnsOf(search)}
                density={densityOf(search)}
                sort={sort}
                q={q}
                selection={selection}
                openId={search.open}
                addButton={addButton}
                onRetry={retry}
                onClear={() => narrowTo(everything)}
                onSort={(key) => narrowTo({ sort: sortWord(nextSort(sort, key)) })}
                onOpen={open}
                onHold={setAtRows}
                actionsOf={actionsOf}
              />
            </div>
          </div>
        </TabPanel>
      </div>
      <Suspense>{selection.ids.length > 0 && <BulkBar tools={tools} />}</Suspense>
      <Suspense>
        {search.open !== undefined && (
          <RowDrawer
            id={search.open}
            actionsOf={fullActionsOf}
            onClose={() => narrowTo({ open: undefined })}
          />
        )}
      </Suspense>
      <Suspense>{isAdding && <AddDialog kind={kind} onClose={() => setAdding(false)} />}</Suspense>
    </>
  )
}

const focusFirstRow = () => document.querySelector<HTMLElement>('tr[data-id] a')?.focus()

/** It may be fetched yet. */
function focusDrawer(framesLeft = 60) {
  const drawer = document.querySelector<HTMLElement>('#row-drawer')
  if (drawer) drawer.focus()
  else if (framesLeft > 0) requestAnimationFrame(() => focusDrawer(framesLeft - 1))
}

import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { Suspense, useDeferredValue, useState } from 'react'
import { matches } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { clustersQuery, componentsQuery } from '../api/queries.ts'
import { KindTabs, kindTabId, kindTabsName } from '../features/components/kind-tabs.tsx'
import { SearchBox } from '../features/components/search-box.tsx'
import { VerdictFilter } from '../features/components/verdict-filter.tsx'
import { nextSort, ordered, parseSort, sortWord } from '../features/components/view.ts'
import { CommandButtons } from '../features/operations/command-buttons.tsx'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { useText } from '../i18n/text.ts'
import { lazily } from '../lib/lazily.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TabPanel } from '../ui/tabs.tsx'
import { ComponentsList } from './components-list.tsx'
import classes from './components-page.module.css'

const AddDialog = lazily(() => import('../features/components/add-dialog.tsx'), 'AddDialog')

const route = getRouteApi('/components')

export function ComponentsPage() {
  const text = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, dataUpdatedAt, refetch } = useQuery(componentsQuery)
  const clusters = useQuery(clustersQuery).data?.items ?? []
  const [isAdding, setAdding] = useState(false)

  const sort = parseSort(search.sort)
  const components = data?.items ?? []
  const filter = useDeferredValue(search)
  const { q, cluster, kind, verdict } = filter
  const ofAllKinds = components.filter((component) => matches(component, { q, cluster }))
  const inScope = ofAllKinds.filter((component) => matches(component, { kind }))
  const shown = inScope.filter((component) => matches(component, { verdict }))
  const ids = ordered(shown, parseSort(filter.sort)).map(({ id }) => id)
  const clusterOf = ({ cluster }: Component) => clusters.find(({ id }) => id === cluster)
  const narrowTo = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true })
  const hasTabs = !data || components.length > 0
  const retry = () => void refetch()
  const actionsOf = (component: Component, tabIndex: 0 | -1) => (
    <CommandButtons
      component={component}
      cluster={clusterOf(component)}
      isCompact
      tabIndex={tabIndex}
    />
  )
  const addButton = (
    <Button look="filled" icon={IconPlus} onClick={() => setAdding(true)}>
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
            onChange={(q) => narrowTo({ q: q === '' ? undefined : q })}
          />
          {clusters.length > 1 && (
            <SelectField
              label={text('components.cluster')}
              options={[
                { value: '', label: text('components.cluster.all') },
                ...clusters.map(({ id, name }) => ({ value: id, label: `CM ${name}` })),
              ]}
              value={search.cluster ?? ''}
              onChange={(cluster) => narrowTo({ cluster: cluster === '' ? undefined : cluster })}
            />
          )}
          <div className={classes.add}>{components.length > 0 && addButton}</div>
        </div>
        {hasTabs && (
          <KindTabs
            components={data && ofAllKinds}
            chosen={search.kind}
            onChoose={(kind) => narrowTo({ kind })}
          />
        )}
        <TabPanel
          name={kindTabsName}
          chosen={kindTabId(search.kind)}
          className={classes.page}
          hasTabs={hasTabs}
        >
          {!data && !error && <div className={classes.counters} />}
          {data && components.length > 0 && (
            <VerdictFilter
              components={inScope}
              chosen={search.verdict}
              onChoose={(verdict) => narrowTo({ verdict })}
            />
          )}
          {data && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
          <ComponentsList
            components={data?.items}
            error={error}
            ids={ids}
            viewKey={JSON.stringify(filter)}
            sort={sort}
            q={q}
            addButton={addButton}
            onRetry={retry}
            onClear={() =>
              narrowTo({ q: undefined, kind: undefined, verdict: undefined, cluster: undefined })
            }
            onSort={(key) => narrowTo({ sort: sortWord(nextSort(sort, key)) })}
            onOpen={(id) => void navigate({ to: '/components/$id', params: { id } })}
            actionsOf={actionsOf}
          />
        </TabPanel>
      </div>
      <Suspense>
        {isAdding && <AddDialog kind={search.kind} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { IconChevronLeft, IconPlaylistX, IconZoomQuestion } from '@tabler/icons-react'
import type { Component } from '@wheelhouse/contract'
import { Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useClusters, useComponent, useEstateState } from '../../api/estate.ts'
import { operationsQuery } from '../../api/queries.ts'
import { useMay } from '../../api/rights.ts'
import { ComponentHeader } from '../../features/components/one/component-header.tsx'
import { ComponentNote } from '../../features/components/one/component-note.tsx'
import { componentTabs, parseTab } from '../../features/components/one/component-tab.ts'
import type { ComponentTab } from '../../features/components/one/component-tab.ts'
import type { Draft } from '../../features/components/config/config-draft.ts'
import { UnsentGuard } from '../../features/components/one/unsent-guard.tsx'
import { TwinStrip } from '../../features/components/one/twin-strip.tsx'
import { saysRejection } from '../../features/components/verdict.ts'
import { CommandButtons } from '../../features/operations/command-buttons.tsx'
import { OperationTable } from '../../features/operations/operation-table.tsx'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { failureDetail } from '../../i18n/failure-words.ts'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Bones } from '../../ui/bones.tsx'
import { Face } from '../../ui/face.tsx'
import { TabPanel, Tabs } from '../../ui/tabs.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { ComponentTabContent } from './component-tab-content.tsx'
import { FailedFace } from '../failed-face.tsx'
import classes from '../page.module.css'

const UntrackDialog = lazily(
  () => import('../../features/components/one/untrack-dialog.tsx'),
  'UntrackDialog',
)

const route = getRouteApi('/components/$id')

export function ComponentPage() {
  const { id } = route.useParams()
  const component = useComponent(id)
  const { error, receivedMs, retry } = useEstateState()

  if (component === null) return <NotTracked id={id} />
  if (component === undefined) {
    return error ? (
      <FailedFace error={error} onRetry={retry} />
    ) : (
      <div className={classes.surface} aria-busy>
        <Bones rows={8} height={54} />
      </div>
    )
  }
  return (
    <TrackedComponent
      key={id}
      component={component}
      stale={<StaleStrip error={error} receivedMs={receivedMs} onRetry={retry} />}
    />
  )
}

interface TrackedComponentProps {
  readonly component: Component
  readonly stale: ReactNode
}

/** The header stays; one part of what is known stands below it at a time. */
function TrackedComponent({ component, stale }: TrackedComponentProps) {
  const text = useText()
  const navigate = route.useNavigate()
  const tab = parseTab(route.useSearch().tab) ?? 'overview'
  const cluster = useClusters()?.find((it) => it.id === component.cluster)
  const mayUntrack = useMay('inventory', component)
  const [isUntracking, setUntracking] = useState(false)
  // Kept here, so that a look at another tab costs nobody what they have typed.
  const [draft, setDraft] = useState<Draft>({})
  const edits = Object.keys(draft).length
  const choose = (next: ComponentTab) =>
    void navigate({
      search: (now) => ({ ...now, tab: parseTab(next) }),
      replace: true,
      resetScroll: false,
    })

  return (
    <div className={classes.page}>
      <title>{`${component.identity ?? component.name} · Wheelhouse`}</title>
      <Link to="/components" className={classes.back}>
        <IconChevronLeft size={15} aria-hidden />
        {text('nav.components')}
      </Link>
      <ComponentHeader
        component={component}
        actions={
          <CommandButtons
            component={component}
            cluster={cluster}
            extras={[
              {
                key: 'untrack',
                icon: IconPlaylistX,
                label: text('untrack.menu'),
                note: text(mayUntrack ? 'untrack.note' : 'refusal.not-allowed'),
                isOff: !mayUntrack,
                onChoose: () => setUntracking(true),
              },
            ]}
          />
        }
      />
      <ComponentNote component={component} />
      <TwinStrip component={component} />
      {stale}
      {component.failure && !saysRejection(component) && (
        <Trouble
          sentence={text(`failure.${component.failure.code}`)}
          small={failureDetail(text, component.failure)}
        >
          <TimeAgo at={component.failure.at} />
        </Trouble>
      )}
      <Tabs
        name="component"
        label={text('tabs.label')}
        chosen={tab}
        onChoose={choose}
        tabs={componentTabs.map((id) => ({
          id,
          label: text(`tab.${id}`),
          count: id === 'config' && edits > 0 ? text('tab.edits', { n: edits }) : undefined,
        }))}
      />
      <TabPanel name="component" chosen={tab} className={classes.page}>
        <ComponentTabContent
          tab={tab}
          component={component}
          cluster={cluster}
          draft={draft}
          onDraft={setDraft}
        />
      </TabPanel>
      <UnsentGuard edits={edits} />
      {isUntracking && (
        <Suspense>
          <UntrackDialog
            component={component}
            onClose={() => setUntracking(false)}
            onDone={() => void navigate({ to: '/components' })}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What was done to a component outlives it; of one that nobody knows there is nothing to tell. */
function NotTracked({ id }: { readonly id: string }) {
  const text = useText()
  const operations = useQuery(operationsQuery({ component: id })).data?.items ?? []
  const isGone = operations.length > 0
  return (
    <div className={classes.page}>
      <Face
        icon={IconZoomQuestion}
        title={text(isGone ? 'component.gone' : 'component.missing')}
        actions={<Link to="/components">{text('component.missing.back')}</Link>}
      >
        <p>{text(isGone ? 'component.gone.why' : 'component.missing.why')}</p>
      </Face>
      {isGone && (
        <div className={classes.surface}>
          <OperationTable operations={operations} isOfOneComponent />
        </div>
      )}
    </div>
  )
}

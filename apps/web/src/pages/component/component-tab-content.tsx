import type { Cluster, Component } from '@wheelhouse/contract'
import { Suspense } from 'react'
import type { ComponentTab } from '../../features/components/one/component-tab.ts'
import type { Draft } from '../../features/components/config/config-draft.ts'
import { lazily } from '../../lib/lazily.ts'
import { Bones } from '../../ui/bones.tsx'
import { ComponentOperations } from './component-operations.tsx'
import { ComponentOverview } from './component-overview.tsx'
import classes from '../page.module.css'

const ComponentConfigTab = lazily(() => import('./component-config.tsx'), 'ComponentConfigTab')
const ComponentRaw = lazily(() => import('./component-raw.tsx'), 'ComponentRaw')
const ComponentNames = lazily(() => import('./component-names.tsx'), 'ComponentNames')

interface ComponentTabContentProps {
  readonly tab: ComponentTab
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** The first two are there with the page; the others are fetched when they are first opened. */
export function ComponentTabContent(props: ComponentTabContentProps) {
  const { tab, component, cluster } = props
  switch (tab) {
    case 'overview':
      return <ComponentOverview component={component} cluster={cluster} />
    case 'operations':
      return <ComponentOperations component={component} />
    case 'config':
    case 'raw':
    case 'names':
      return (
        <Suspense
          fallback={
            <div className={classes.surface} aria-busy>
              <Bones rows={6} height={54} />
            </div>
          }
        >
          <LazyTab {...props} tab={tab} />
        </Suspense>
      )
    default:
      return tab satisfies never
  }
}

interface LazyTabProps extends ComponentTabContentProps {
  readonly tab: 'config' | 'raw' | 'names'
}

function LazyTab({ tab, ...props }: LazyTabProps) {
  if (tab === 'config') return <ComponentConfigTab {...props} />
  if (tab === 'raw') return <ComponentRaw component={props.component} />
  return <ComponentNames component={props.component} />
}

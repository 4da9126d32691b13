import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { operationKindSchema, operationStateSchema } from '@wheelhouse/contract'
import type { HistorySpan, OperationKind, OperationState } from '@wheelhouse/contract'
import { parseSpan, parseUntil } from './features/components/lag/chart-search.ts'
import { parseTab } from './features/components/one/component-tab.ts'
import type { ComponentTab } from './features/components/one/component-tab.ts'
import { parseAuditSearch } from './features/audit/search.ts'
import { parseListSearch } from './features/components/list/list-search.ts'
import { parseHostsSearch } from './features/hosts/host-view.ts'
import { parseInventorySearch } from './features/inventory/inventory-search.ts'
import { AskedDialog } from './features/operations/asking/asked-dialog.tsx'
import { Shell } from './features/shell/shell.tsx'
import { patiently } from './lib/lazily.ts'
import { BrokenPage } from './pages/broken-page.tsx'
import { ComponentsPage } from './pages/components/components-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { PaletteDoor } from './pages/palette/palette-door.tsx'

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
      <AskedDialog />
      <PaletteDoor />
    </Shell>
  ),
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(
    patiently(() => import('./pages/overview/overview-page.tsx')),
    'OverviewPage',
  ),
})

const components = createRoute({
  getParentRoute: () => root,
  path: '/components',
  component: ComponentsPage,
  validateSearch: parseListSearch,
})

interface ComponentSearch {
  tab?: ComponentTab | undefined
  /** What the lag chart shows: how far back, and until when. */
  span?: HistorySpan | undefined
  until?: string | undefined
}

const component = createRoute({
  getParentRoute: () => root,
  path: '/components/$id',
  component: lazyRouteComponent(
    patiently(() => import('./pages/component/component-page.tsx')),
    'ComponentPage',
  ),
  validateSearch: (search: Record<string, unknown>): ComponentSearch => ({
    tab: parseTab(search['tab']),
    span: parseSpan(search['span']),
    until: parseUntil(search['until']),
  }),
})

interface OperationsSearch {
  kind?: OperationKind | undefined
  state?: OperationState | undefined
}

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  component: lazyRouteComponent(
    patiently(() => import('./pages/operations-page.tsx')),
    'OperationsPage',
  ),
  validateSearch: (search: Record<string, unknown>): OperationsSearch => ({
    kind: operationKindSchema.safeParse(search['kind']).data,
    state: operationStateSchema.safeParse(search['state']).data,
  }),
})

const operation = createRoute({
  getParentRoute: () => root,
  path: '/operations/$id',
  component: lazyRouteComponent(
    patiently(() => import('./pages/operation-page.tsx')),
    'OperationPage',
  ),
})

const hosts = createRoute({
  getParentRoute: () => root,
  path: '/hosts',
  component: lazyRouteComponent(
    patiently(() => import('./pages/hosts-page.tsx')),
    'HostsPage',
  ),
  validateSearch: parseHostsSearch,
})

const clusters = createRoute({
  getParentRoute: () => root,
  path: '/clusters',
  component: lazyRouteComponent(
    patiently(() => import('./pages/clusters-page.tsx')),
    'ClustersPage',
  ),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(
    patiently(() => import('./pages/audit-page.tsx')),
    'AuditPage',
  ),
  validateSearch: parseAuditSearch,
})

const inventory = createRoute({
  getParentRoute: () => root,
  path: '/inventory',
  component: lazyRouteComponent(
    patiently(() => import('./pages/inventory/inventory-page.tsx')),
    'InventoryPage',
  ),
  validateSearch: parseInventorySearch,
})

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(
    patiently(() => import('./pages/users/users-page.tsx')),
    'UsersPage',
  ),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    patiently(() => import('./pages/settings/settings-page.tsx')),
    'SettingsPage',
  ),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(
    patiently(() => import('./pages/account/account-page.tsx')),
    'AccountPage',
  ),
})

/** Every URL of this app. Searches are plain `key=value`, as a person would write them. */
export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    hosts,
    clusters,
    components,
    component,
    operations,
    operation,
    audit,
    inventory,
    users,
    settings,
    account,
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: MissingPage,
  defaultErrorComponent: ({ error }) => (
    <BrokenPage error={error instanceof Error ? error : new Error(String(error))} />
  ),
  scrollRestoration: true,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const said = Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const query = new URLSearchParams(said).toString()
    return query === '' ? '' : `?${query}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import {
  componentKindSchema,
  operationKindSchema,
  operationStateSchema,
  verdictSchema,
} from '@wheelhouse/contract'
import type { ComponentKind, OperationKind, OperationState, Verdict } from '@wheelhouse/contract'
import { parseTab } from './features/components/component-tab.ts'
import type { ComponentTab } from './features/components/component-tab.ts'
import { parseAuditSearch } from './features/audit/search.ts'
import { parseSort, sortWord } from './features/components/view.ts'
import { AskedDialog } from './features/operations/asking/asked-dialog.tsx'
import { Shell } from './features/shell/shell.tsx'
import { withWords } from './i18n/locale.ts'
import { BrokenPage } from './pages/broken-page.tsx'
import { ComponentsPage } from './pages/components-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
      <AskedDialog />
    </Shell>
  ),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- a redirect is thrown by the router's design
    throw redirect({ to: '/components', replace: true })
  },
})

interface ComponentsSearch {
  q?: string | undefined
  kind?: ComponentKind | undefined
  verdict?: Verdict | undefined
  cluster?: string | undefined
  sort?: string | undefined
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What an URL says that can't be meant is left out, so that an old link still shows the list. */
const parseComponentsSearch = (search: Record<string, unknown>): ComponentsSearch => ({
  q: word(search['q']),
  kind: componentKindSchema.safeParse(search['kind']).data,
  verdict: verdictSchema.safeParse(search['verdict']).data,
  cluster: word(search['cluster']),
  sort: sortWord(parseSort(word(search['sort']))),
})

const components = createRoute({
  getParentRoute: () => root,
  path: '/components',
  component: ComponentsPage,
  validateSearch: parseComponentsSearch,
})

const component = createRoute({
  getParentRoute: () => root,
  path: '/components/$id',
  component: lazyRouteComponent(
    () => withWords(() => import('./pages/component-page.tsx')),
    'ComponentPage',
  ),
  validateSearch: (search: Record<string, unknown>): { tab?: ComponentTab | undefined } => ({
    tab: parseTab(search['tab']),
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
    () => withWords(() => import('./pages/operations-page.tsx')),
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
    () => withWords(() => import('./pages/operation-page.tsx')),
    'OperationPage',
  ),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(
    () => withWords(() => import('./pages/audit-page.tsx')),
    'AuditPage',
  ),
  validateSearch: parseAuditSearch,
})

/** Every URL of this app. Searches are plain `key=value`, as a person would write them. */
export const router = createRouter({
  routeTree: root.addChildren([home, components, component, operations, operation, audit]),
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

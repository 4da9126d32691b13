import { createKept } from '../../../lib/kept.ts'
import { columnsOf, densities, densityOf } from './columns.ts'
import type { ListChange, ListSearch } from './list-view.ts'

/** A list as somebody likes to see it, by a name. */
export interface SavedView {
  readonly name: string
  /** As the URL says it: `verdict=stalled&sort=-lag`; of the whole list, nothing. */
  readonly word: string
}

/** What a view is made of: neither the open row nor the selected ones, which are of one moment. */
const parts = [
  'q',
  'kind',
  'verdict',
  'cluster',
  'host',
  'project',
  'sort',
  'cols',
  'density',
] as const

/** What many ask for; their names are in the catalogues (`view.…`). */
export const builtInViews = [
  { id: 'attention', word: 'verdict=needs-you,unreachable,abnormal,stalled,falling-behind' },
  { id: 'behind', word: 'sort=-lag' },
  { id: 'stopped', word: 'verdict=stopped' },
] as const

/** Kept by this browser, in the order in which they were made. */
export const savedViews = createKept<readonly SavedView[]>('wheelhouse-views', (stored) =>
  Array.isArray(stored) ? stored.filter(isView) : [],
)

function isView(stored: unknown): stored is SavedView {
  if (typeof stored !== 'object' || stored === null) return false
  const { name, word } = stored as Partial<SavedView>
  return typeof name === 'string' && name !== '' && typeof word === 'string'
}

/** Commas stand for themselves, as a person would write them. */
export function viewWord(search: ListSearch): string {
  const said = parts.flatMap((part) => {
    const value = search[part]
    return value === undefined || value === '' ? [] : [[part, value]]
  })
  return new URLSearchParams(said).toString().replaceAll('%2C', ',')
}

/** The change that makes any list that view: what it does not say is taken away. */
export function viewChange(word: string): ListChange {
  const said = new URLSearchParams(word)
  const value = (part: string) => said.get(part) ?? undefined
  return {
    q: value('q'),
    kind: value('kind'),
    verdict: value('verdict'),
    cluster: value('cluster'),
    host: value('host'),
    project: value('project'),
    sort: value('sort'),
    cols: value('cols'),
    density: densities.find((density) => density === value('density')),
  }
}

/** For a colleague, whose browser may be used to other columns: it says them even where ours need not. */
export const shareWord = (search: ListSearch): string =>
  viewWord({ ...search, cols: columnsOf(search).join(','), density: densityOf(search) })

/** With that view in place of one of the same name, else at the end. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  views.some(({ name }) => name === view.name)
    ? views.map((it) => (it.name === view.name ? view : it))
    : [...views, view]

/** With another name; a view that had that name before goes. */
export const renamed = (
  views: readonly SavedView[],
  from: string,
  to: string,
): readonly SavedView[] =>
  from === to
    ? views
    : views
        .filter(({ name }) => name !== to)
        .map((view) => (view.name === from ? { name: to, word: view.word } : view))

export const withoutView = (views: readonly SavedView[], gone: string): readonly SavedView[] =>
  views.filter(({ name }) => name !== gone)

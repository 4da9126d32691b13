/** What can stand in the list, in the order in which it is offered; the name always does. */
export const columns = [
  'verdict',
  'name',
  'lag',
  'checkpoint',
  'host',
  'active',
  'status',
  'command',
  'project',
  'topic',
  'subtopic',
  'protection',
  'note',
  'since',
] as const
export type Column = (typeof columns)[number]

export const defaultColumns: readonly Column[] = columns.slice(0, 8)

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

const isColumn = (word: string): word is Column => columns.some((column) => column === word)

/** The columns of a list between commas, in its order, each once. Of an empty or senseless list, none. */
export function parseColumns(list: string | undefined): readonly Column[] | undefined {
  const chosen = [...new Set((list ?? '').split(',').filter(isColumn))]
  if (chosen.length === 0) return undefined
  return chosen.includes('name') ? chosen : ['name', ...chosen]
}

/** As the URL says it; `undefined` where it need not say it. */
export function columnsWord(chosen: readonly Column[]): string | undefined {
  const word = chosen.join(',')
  return word === defaultColumns.join(',') ? undefined : word
}

/** Somebody has chosen them: then none gives way where it is narrow, and the table scrolls sideways. */
export const isChosen = (shown: readonly Column[]): boolean => columnsWord(shown) !== undefined

/** What each takes, CSS pixels; the name as much as tells a source from its target. */
const narrowestPx: Record<Column, number> = {
  verdict: 144,
  name: 230,
  lag: 206,
  checkpoint: 114,
  host: 126,
  active: 66,
  status: 84,
  command: 136,
  project: 150,
  topic: 150,
  subtopic: 150,
  protection: 84,
  note: 150,
  since: 100,
}
/** The box to tick before them, the buttons after them. */
const aroundPx = 152

/** So wide a table of these is at least, CSS pixels. */
export const tableWidthPx = (shown: readonly Column[]): number =>
  shown.reduce((sum, column) => sum + narrowestPx[column], aroundPx)

/** The columns that a list shows: what its URL says, then what this browser is used to. */
export const columnsOf = (search: { readonly cols?: string | undefined }): readonly Column[] =>
  parseColumns(search.cols) ?? parseColumns(usual('cols')) ?? defaultColumns

export function densityOf(search: { readonly density?: Density | undefined }): Density {
  const kept = usual('density')
  return search.density ?? densities.find((density) => density === kept) ?? 'comfortable'
}

const keyOf = (what: 'cols' | 'density') => `wheelhouse-list-${what}`

/** What this browser shows where a URL says nothing. */
function usual(what: 'cols' | 'density'): string | undefined {
  try {
    return localStorage.getItem(keyOf(what)) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps it for the next time, where that is allowed; `undefined` forgets it. */
export function makeUsual(what: 'cols' | 'density', word: string | undefined) {
  try {
    if (word === undefined) localStorage.removeItem(keyOf(what))
    else localStorage.setItem(keyOf(what), word)
  } catch {
    // Then the URL alone remembers it.
  }
}

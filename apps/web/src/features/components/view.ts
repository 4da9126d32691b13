import { verdictRank, verdicts } from '@wheelhouse/contract'
import type { Component, Verdict } from '@wheelhouse/contract'

export interface ComponentFilter {
  readonly q?: string | undefined
  readonly verdict?: Verdict | undefined
  readonly cluster?: string | undefined
}

export const sortKeys = [
  'verdict',
  'name',
  'lag',
  'checkpoint',
  'host',
  'active',
  'status',
  'command',
] as const
export type SortKey = (typeof sortKeys)[number]

export interface Sort {
  readonly key: SortKey
  readonly isDescending: boolean
}

/** What the first click on a column asks for: the bad or the new on top. */
const firstDescending: ReadonlySet<SortKey> = new Set(['lag', 'command'])
export const worstFirst: Sort = { key: 'verdict', isDescending: false }

/** `-lag` in the URL is lag, descending. */
export function parseSort(sort: string | undefined): Sort {
  const isDescending = sort?.startsWith('-') ?? false
  const key = sortKeys.find((known) => known === sort?.replace(/^-/u, ''))
  return key ? { key, isDescending } : worstFirst
}

export const sortWord = ({ key, isDescending }: Sort): string | undefined =>
  key === 'verdict' && !isDescending ? undefined : `${isDescending ? '-' : ''}${key}`

export const nextSort = (now: Sort, key: SortKey): Sort => ({
  key,
  isDescending: now.key === key ? !now.isDescending : firstDescending.has(key),
})

export function matching(
  components: readonly Component[],
  { q = '', verdict, cluster }: ComponentFilter,
): Component[] {
  const wanted = q.trim().toLowerCase()
  return components.filter(
    (it) =>
      (verdict === undefined || it.verdict === verdict) &&
      (cluster === undefined || it.cluster === cluster) &&
      (wanted === '' ||
        it.name.toLowerCase().includes(wanted) ||
        (it.identity?.toLowerCase().includes(wanted) ?? false) ||
        (it.host?.toLowerCase().includes(wanted) ?? false)),
  )
}

export function countByVerdict(components: readonly Component[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >
  for (const { verdict } of components) counts[verdict] += 1
  return counts
}

type Known = string | number | null

const valueOf: Record<SortKey, (it: Component) => Known> = {
  verdict: ({ verdict }) => verdictRank(verdict),
  name: ({ identity, name }) => identity ?? name,
  lag: ({ lagSeconds }) => lagSeconds,
  checkpoint: ({ checkpoint }) => checkpoint,
  host: ({ host }) => host,
  active: ({ active }) => (active === null ? null : Number(active)),
  status: ({ status }) => status,
  command: ({ lastCommand }) => lastCommand && lastCommand.at,
}

/** What is not known comes last, whichever way the column is sorted. */
function compare(a: Known, b: Known, isDescending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return (a < b ? -1 : 1) * (isDescending ? -1 : 1)
}

/** By the sort; equals by the worst, then the greatest lag, then the name. */
export const ordered = (
  components: readonly Component[],
  { key, isDescending }: Sort,
): Component[] =>
  components.toSorted(
    (a, b) =>
      compare(valueOf[key](a), valueOf[key](b), isDescending) ||
      compare(verdictRank(a.verdict), verdictRank(b.verdict), false) ||
      compare(a.lagSeconds, b.lagSeconds, true) ||
      compare(a.name, b.name, false) ||
      compare(a.id, b.id, false),
  )

/**
 * The order while someone points at a row: those shown stay where they are, even where they no
 * longer match; new ones come last; only what is not tracked any more goes.
 */
export function held(
  shown: readonly string[],
  next: readonly string[],
  isTracked: (id: string) => boolean,
): string[] {
  const known = new Set(shown)
  return [...shown.filter(isTracked), ...next.filter((id) => !known.has(id))]
}

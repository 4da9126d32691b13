import { verdictRank, verdicts } from '@wheelhouse/contract'
import type { Component, ComponentKind, Verdict } from '@wheelhouse/contract'

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
const worstFirst: Sort = { key: 'verdict', isDescending: false }

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

export function countByVerdict(components: readonly Component[]): Record<Verdict, number> {
  // `fromEntries` forgets which keys it was given.
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >
  for (const { verdict } of components) counts[verdict] += 1
  return counts
}

export function countByKind(components: readonly Component[]): Record<ComponentKind, number> {
  const counts = { writer: 0, connector: 0, checker: 0 }
  for (const { kind } of components) counts[kind] += 1
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

/** By the sort; equals in the order of every list. */
export const ordered = (
  components: readonly Component[],
  { key, isDescending }: Sort,
): Component[] =>
  components.toSorted(
    (a, b) => compare(valueOf[key](a), valueOf[key](b), isDescending) || byWorstSteadily(a, b),
  )

const lagStepSeconds = 30

/** The worst first, as in every list, but a lag that jitters by some seconds moves no row. */
const byWorstSteadily = (a: Component, b: Component): number =>
  verdictRank(a.verdict) - verdictRank(b.verdict) ||
  calm(a) - calm(b) ||
  compare(lagStep(a), lagStep(b), true) ||
  compare(a.identity ?? a.name, b.identity ?? b.name, false) ||
  compare(a.name, b.name, false) ||
  compare(a.id, b.id, false)

/** Of those that need somebody, the ones that do not run come first: each minute costs them one. */
function calm({ verdict, active }: Component): number {
  if (verdict !== 'needs-you' || active === false) return 0
  return active === null ? 1 : 2
}

/** Of what is caught up or does not run, the lag says nothing of how bad it is. */
function lagStep({ verdict, lagSeconds }: Component): number | null {
  if (verdict === 'running' || verdict === 'stopped' || lagSeconds === null) return null
  return Math.floor(lagSeconds / lagStepSeconds)
}

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

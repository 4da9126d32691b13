import { componentKinds, matches, verdictRank, verdicts } from '@wheelhouse/contract'
import type { Component, ComponentFilter, ComponentKind, Verdict } from '@wheelhouse/contract'
import { columns } from './columns.ts'
import type { Column } from './columns.ts'

export type SortKey = Column

export interface Sort {
  readonly key: SortKey
  readonly isDescending: boolean
}

/** What the first click on a column asks for: the bad or the new on top. */
const firstDescending: ReadonlySet<SortKey> = new Set(['lag', 'command', 'since'])
const worstFirst: Sort = { key: 'verdict', isDescending: false }

/** `-lag` in the URL is lag, descending. */
export function parseSort(sort: string | undefined): Sort {
  const isDescending = sort?.startsWith('-') ?? false
  const key = columns.find((known) => known === sort?.replace(/^-/u, ''))
  return key ? { key, isDescending } : worstFirst
}

export const sortWord = ({ key, isDescending }: Sort): string | undefined =>
  key === 'verdict' && !isDescending ? undefined : `${isDescending ? '-' : ''}${key}`

export const nextSort = (now: Sort, key: SortKey): Sort => ({
  key,
  isDescending: now.key === key ? !now.isDescending : firstDescending.has(key),
})

/** What of an ordered list a filter lets through, and how many others it would. */
export interface Narrowed {
  readonly shown: readonly Component[]
  /** By kind, whatever kind and verdict are chosen. */
  readonly kinds: Readonly<Record<ComponentKind, number>>
  readonly ofAllKinds: number
  /** By verdict among the chosen kinds, whatever verdict is chosen. */
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly ofAllVerdicts: number
}

/** In one pass, however long the list is. */
export function narrowed(
  ordered: readonly Component[],
  { kind, verdict, ...rest }: ComponentFilter,
): Narrowed {
  const kinds = zeros(componentKinds)
  const byVerdict = zeros(verdicts)
  const shown: Component[] = []
  let ofAllKinds = 0
  let ofAllVerdicts = 0
  for (const component of ordered) {
    if (!matches(component, rest)) continue
    kinds[component.kind] += 1
    ofAllKinds += 1
    if (!matches(component, { kind })) continue
    byVerdict[component.verdict] += 1
    ofAllVerdicts += 1
    if (matches(component, { verdict })) shown.push(component)
  }
  return { shown, kinds, ofAllKinds, verdicts: byVerdict, ofAllVerdicts }
}

// `fromEntries` forgets which keys it was given.
const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>

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
  project: ({ project }) => project,
  topic: ({ topic }) => topic,
  subtopic: ({ subtopic }) => subtopic,
  protection: ({ lagThresholdSeconds }) => lagThresholdSeconds,
  note: ({ note }) => note && note.text,
  since: ({ verdictSince }) => verdictSince,
}

/** What is not known comes last, whichever way the column is sorted. */
function compare(a: Known, b: Known, isDescending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return (a < b ? -1 : 1) * (isDescending ? -1 : 1)
}

type Comparison = (a: Component, b: Component) => number

/** By the sort; equals in the order of every list. No two rows are equal. */
export const comparisonOf =
  ({ key, isDescending }: Sort): Comparison =>
  (a, b) =>
    compare(valueOf[key](a), valueOf[key](b), isDescending) || byWorstSteadily(a, b)

export const ordered = (components: readonly Component[], sort: Sort): Component[] =>
  components.toSorted(comparisonOf(sort))

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

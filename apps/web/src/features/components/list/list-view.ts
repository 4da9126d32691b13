import type { Component } from '@wheelhouse/contract'
import type { Density } from './columns.ts'

/** What the URL of the list says. All that can be several is a list between commas. */
export interface ListSearch {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly verdict?: string | undefined
  readonly cluster?: string | undefined
  readonly host?: string | undefined
  readonly project?: string | undefined
  /** `-lag`: by lag, descending. */
  readonly sort?: string | undefined
  readonly cols?: string | undefined
  readonly density?: Density | undefined
  /** The ids of the selected rows, `mostSelected` at most. */
  readonly sel?: string | undefined
  /** The id of the row in the drawer. */
  readonly open?: string | undefined
}

export type ListChange = { readonly [K in keyof ListSearch]?: ListSearch[K] }

/** What the tools around the list are given. */
export interface ListTools {
  readonly search: ListSearch
  /** Goes to the same list with these changed; `undefined` takes one away. */
  readonly narrowTo: (change: ListChange) => void
  /** Those that are shown, in their order. */
  readonly rows: readonly Component[]
  /** All that are tracked. */
  readonly all: readonly Component[]
  /** The ids of those that are selected. */
  readonly selected: readonly string[]
  /** Selects these and no others. */
  readonly select: (ids: readonly string[]) => void
}

/** So many selected rows stand in the URL; more are selected in this tab alone. */
export const mostSelected = 100

export const listOf = (word: string | undefined): readonly string[] =>
  word === undefined ? [] : word.split(',')

export const wordOf = (list: readonly string[]): string | undefined =>
  list.length === 0 ? undefined : list.join(',')

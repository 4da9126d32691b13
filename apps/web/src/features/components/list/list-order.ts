import type { Component } from '@wheelhouse/contract'
import type { Rows } from '../../../api/estate-store.ts'
import { comparisonOf, ordered, sortWord } from './view.ts'
import type { Sort } from './view.ts'

/** Of more changes than this share of the list, sorting all of it is quicker. */
const mostMovedShare = 0.1

export interface ListOrder {
  readonly of: (rows: Rows, sort: Sort) => readonly Component[]
}

/** All rows in order. From one moment to the next only what has changed is put in its place. */
export function createListOrder(): ListOrder {
  let last: { version: number; word: string | undefined; order: Component[] } | undefined

  return {
    of(rows, sort) {
      const { list, version, changed } = rows
      const word = sortWord(sort)
      if (last?.version === version && last.word === word) return last.order
      const isNext = last?.version === version - 1 && last.word === word
      const isLittle = changed !== null && changed.size <= list.length * mostMovedShare
      const order =
        last && isNext && isLittle
          ? moved(last.order, changed, { list, sort })
          : ordered(list, sort)
      last = { version, word, order }
      return order
    },
  }
}

interface Target {
  readonly list: readonly Component[]
  readonly sort: Sort
}

function moved(
  order: readonly Component[],
  changed: ReadonlySet<string>,
  { list, sort }: Target,
): Component[] {
  const compare = comparisonOf(sort)
  const next = order.filter(({ id }) => !changed.has(id))
  for (const component of list) {
    if (changed.has(component.id)) next.splice(placeOf(next, component, compare), 0, component)
  }
  return next
}

/** How many come before it. */
function placeOf(
  order: readonly Component[],
  component: Component,
  compare: (a: Component, b: Component) => number,
): number {
  let from = 0
  let to = order.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const other = order[middle]
    if (other && compare(other, component) < 0) from = middle + 1
    else to = middle
  }
  return from
}

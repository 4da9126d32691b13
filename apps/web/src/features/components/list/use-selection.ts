import { useRef, useState } from 'react'
import { listOf, mostSelected, wordOf } from './list-view.ts'
import type { ListChange, ListSearch } from './list-view.ts'

export interface Selection {
  readonly ids: readonly string[]
  readonly set: (ids: readonly string[]) => void
  /** One more or one less; with `upTo` all between the one before and this one, as they are shown. */
  readonly toggle: (id: string, upTo?: readonly string[]) => void
}

/** Which rows are selected: the URL says it, and only where they are too many for one, this tab alone. */
export function useSelection(
  search: ListSearch,
  narrowTo: (change: ListChange) => void,
): Selection {
  const [many, setMany] = useState<readonly string[]>()
  const anchor = useRef<string | undefined>(undefined)
  const ids = search.sel === undefined ? (many ?? []) : listOf(search.sel)

  const set = (next: readonly string[]) => {
    const isMany = next.length > mostSelected
    setMany(isMany ? next : undefined)
    narrowTo({ sel: isMany ? undefined : wordOf(next) })
  }

  return {
    ids,
    set,
    toggle(id, upTo) {
      const range = upTo ? between(upTo, anchor.current, id) : undefined
      anchor.current = id
      if (range) set([...new Set([...ids, ...range])])
      else set(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])
    },
  }
}

/** From the one to the other as they stand, both included; `undefined` where one is not there. */
export function between(
  ids: readonly string[],
  from: string | undefined,
  to: string,
): readonly string[] | undefined {
  const one = from === undefined ? -1 : ids.indexOf(from)
  const other = ids.indexOf(to)
  if (one === -1 || other === -1) return undefined
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1)
}

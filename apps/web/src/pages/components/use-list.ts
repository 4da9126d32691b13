import { useDeferredValue, useState } from 'react'
import { estate, useRows } from '../../api/estate.ts'
import { useHeldOrder } from '../../features/components/list/held-order.ts'
import { createListOrder } from '../../features/components/list/list-order.ts'
import type { ListSearch } from '../../features/components/list/list-view.ts'
import { narrowed, parseSort } from '../../features/components/list/view.ts'

/** The rows that a search shows, in their order, and how many there are of each. */
export function useList(search: ListSearch, isHeld: boolean) {
  const [order] = useState(createListOrder)
  const rows = useRows()
  // Typing comes first, then the list.
  const { q, kind, verdict, cluster, host, project, sort } = useDeferredValue(search)
  const view = { q, kind, verdict, cluster, host, project }
  const inOrder = rows ? order.of(rows, parseSort(sort)) : []
  const counts = narrowed(inOrder, view)
  const ids = useHeldOrder(counts.shown, {
    viewKey: JSON.stringify({ ...view, sort }),
    isHeld,
    isTracked: (id) => estate.get(id) !== undefined,
  })
  return { all: rows?.list, counts, ids, q }
}

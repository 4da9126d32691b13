import { createKept } from '../../../lib/kept.ts'
import { useMediaQuery } from '../../../lib/media.ts'
import { createStore, useStore } from '../../../lib/store.ts'

/** Whether the filters stand beside the list: this browser remembers it. */
export const railOpen = createKept('wheelhouse-filters', (stored) => stored === true)

/** Whether they lie over it, on a narrow screen: of one page. */
export const sheetOpen = createStore(false)

/** Where there is no room for it beside the list. */
export const narrow = '(max-width: 760px)'

/** Whether the filters are to be seen, where they stand. */
export function useFiltersOpen(): boolean {
  const isRail = useStore(railOpen)
  const isSheet = useStore(sheetOpen)
  return useMediaQuery(narrow) ? isSheet : isRail
}

import { createKept } from '../../../lib/kept.ts'
import { createStore } from '../../../lib/store.ts'

/** So wide is the rail, with what it keeps from the list. */
export const railWidthPx = 228

/** Whether the filters stand beside the list: this browser remembers it. */
export const railOpen = createKept('wheelhouse-filters', (stored) => stored === true)

/** Whether they lie over it, on a narrow screen: of one page. */
export const sheetOpen = createStore(false)

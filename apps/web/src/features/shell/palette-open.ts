import { createStore } from '../../lib/store.ts'

/** Whether the palette is open, from wherever it was opened. */
export const paletteOpen = createStore(false)

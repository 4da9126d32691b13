import { Suspense } from 'react'
import { paletteOpen } from '../../features/shell/palette-open.ts'
import { lazily } from '../../lib/lazily.ts'
import { useStore } from '../../lib/store.ts'

const CommandPalette = lazily(() => import('./command-palette.tsx'), 'CommandPalette')

/** The palette while it is open; loaded when it is opened for the first time. */
export const PaletteDoor = () => (
  <Suspense>
    {useStore(paletteOpen) && <CommandPalette onClose={() => paletteOpen.set(false)} />}
  </Suspense>
)

import { MantineProvider } from '@mantine/core'
import type { MantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import { pageNonce } from '../lib/nonce.ts'
import { scheme } from '../lib/scheme.ts'
import { useStore } from '../lib/store.ts'
import { theme } from '../theme.ts'

/** The page decides what is dark; Mantine only follows. */
const follower = {
  get: (): MantineColorScheme => scheme.get(),
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

/**
 * What Mantine draws stands in one of these. Only ever imported by what is itself loaded lazily: the
 * first page does without Mantine.
 */
export const Overlay = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    forceColorScheme={useStore(scheme)}
    colorSchemeManager={follower}
    getStyleNonce={pageNonce}
    withGlobalClasses={false}
  >
    {children}
  </MantineProvider>
)

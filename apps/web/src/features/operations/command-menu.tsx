// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconDots } from '@tabler/icons-react'
import type { Cluster, Component } from '@wheelhouse/contract'
import { Suspense, useCallback, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { MenuItem } from '../../ui/menu.tsx'
import { Button } from '../../ui/button.tsx'

const CommandMenuItems = lazily(() => import('./command-menu-items.tsx'), 'CommandMenuItems')

interface CommandMenuProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly isCompact: boolean
  readonly tabIndex: 0 | -1
  readonly extras?: readonly MenuItem[] | undefined
}

/** The button of everything beside start and stop; what it opens is fetched when it is first pressed. */
export function CommandMenu({ isCompact, tabIndex, ...shown }: CommandMenuProps) {
  const text = useText()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const close = useCallback(() => setAnchor(undefined), [])
  const { identity, name } = shown.component
  const label = text('commands.more', { name: identity ?? name })
  const shared = {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== undefined,
    tabIndex,
    onClick: ({ currentTarget }: { currentTarget: HTMLElement }) =>
      setAnchor((open) => (open ? undefined : currentTarget)),
  } as const

  return (
    <>
      {isCompact ? (
        <IconButton
          {...shared}
          icon={IconDots}
          label={label}
          hintText={text('commands.more.hint')}
        />
      ) : (
        <Button {...shared} icon={IconDots} aria-label={label} />
      )}
      {anchor && (
        <Suspense>
          <CommandMenuItems {...shown} label={label} anchor={anchor} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

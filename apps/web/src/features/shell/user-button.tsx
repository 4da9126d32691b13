// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconUser } from '@tabler/icons-react'
import { Suspense, useCallback, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import classes from './shell.module.css'

const UserMenu = lazily(() => import('./user-menu.tsx'), 'UserMenu')

/** Who is signed in; what it opens is fetched when it is first pressed. */
export function UserButton({ name }: { readonly name: string }) {
  const text = useText()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const close = useCallback(() => setAnchor(undefined), [])
  const label = text('user.menu', { name })
  return (
    <>
      <Button
        isSmall
        look="quiet"
        icon={IconUser}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor((open) => (open ? undefined : currentTarget))}
      >
        <span className={classes.user}>{name}</span>
      </Button>
      {anchor && (
        <Suspense>
          <UserMenu label={label} name={name} anchor={anchor} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

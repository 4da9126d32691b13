// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconLoader2 } from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'filled' | 'danger' | 'quiet'
  readonly isSmall?: boolean
  readonly icon?: TablerIcon
  /** Can be focused and asked why, but does nothing. */
  readonly isOff?: boolean
  readonly isPending?: boolean
}

/** Plain, for it is on the first page: Mantine's brings transitions and loaders along. */
export function Button(props: ButtonProps) {
  const { look = 'plain', isSmall, icon, isOff, isPending, onClick, children, ...rest } = props
  const isDead = isOff || isPending
  const Icon = isPending ? IconLoader2 : icon
  return (
    <button
      type="button"
      {...rest}
      className={classes.button}
      data-look={look}
      data-small={isSmall || undefined}
      aria-disabled={isDead || undefined}
      aria-busy={isPending || undefined}
      onClick={isDead ? undefined : onClick}
    >
      {Icon && (
        <Icon size={16} stroke={1.8} aria-hidden className={isPending ? 'spin' : undefined} />
      )}
      {children}
    </button>
  )
}

// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { TablerIcon } from '@tabler/icons-react'
import { IconLoader2 } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { hint } from './hints.tsx'
import classes from './icon-button.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: TablerIcon
  /** What it does: its accessible name. */
  readonly label: string
  /** What hovering says; the label unless told. */
  readonly hintText?: string
  /** Can be focused and asked why, but does nothing. */
  readonly isOff?: boolean
  readonly isPending?: boolean
}

/** Plain, for there are hundreds of it in a table. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, hintText = label, isOff, isPending, onClick, ...rest } = props
  const isDead = isOff || isPending
  return (
    <button
      type="button"
      {...rest}
      {...hint(hintText)}
      className={classes.button}
      aria-label={label}
      aria-disabled={isDead || undefined}
      onClick={isDead ? undefined : onClick}
    >
      {isPending ? (
        <IconLoader2 size={17} aria-hidden className="spin" />
      ) : (
        <Icon size={17} stroke={1.7} aria-hidden />
      )}
    </button>
  )
}

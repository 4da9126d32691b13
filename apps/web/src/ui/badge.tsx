// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { TablerIcon } from '@tabler/icons-react'
import classes from './badge.module.css'
import { hint } from './hints.tsx'

export type Tone =
  | 'magenta'
  | 'blue'
  | 'slate'
  | 'red'
  | 'orange'
  | 'amber'
  | 'cyan'
  | 'grey'
  | 'green'

interface BadgeProps {
  readonly tone: Tone
  readonly icon: TablerIcon
  readonly word: string
  /** Tinted, for what wants to be looked at. */
  readonly isLoud?: boolean
  /** Only while something changes. */
  readonly isMoving?: boolean
  readonly size?: 'md' | 'lg'
  readonly hintText?: string | undefined
}

/** An icon and a word; its colour says it a third time. */
export function Badge(props: BadgeProps) {
  const { tone, icon: Icon, word, isLoud, isMoving, size = 'md', hintText } = props
  return (
    <span
      className={classes.badge}
      data-tone={tone}
      data-loud={isLoud || undefined}
      data-size={size}
      {...hint(hintText)}
    >
      <Icon
        size={size === 'lg' ? 18 : 15}
        stroke={2}
        aria-hidden
        className={isMoving ? 'spin' : undefined}
      />
      <span>{word}</span>
    </span>
  )
}

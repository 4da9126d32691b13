// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpHexagon,
  IconInfoCircle,
  IconLoader2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './strip.module.css'

export type StripTone = 'info' | 'busy' | 'good' | 'warning' | 'bad' | 'ask'

interface StripProps {
  readonly tone: StripTone
  readonly children: ReactNode
  readonly action?: ReactNode
}

const icons = {
  info: IconInfoCircle,
  busy: IconLoader2,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconAlertTriangle,
  ask: IconHelpHexagon,
} as const

/** One line that tells something, in the flow of the page. */
export function Strip({ tone, children, action }: StripProps) {
  const Icon = icons[tone]
  return (
    <div className={classes.strip} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={17} stroke={1.9} aria-hidden className={tone === 'busy' ? 'spin' : undefined} />
      <div className={classes.body}>{children}</div>
      {action}
    </div>
  )
}

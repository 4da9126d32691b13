// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './face.module.css'

interface FaceProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where a list or a page would: nothing there, nothing found, or it failed. */
export function Face({ icon: Icon, title, children, actions }: FaceProps) {
  return (
    <section className={classes.face}>
      <Icon size={36} stroke={1.25} aria-hidden />
      <h2>{title}</h2>
      {children && <div className={classes.body}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}

import type { ReactNode } from 'react'
import classes from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly aside?: ReactNode
  /** Without padding, for tables. */
  readonly isFlush?: boolean
  readonly children: ReactNode
}

export const Panel = ({ title, aside, isFlush, children }: PanelProps) => (
  <section className={classes.panel} aria-label={title}>
    <header>
      <h2>{title}</h2>
      {aside}
    </header>
    <div className={classes.body} data-flush={isFlush || undefined}>
      {children}
    </div>
  </section>
)

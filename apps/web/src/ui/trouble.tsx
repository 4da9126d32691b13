import type { ReactNode } from 'react'
import { Strip } from './strip.tsx'

interface TroubleProps {
  readonly sentence: string
  readonly small?: string | undefined
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** A failure in place: one sentence for everybody, one small line for whoever looks further. */
export const Trouble = ({ sentence, small, children, action }: TroubleProps) => (
  <Strip tone="bad" action={action}>
    {sentence} {children}
    {small && <div style={{ color: 'var(--wh-dim)', fontSize: 12 }}>{small}</div>}
  </Strip>
)

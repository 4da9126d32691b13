import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { secondsSince } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { hint } from '../../ui/hints.tsx'

const clockSlackSeconds = 5

interface AheadTextProps {
  /** ISO 8601. */
  readonly at: string
  /** What is said of a moment that has been. */
  readonly children: ReactNode
}

/** A host seen in time to come is one whose clock is ahead: that is said, not an age. */
export function AheadText({ at, children }: AheadTextProps) {
  const text = useText()
  const seconds = secondsSince(Date.parse(at), useNow())
  if (seconds >= -clockSlackSeconds) return children
  return <span {...hint(text('hosts.ahead.hint'))}>{text('hosts.ahead')}</span>
}

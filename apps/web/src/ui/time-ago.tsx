// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useText } from '../i18n/text.ts'
import { agoWords } from '../i18n/words.ts'
import { useClock } from '../lib/clock.ts'
import { exactTime, shortTime } from '../lib/time.ts'
import { hint } from './hints.tsx'

interface TimeProps {
  /** ISO 8601, or milliseconds. */
  readonly at: string | number
}

const msOf = (at: string | number) => (typeof at === 'number' ? at : Date.parse(at))

/** `2 min ago`; the exact moment on hover. */
export function TimeAgo({ at }: TimeProps) {
  const text = useText()
  const ms = msOf(at)
  return (
    <time dateTime={new Date(ms).toISOString()} {...hint(exactTime(ms))}>
      {useClock((nowMs) => agoWords(text, ms, nowMs))}
    </time>
  )
}

/** `14:02:11`, with the day where it is another one; the exact moment on hover. */
export function TimeAt({ at }: TimeProps) {
  const ms = msOf(at)
  return (
    <time dateTime={new Date(ms).toISOString()} {...hint(exactTime(ms))}>
      {useClock((nowMs) => shortTime(ms, nowMs))}
    </time>
  )
}

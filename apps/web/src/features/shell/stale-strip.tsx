// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useEstateState } from '../../api/estate.ts'
import { live } from '../../api/live.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { agoWords } from '../../i18n/words.ts'
import { serverNow, useNow } from '../../lib/clock.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../../ui/strip.tsx'

interface StaleStripProps {
  readonly error: Error | null
  /** When what is shown was received, by this browser's clock. */
  readonly receivedMs: number
  readonly onRetry: () => void
  /** Over a part of a page, at whose head another one stands: what that one says is not said twice. */
  readonly isOfPart?: boolean
}

/** Over what is shown while it may be old: the stream is gone, or asking again failed. */
export function StaleStrip({ error, receivedMs, onRetry, isOfPart }: StaleStripProps) {
  const text = useText()
  const state = useStore(live)
  const nowMs = useNow()
  const { error: ofPage } = useEstateState()
  const isSaidAbove = isOfPart === true && (state === 'down' || ofPage !== null)
  if (isSaidAbove || (!error && state !== 'down')) return null

  const ago = agoWords(text, serverNow(receivedMs), nowMs)
  return (
    <Strip
      tone="warning"
      action={
        <Button isSmall onClick={onRetry}>
          {text('retry')}
        </Button>
      }
    >
      {error ? `${problemWords(text, error).sentence} ` : `${text('stale.stream')} `}
      {text('stale.age', { ago })}
    </Strip>
  )
}

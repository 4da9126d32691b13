import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { agoWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { Strip } from '../../../ui/strip.tsx'

/** Two copies at work write the same changes twice: said in words, wherever one looks. */
export function TwinStrip({ component: { id, twin } }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  if (!twin) return null
  return (
    <Strip tone="bad">
      <strong>{text('twin.title')}</strong>{' '}
      {text('twin.body', { name: twin.name, ago: agoWords(text, Date.parse(twin.seenAt), nowMs) })}{' '}
      {twin.component !== null && twin.component !== id ? (
        <Link to="/components/$id" params={{ id: twin.component }}>
          {text('twin.look')}
        </Link>
      ) : (
        <Link to="/components/$id" params={{ id }} search={{ tab: 'names' }}>
          {text('twin.names')}
        </Link>
      )}
    </Strip>
  )
}

// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { useClock } from '../../lib/clock.ts'
import { Badge } from '../../ui/badge.tsx'
import { looks, verdictSentence } from './verdict.ts'

interface VerdictBadgeProps {
  readonly component: Component
  readonly size?: 'md' | 'lg'
}

export function VerdictBadge({ component, size = 'md' }: VerdictBadgeProps) {
  const text = useText()
  const { verdict } = component
  const sentence = useClock((nowMs) => verdictSentence(text, component, nowMs))
  return (
    <Badge
      {...looks[verdict]}
      size={size}
      word={text(`verdict.${verdict}`)}
      isMoving={verdict === 'operating'}
      hintText={sentence}
    />
  )
}

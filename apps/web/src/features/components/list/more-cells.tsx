// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { hint } from '../../../ui/hints.tsx'
import { TimeAt } from '../../../ui/time-ago.tsx'

interface CellProps {
  readonly component: Component
}

/** How much lag it may have; a level of its own stands out from its cluster's. */
export function ProtectionText({ component: { protection, lagThresholdSeconds } }: CellProps) {
  const text = useText()
  const n = durationWords(text, lagThresholdSeconds)
  return (
    <span
      className={protection.isOwn ? undefined : 'dim'}
      {...hint(text(`protection-level.${protection.isOwn ? 'own' : 'cluster'}`, { n }))}
    >
      {text(`protection-level.${protection.level}`)}
    </span>
  )
}

export const NoteText = ({ component: { note } }: CellProps) =>
  note ? <span {...hint(note.text)}>{note.text}</span> : <Nothing />

export const SinceText = ({ component: { verdictSince } }: CellProps) =>
  verdictSince === null ? <Nothing /> : <TimeAt at={verdictSince} />

/** A part of its name or configuration. */
export const PartText = ({ value }: { readonly value: string | null }) =>
  value === null ? (
    <Nothing />
  ) : (
    <span className="mono" {...hint(value)}>
      {value}
    </span>
  )

const Nothing = () => <span className="dim">—</span>

import type { PlanWarning } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'

/** What the planner says itself, beside the position. */
export const rewindSaid: readonly PlanWarning[] = [
  'interrupts',
  'replays',
  'forward-jump',
  'older-than-24h',
  'older-than-120h',
  'position-unknown',
]

/** What a rewind does to what lies behind; a jump forward delivers nothing again, and is warned of above. */
export function RewindConsequence({ isForward = false }: { readonly isForward?: boolean }) {
  const text = useText()
  return isForward ? null : <p>{text('rewind.consequence')}</p>
}

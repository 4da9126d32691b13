import type { HistoryMark } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { actorWords } from '../../../i18n/words.ts'
import { shortTime } from '../../../lib/time.ts'
import type { Tone } from '../../../ui/badge.tsx'
import type { Bounds } from './chart-range.ts'

/** By how it ended; the words beside it say so too. */
export function markTone(mark: HistoryMark): Tone {
  if (mark.type === 'renamed') return 'slate'
  if (mark.state === 'failed') return 'red'
  if (mark.state === 'uncertain') return 'magenta'
  return mark.state === 'abandoned' ? 'grey' : 'blue'
}

/** When, what, by whom, and what came of it. */
export function markWords(text: Text, mark: HistoryMark, nowMs: number): string {
  const at = shortTime(Date.parse(mark.at), nowMs)
  if (mark.type === 'renamed') {
    return text('chart.mark.renamed', { at, from: mark.from, to: mark.to })
  }
  const { kind, actor, state } = mark
  return [at, text(`kind.${kind}`), actorWords(text, actor), text(`state.${state}`)].join(' · ')
}

export interface PlacedMarks {
  /** From 0 at the beginning to 1 at the end of what is shown. */
  readonly share: number
  /** The oldest first. */
  readonly marks: readonly HistoryMark[]
}

/** Marks where they stand; those that would cover one another stand together, where the first does. */
export function placeMarks(
  marks: readonly HistoryMark[],
  { fromSeconds, untilSeconds }: Bounds,
  leastShare: number,
): PlacedMarks[] {
  const places: { share: number; marks: HistoryMark[] }[] = []
  for (const mark of marks) {
    const share = (Date.parse(mark.at) / 1000 - fromSeconds) / (untilSeconds - fromSeconds)
    if (share < 0 || share > 1) continue
    const last = places.at(-1)
    if (last && share - last.share < leastShare) last.marks.push(mark)
    else places.push({ share, marks: [mark] })
  }
  return places
}

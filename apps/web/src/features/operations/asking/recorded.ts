import type { RecordedCheckpoint } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { shortTime } from '../../../lib/time.ts'

/** Why it is offered. */
export function whyWords(
  text: Text,
  { why, operation, verdict, at }: RecordedCheckpoint,
  nowMs: number,
): string {
  const when = shortTime(Date.parse(at), nowMs)
  if (why === 'before-operation' && operation) {
    return text('recorded.before', { kind: text(`kind.${operation.kind}`), at: when })
  }
  if (why === 'verdict' && verdict) {
    return text('recorded.verdict', { verdict: text(`verdict.${verdict}`), at: when })
  }
  return text('recorded.hour', { at: when })
}

/** How far it is from where the component stands; from now, where that can't be read. */
export function distanceWords(
  text: Text,
  checkpoint: number,
  { currentSeconds, nowMs }: { readonly currentSeconds: number | null; readonly nowMs: number },
): string {
  if (currentSeconds === null) {
    return text('recorded.ago', { n: durationWords(text, nowMs / 1000 - checkpoint) })
  }
  if (checkpoint === currentSeconds) return text('recorded.same')
  const n = durationWords(text, currentSeconds - checkpoint)
  return text(checkpoint < currentSeconds ? 'recorded.back' : 'recorded.forward', { n })
}

const leastShown = 8

/** The newest, and of the older ones those that more than the hour speaks for; the rest when asked for. */
export function firstShown(items: readonly RecordedCheckpoint[]): readonly RecordedCheckpoint[] {
  return items.filter(({ why }, index) => index < leastShown || why === 'before-operation')
}

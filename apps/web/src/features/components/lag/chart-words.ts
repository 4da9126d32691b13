import { spanSeconds } from '@wheelhouse/contract'
import type { History, HistorySpan, Verdict } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { durationWords, lagWords } from '../../../i18n/words.ts'
import { unitSeconds } from '../../../lib/duration.ts'
import { localTime, shortTime, utcTime, zoneOf } from '../../../lib/time.ts'
import type { DurationScale } from '../../../ui/duration-scale.ts'
import type { Bounds, ChartRange } from './chart-range.ts'
import { extremesOf, worstIn } from './lag-history.ts'
import type { VerdictSpan } from './lag-history.ts'

/** A day is said in hours, as everybody asks for it. */
export const spanWords = (text: Text, span: HistorySpan): string =>
  span === '24h' ? text('duration.h', { n: 24 }) : durationWords(text, spanSeconds[span])

/** `last 1 h`, or from when until when. */
export function rangeWords(
  text: Text,
  { span, until }: ChartRange,
  { bounds, nowMs }: { readonly bounds: Bounds; readonly nowMs: number },
): string {
  if (until === undefined) {
    return text('chart.range.last', { n: spanWords(text, span) })
  }
  const [from, to] = [bounds.fromSeconds, bounds.untilSeconds].map((at) =>
    shortTime(at * 1000, nowMs),
  )
  return `${from} – ${to}`
}

/** The curve in a sentence: how bad at worst and when, and how it is at its end. */
export function summaryWords(
  text: Text,
  history: History,
  { until, nowMs }: { readonly until: string | undefined; readonly nowMs: number },
): string {
  const found = extremesOf(history)
  if (!found) return text('chart.nothing')
  const { worst, newest } = found
  return text(until === undefined ? 'chart.summary' : 'chart.summary.past', {
    worst: lagWords(text, worst.lagSeconds),
    at: shortTime(worst.at * 1000, nowMs),
    newest: lagWords(text, newest.lagSeconds),
  })
}

/** All marks of a scale in one unit, `75 min` and not `1 h 15 min`. */
export const tickWords = (text: Text, { unit }: DurationScale, seconds: number): string =>
  unit === undefined
    ? lagWords(text, seconds)
    : `${seconds < 0 ? '−' : ''}${text(`duration.${unit}`, { n: Math.abs(seconds) / unitSeconds[unit] })}`

export const verdictWords = (text: Text, verdict: Verdict | null): string =>
  verdict === null ? text('chart.unwatched') : text(`verdict.${verdict}`)

/**
 * What is known of a step: its worst lag and verdict, the moment three ways, and about where the
 * checkpoint stood, for of the lag only its step is kept.
 */
export function momentWords(
  text: Text,
  { history, spans }: { readonly history: History; readonly spans: readonly VerdictSpan[] },
  index: number,
): string[] {
  const { fromSeconds, stepSeconds } = history
  const start = fromSeconds + index * stepSeconds
  const startMs = start * 1000
  const middle = fromSeconds + (index + 0.5) * stepSeconds
  const lagSeconds = history.lags[index] ?? null
  const verdict = worstIn(spans, { fromSeconds: start, untilSeconds: start + stepSeconds })
  return [
    lagSeconds === null ? text('chart.unobserved') : lagWords(text, lagSeconds),
    [
      ...(verdict === undefined ? [] : [verdictWords(text, verdict)]),
      text('chart.moment', { n: durationWords(text, stepSeconds) }),
    ].join(' · '),
    `${localTime(startMs)} ${zoneOf(startMs)}`,
    utcTime(startMs),
    `epoch ${startMs / 1000}`,
    ...(lagSeconds === null
      ? []
      : [text('chart.checkpoint', { at: localTime((middle - lagSeconds) * 1000) })]),
  ]
}

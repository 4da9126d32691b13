import { historySpans, spanSeconds } from '@wheelhouse/contract'
import type { HistorySpan } from '@wheelhouse/contract'
import { utcTime } from '../../../lib/time.ts'

/** What a chart shows, as the URL says it. */
export interface ChartRange {
  readonly span: HistorySpan
  /** ISO 8601; it goes on with the clock where there is none. */
  readonly until: string | undefined
}

/** From where to where, epoch seconds. */
export interface Bounds {
  readonly fromSeconds: number
  readonly untilSeconds: number
}

/** By whole steps, so that a chart which goes on moves once a step and not each second. */
export function boundsOf({ span, until }: ChartRange, nowMs: number, stepSeconds = 15): Bounds {
  const untilSeconds =
    until === undefined
      ? Math.ceil(nowMs / 1000 / stepSeconds) * stepSeconds
      : Date.parse(until) / 1000
  return { fromSeconds: untilSeconds - spanSeconds[span], untilSeconds }
}

/** Half a span back or on: what was in the middle stays in sight. What would end after now ends now. */
export function shifted(range: ChartRange, direction: -1 | 1, nowMs: number): ChartRange {
  const { span, until } = range
  const endMs = until === undefined ? nowMs : Date.parse(until)
  return endingAt(span, endMs + direction * spanSeconds[span] * 500, nowMs)
}

/** Another span, with the same end. */
export const spanned = (range: ChartRange, span: HistorySpan): ChartRange => ({ ...range, span })

/** The shortest span that holds what was marked, with that in its middle; never longer than it was. */
export function zoomed({ span }: ChartRange, marked: Bounds, nowMs: number): ChartRange {
  const seconds = marked.untilSeconds - marked.fromSeconds
  const fitting = historySpans.find((it) => spanSeconds[it] >= seconds) ?? span
  const rest = spanSeconds[fitting] - seconds
  return endingAt(fitting, (marked.untilSeconds + rest / 2) * 1000, nowMs)
}

const endingAt = (span: HistorySpan, endMs: number, nowMs: number): ChartRange => ({
  span,
  until: endMs >= nowMs ? undefined : utcTime(endMs),
})

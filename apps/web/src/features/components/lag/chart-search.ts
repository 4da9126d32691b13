import { historySpans } from '@wheelhouse/contract'
import type { HistorySpan } from '@wheelhouse/contract'

export const defaultSpan: HistorySpan = '1h'

/** How far back the chart of a component looks; the URL leaves out what is so anyway. */
export const parseSpan = (word: unknown): HistorySpan | undefined =>
  historySpans.find((span) => span === word && span !== defaultSpan)

/** Where it ends, ISO 8601, to the second; now, where the URL names no moment that can be meant. */
export function parseUntil(word: unknown): string | undefined {
  const ms = typeof word === 'string' ? Date.parse(word) : Number.NaN
  return Number.isNaN(ms) || !/^\d{4}-\d\d-\d\dT/u.test(String(word)) ? undefined : isoOf(ms)
}

const isoOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')

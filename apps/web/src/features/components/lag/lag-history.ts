import { verdictRank } from '@wheelhouse/contract'
import type { Component, History, Verdict } from '@wheelhouse/contract'
import type { Bounds } from './chart-range.ts'

/** A lag as it was told at a moment, epoch seconds. */
export interface LagReading {
  readonly at: number
  readonly lagSeconds: number
}

export const readingOf = ({ observedAt, lagSeconds }: Component): LagReading | undefined =>
  observedAt === null || lagSeconds === null
    ? undefined
    : { at: Date.parse(observedAt) / 1000, lagSeconds }

const keptSeconds = 600

/** With a newer one at its end; those that a history read each minute has taken in by now go. */
export const withNewest = (
  readings: readonly LagReading[],
  newest: LagReading,
): readonly LagReading[] => [...readings.filter(({ at }) => at > newest.at - keptSeconds), newest]

/** The history and what was read since it was asked for, the worst of each step as there. */
export function withReadings(history: History, readings: readonly LagReading[]): History {
  const { fromSeconds, stepSeconds } = history
  const lags = [...history.lags]
  for (const { at, lagSeconds } of readings) {
    const index = Math.floor((at - fromSeconds) / stepSeconds)
    if (index < 0) continue
    while (lags.length <= index) lags.push(null)
    lags[index] = Math.max(lags[index] ?? -Infinity, lagSeconds)
  }
  return { ...history, lags }
}

/** With the verdict that holds now, where it turned since the history was asked for. */
export function withVerdict(
  history: History,
  { verdict, verdictSince }: Pick<Component, 'verdict' | 'verdictSince'>,
): History {
  const last = history.verdicts.at(-1)
  const fromSeconds = verdictSince === null ? Number.NaN : Date.parse(verdictSince) / 1000
  if (Number.isNaN(fromSeconds) || (last && last.fromSeconds >= fromSeconds)) return history
  if (last?.verdict === verdict) return history
  return { ...history, verdicts: [...history.verdicts, { fromSeconds, verdict }] }
}

/** Where each step stands: in its middle, epoch seconds. */
export const stepTimes = ({ fromSeconds, stepSeconds, lags }: History): number[] =>
  lags.map((_, index) => fromSeconds + (index + 0.5) * stepSeconds)

/** The worst and the newest lag; nothing where nobody looked. */
export function extremesOf(
  history: History,
): { worst: LagReading; newest: LagReading } | undefined {
  const times = stepTimes(history)
  let worst: LagReading | undefined
  let newest: LagReading | undefined
  for (const [index, lagSeconds] of history.lags.entries()) {
    if (lagSeconds === null) continue
    newest = { at: times[index] ?? 0, lagSeconds }
    if (!worst || lagSeconds > worst.lagSeconds) worst = newest
  }
  return worst && newest && { worst, newest }
}

export interface VerdictSpan extends Bounds {
  /** Null while nobody looked. */
  readonly verdict: Verdict | null
}

/** Its verdicts one after another, within the bounds. */
export function verdictSpans(
  { verdicts }: Pick<History, 'verdicts'>,
  { fromSeconds, untilSeconds }: Bounds,
): VerdictSpan[] {
  return verdicts
    .map(({ fromSeconds: since, verdict }, index) => ({
      verdict,
      fromSeconds: Math.max(since, fromSeconds),
      untilSeconds: Math.min(verdicts[index + 1]?.fromSeconds ?? untilSeconds, untilSeconds),
    }))
    .filter((span) => span.untilSeconds > span.fromSeconds)
}

const unread: ReadonlySet<Verdict | null> = new Set([null, 'unreachable', 'unknown'])

/** Whether at some time between two moments nobody looked, or nothing was told. */
export const wasUnread = (
  spans: readonly VerdictSpan[],
  { fromSeconds, untilSeconds }: Bounds,
): boolean =>
  spans.some(
    (span) =>
      unread.has(span.verdict) &&
      span.fromSeconds < untilSeconds &&
      span.untilSeconds > fromSeconds,
  )

/** For how long it was what, seconds, the worst first; while nobody looked comes last. */
export function verdictTotals(
  spans: readonly VerdictSpan[],
): { verdict: Verdict | null; seconds: number }[] {
  const totals = new Map<Verdict | null, number>()
  for (const { verdict, fromSeconds, untilSeconds } of spans) {
    totals.set(verdict, (totals.get(verdict) ?? 0) + untilSeconds - fromSeconds)
  }
  const rank = (verdict: Verdict | null) => (verdict === null ? Infinity : verdictRank(verdict))
  return [...totals]
    .map(([verdict, seconds]) => ({ verdict, seconds }))
    .toSorted((one, other) => rank(one.verdict) - rank(other.verdict))
}

interface Hour {
  /** Where it begins by the reader's own clock, epoch seconds. */
  readonly fromSeconds: number
  readonly worst: LagReading | undefined
  /** The worst verdict in it; null where nobody looked. */
  readonly verdict: Verdict | null
}

/** The worst of each hour, the newest first. */
export function hoursOf(history: History, spans: readonly VerdictSpan[]): Hour[] {
  const times = stepTimes(history)
  const hours = new Map<number, LagReading | undefined>()
  for (const [index, at] of times.entries()) {
    const hour = hourOf(at)
    const lagSeconds = history.lags[index] ?? null
    const known = hours.get(hour)
    const isWorse = lagSeconds !== null && (!known || lagSeconds > known.lagSeconds)
    hours.set(hour, isWorse ? { at, lagSeconds } : known)
  }
  return [...hours]
    .map(([fromSeconds, worst]) => ({
      fromSeconds,
      worst,
      verdict: worstIn(spans, { fromSeconds, untilSeconds: fromSeconds + 3600 }) ?? null,
    }))
    .toReversed()
}

function hourOf(at: number): number {
  const time = new Date(at * 1000)
  time.setMinutes(0, 0, 0)
  return time.getTime() / 1000
}

/** The worst verdict between two moments; null where nobody looked, `undefined` where nothing is told. */
export function worstIn(
  spans: readonly VerdictSpan[],
  { fromSeconds, untilSeconds }: Bounds,
): Verdict | null | undefined {
  const inIt = spans.filter(
    (span) => span.fromSeconds < untilSeconds && span.untilSeconds > fromSeconds,
  )
  if (inIt.length === 0) return undefined
  const seen = inIt.flatMap(({ verdict }) => verdict ?? [])
  return seen.toSorted((one, other) => verdictRank(one) - verdictRank(other))[0] ?? null
}

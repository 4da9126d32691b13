import { durationParts, unitSeconds } from '../lib/duration.ts'
import type { Text } from './text.ts'

/** `3 min 12 s`, `3 分 12 秒`; the sign is left out. */
export const durationWords = (text: Text, seconds: number): string =>
  durationParts(seconds)
    .map(([n, unit]) => text(`duration.${unit}`, { n }))
    .join(' ')

/** In its largest unit, rounded: `14 min`, for what is an estimate anyway. */
export function roughWords(text: Text, seconds: number): string {
  const unit = durationParts(seconds)[0]?.[1] ?? 's'
  return text(`duration.${unit}`, { n: Math.round(Math.abs(seconds) / unitSeconds[unit]) })
}

/** Signed, and never clamped: a negative lag means that two clocks differ. */
export const lagWords = (text: Text, seconds: number): string =>
  `${seconds < 0 ? '−' : ''}${durationWords(text, seconds)}`

/** `+38 s/min`: by how much the lag grows. */
export function trendWords(text: Text, secondsPerMinute: number): string {
  const rounded = Math.round(secondsPerMinute)
  if (rounded === 0) return text('lag.steady')
  const sign = rounded < 0 ? '−' : '+'
  return text('lag.trend', { n: `${sign}${numberWords(Math.abs(rounded))}` })
}

export const secondsSince = (ms: number, nowMs: number): number => (nowMs - ms) / 1000

/** `42 s ago`; what lies a moment ahead is a clock's doing and is `just now`. */
export function agoWords(text: Text, ms: number, nowMs: number): string {
  const seconds = secondsSince(ms, nowMs)
  if (seconds < -5) return text('time.ahead', { n: durationWords(text, seconds) })
  if (seconds < 1) return text('time.now')
  return text('time.ago', { n: durationWords(text, seconds) })
}

/** Who did something. Until there are users, everybody is `local`. */
export const actorWords = (text: Text, actor: string): string =>
  actor === 'local' ? text('actor.local') : actor

/** Thousands apart, the same in both languages. */
export const numberWords = (value: number): string => value.toLocaleString('en-US')

import { localTime, zoneOf } from './time.ts'

// From September 2001 to the year 2286: shorter or longer numbers are none of our time.
const tenDigits = /^[1-9]\d{9}$/u

/**
 * The local time of a position as a configuration has it, epoch seconds or `{"<subtopic>":"<epoch seconds>"}`:
 * `2026-11-23 14:02:11 UTC+8`, several apart; `undefined` where there is none in it.
 */
export function epochWords(value: string): string | undefined {
  const times = secondsIn(value).filter((it) => tenDigits.test(it))
  if (times.length === 0) return undefined
  return times
    .map((it) => Number(it) * 1000)
    .map((ms) => `${localTime(ms)} ${zoneOf(ms)}`)
    .join(' · ')
}

function secondsIn(value: string): string[] {
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed === 'object' && parsed !== null) return Object.values(parsed).map(String)
  } catch {
    // No JSON, and so no number either.
  }
  return [value.trim()]
}

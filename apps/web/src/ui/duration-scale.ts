import type { DurationUnit } from '../lib/duration.ts'

const minute = 60
const hour = 3600
const day = 86_400

/** Seconds upwards, in steps that a clock knows. */
const steps = [
  ...[1, minute].flatMap((unit) => [1, 2, 5, 10, 15, 30].map((n) => n * unit)),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => n * day),
]
/** Each about ten of the one before. */
const decades = [1, 10, minute, 10 * minute, hour, 6 * hour, day, 10 * day, 100 * day, 1000 * day]

export interface DurationScale {
  /** Seconds, at the foot and at the head. */
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  /** In which its ticks are said, all of them; each in its own where they are decades. */
  readonly unit: DurationUnit | undefined
}

interface ScaleOptions {
  /** Taken in where it is not far above everything else. */
  readonly threshold?: number | null | undefined
  /** By decades, so that seconds beside days can be read. */
  readonly isLog?: boolean
  readonly mostTicks?: number
}

const leastSeconds = 10

/** A scale for lengths of time, seconds, that begins at 0 and ends at a round one; below 0 where values are. */
export function durationScale(
  values: readonly (number | null)[],
  { threshold = null, isLog = false, mostTicks = 5 }: ScaleOptions = {},
): DurationScale {
  let low = 0
  let high = leastSeconds
  for (const value of values) {
    if (value === null) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (threshold !== null && high >= threshold / 4) high = Math.max(high, threshold * 1.1)
  return isLog ? byDecades(low, high) : bySteps(low, high, mostTicks)
}

function bySteps(low: number, high: number, mostTicks: number): DurationScale {
  const step = steps.find((it) => (high - low) / it <= mostTicks) ?? 10_000 * day
  const min = Math.floor(low / step) * step
  const max = Math.ceil(high / step) * step
  const count = Math.round((max - min) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => min + index * step)
  return { min, max, ticks, unit: unitOf(step) }
}

function unitOf(step: number): DurationUnit {
  if (step < minute) return 's'
  if (step < hour) return 'min'
  return step < day ? 'h' : 'd'
}

function byDecades(low: number, high: number): DurationScale {
  const above = upTo(high)
  const below = low < 0 ? upTo(-low).map((it) => -it) : []
  const ticks = [...below.toReversed(), 0, ...above]
  return { min: ticks[0] ?? 0, max: above.at(-1) ?? high, ticks, unit: undefined }
}

/** The decades until the value has room. */
const upTo = (value: number): number[] => {
  const last = decades.findIndex((it) => it >= value)
  return decades.slice(0, last === -1 ? decades.length : last + 1)
}

/** Whether most of it lies so flat beside its worst that it can't be read. */
export function isCrushed(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const median = known[Math.floor(known.length / 2)] ?? 0
  return (known.at(-1) ?? 0) >= 100 * Math.max(1, Math.abs(median))
}

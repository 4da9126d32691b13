export interface TimeTick {
  /** Epoch seconds. */
  readonly at: number
  /** `14:05`; at midnight the day, `11-23`. */
  readonly label: string
}

const minute = 60
const hour = 3600
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 3].map((n) => n * 24 * hour),
]

/** Round moments of the reader's own zone between two moments, epoch seconds; so many at most. */
export function timeTicks(from: number, until: number, most: number): TimeTick[] {
  const step = steps.find((it) => (until - from) / it <= most) ?? 7 * 24 * hour
  const zone = -new Date(from * 1000).getTimezoneOffset() * minute
  const first = Math.ceil((from + zone) / step) * step - zone
  const ticks: TimeTick[] = []
  for (let at = first; at <= until; at += step) ticks.push({ at, label: labelOf(at) })
  return ticks
}

const two = (value: number) => String(value).padStart(2, '0')

function labelOf(at: number): string {
  const time = new Date(at * 1000)
  const isMidnight = time.getHours() === 0 && time.getMinutes() === 0
  return isMidnight
    ? `${two(time.getMonth() + 1)}-${two(time.getDate())}`
    : `${two(time.getHours())}:${two(time.getMinutes())}`
}

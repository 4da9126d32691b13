const two = (value: number) => String(value).padStart(2, '0')

const dateOf = (time: Date) =>
  `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`

/** `14:02:11`, by the reader's own zone. */
const clockTime = (ms: number): string => {
  const time = new Date(ms)
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}

/** `2026-11-23 14:02:11`, by the reader's own zone. */
export const localTime = (ms: number): string => `${dateOf(new Date(ms))} ${clockTime(ms)}`

/** As short as can be without doubt: of today to the second, else the day and the minute. */
export function shortTime(ms: number, nowMs: number): string {
  const day = dateOf(new Date(ms))
  if (day === dateOf(new Date(nowMs))) return clockTime(ms)
  const isSameYear = day.slice(0, 4) === dateOf(new Date(nowMs)).slice(0, 4)
  return `${isSameYear ? day.slice(5) : day} ${clockTime(ms).slice(0, 5)}`
}

/** `2026-11-23T06:02:11Z`. */
export const utcTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')

/** `UTC+8`, `UTC-3:30`: the reader's own zone at that time. */
export function zoneOf(ms: number): string {
  const minutes = -new Date(ms).getTimezoneOffset()
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** The same moment three ways, one a line: local, UTC, epoch seconds. */
export const exactTime = (ms: number): string =>
  `${localTime(ms)} ${zoneOf(ms)}\n${utcTime(ms)}\nepoch ${Math.floor(ms / 1000)}`

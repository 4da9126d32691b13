/** Epoch milliseconds as ISO 8601 in UTC, the form of every time in the API. */
export const iso = (ms: number): string => new Date(ms).toISOString()

/** Null for null, and for a number that CM sent and no calendar holds. */
export function isoOrNull(ms: number | null | undefined): string | null {
  if (ms === null || ms === undefined) return null
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

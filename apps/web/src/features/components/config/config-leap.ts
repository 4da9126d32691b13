import type { ConfigKey } from '@wheelhouse/contract'

/** By how much a number is more than it was, or than the default where that is not known. */
interface Leap {
  readonly than: 'before' | 'default'
  /** How many times as much, a whole number above 10. */
  readonly n: number
}

const suspicious = 10

/** A number so much larger that it may be a slip: the documents give most keys no upper end. */
export function leapOf(
  value: string,
  before: string | null | undefined,
  known: ConfigKey | undefined,
): Leap | undefined {
  if (known?.type !== 'integer' || known.range?.max !== undefined) return undefined
  const now = numberOf(value)
  const was = numberOf(before)
  const than = was === undefined ? 'default' : 'before'
  const base = was ?? numberOf(known.default)
  if (now === undefined || base === undefined || now <= suspicious * base) return undefined
  return { than, n: Math.floor(now / base) }
}

function numberOf(value: string | null | undefined): number | undefined {
  const number = Number(value?.trim() || Number.NaN)
  return Number.isFinite(number) && number > 0 ? number : undefined
}

import { longestTokenDays } from '@wheelhouse/contract'

export const usualDays = ['7', '30', '90', '365'] as const

/** How long a token is to live: so many days from now, or to the end of a day. */
export type TokenLife = (typeof usualDays)[number] | 'date'

const dayMs = 24 * 3600 * 1000

/** As a date field writes it, `2026-11-23`, by the reader's own zone. */
export function dayOf(ms: number): string {
  const time = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

/** The last day that may be chosen. */
export const lastDay = (nowMs: number): string => dayOf(nowMs + (longestTokenDays - 1) * dayMs)

/** When it ends, ISO 8601; `undefined` where no day, one gone by, or one too far ahead is chosen. */
export function expiryOf(life: TokenLife, day: string, nowMs: number): string | undefined {
  if (life !== 'date') return new Date(nowMs + Number(life) * dayMs).toISOString()
  const endMs = new Date(`${day}T23:59:59`).getTime()
  if (Number.isNaN(endMs) || endMs <= nowMs || day > lastDay(nowMs)) return undefined
  return new Date(endMs).toISOString()
}

/** Whether a token is of no use any more, and why. */
export function tokenEnd(
  { revokedAt, expiresAt }: { readonly revokedAt: string | null; readonly expiresAt: string },
  nowMs: number,
): 'revoked' | 'expired' | undefined {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= nowMs ? 'expired' : undefined
}

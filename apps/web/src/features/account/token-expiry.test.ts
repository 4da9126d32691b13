import { expect, test } from 'vitest'
import { dayOf, expiryOf, lastDay, tokenEnd } from './token-expiry.ts'

const now = new Date(2026, 10, 23, 14, 0).getTime()
const dayMs = 24 * 3600 * 1000

test('a token ends so many days from now, or with the day that was chosen', () => {
  expect(expiryOf('30', '', now)).toBe(new Date(now + 30 * dayMs).toISOString())
  expect(expiryOf('date', '2026-12-01', now)).toBe(new Date(2026, 11, 1, 23, 59, 59).toISOString())
  expect(expiryOf('date', dayOf(now), now)).toBeDefined()
})

test('a day that is gone, missing or more than a year ahead is none', () => {
  expect(expiryOf('date', '2026-11-22', now)).toBeUndefined()
  expect(expiryOf('date', '', now)).toBeUndefined()
  expect(expiryOf('date', '2028-01-01', now)).toBeUndefined()
  expect(expiryOf('date', lastDay(now), now)).toBeDefined()
})

test('a token that was revoked says so even when it has also expired', () => {
  const expiresAt = new Date(now - 1).toISOString()

  expect(tokenEnd({ revokedAt: null, expiresAt }, now)).toBe('expired')
  expect(tokenEnd({ revokedAt: expiresAt, expiresAt }, now)).toBe('revoked')
  expect(
    tokenEnd({ revokedAt: null, expiresAt: new Date(now + 1).toISOString() }, now),
  ).toBeUndefined()
})

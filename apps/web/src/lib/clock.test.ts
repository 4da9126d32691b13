import { expect, test } from 'vitest'
import { noteServerTime, serverNow } from './clock.ts'

test('ages are counted by the server’s clock, told by the message that was fastest here', () => {
  const here = 1_000_000

  noteServerTime(here + 60_000 - 300, here)
  noteServerTime(here + 60_000 - 20, here)
  noteServerTime(here + 60_000 - 2000, here)
  expect(serverNow(here)).toBe(here + 60_000 - 20)

  noteServerTime(here - 3_600_000, here)
  expect(serverNow(here)).toBe(here - 3_600_000)
})

test('a time that can’t be read changes nothing', () => {
  const before = serverNow(0)

  noteServerTime(Number.NaN)

  expect(serverNow(0)).toBe(before)
})

import { expect, test } from 'vitest'
import { Reachability } from './reachability.ts'

const refused = { code: 'NOT_SENT', detail: 'connection refused', at: '' } as const

function watched(atMs = 0) {
  let changes = 0
  const reachability = new Reachability(atMs, () => (changes += 1))
  return { reachability, changes: () => changes }
}

test('one failure is no outage, failures for three seconds are', () => {
  const { reachability } = watched()
  reachability.answered(1_000)

  reachability.failed(refused, 2_000, 2_001)
  reachability.failed(refused, 4_000, 4_001)
  expect(reachability.state.reachability).toBe('reachable')
  reachability.failed(refused, 5_000, 5_001)

  expect(reachability.state).toMatchObject({
    reachability: 'unreachable',
    reachabilitySince: new Date(2_000).toISOString(),
    answeredAt: new Date(1_000).toISOString(),
    failure: refused,
  })
})

test('a single call that hangs for its whole deadline is counted from when it left, and needs a second one', () => {
  const { reachability } = watched()
  reachability.failed(refused, 0, 5_000)
  expect(reachability.state.reachability).toBe('unknown')
  reachability.failed(refused, 5_100, 10_100)
  expect(reachability.state.reachability).toBe('unreachable')
})

test('one answer makes it reachable again, and each change is told once', () => {
  const { reachability, changes } = watched()
  for (const atMs of [0, 4_000, 8_000, 12_000]) reachability.failed(refused, atMs, atMs)
  reachability.answered(13_000)
  reachability.answered(14_000)

  expect(reachability.state).toMatchObject({
    reachability: 'reachable',
    reachabilitySince: new Date(13_000).toISOString(),
    failure: null,
  })
  expect(changes()).toBe(2)
})

test('an unreadable body says nothing of the CM', () => {
  const { reachability } = watched()
  for (const atMs of [0, 4_000, 8_000])
    reachability.failed({ ...refused, code: 'BAD_BODY' }, atMs, atMs)
  expect(reachability.state.reachability).toBe('unknown')
})

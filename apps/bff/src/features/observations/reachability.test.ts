import type { ReadFailure } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { Reachability } from './reachability.ts'

const notSent: ReadFailure = { code: 'NOT_SENT', detail: 'connection refused', at: '' }

/** A CM whose calls fail and are answered at moments that the test sets. */
function watched() {
  let nowMs = 0
  let changes = 0
  const clock = () => nowMs
  const reachability = new Reachability({ clock, steady: clock }, () => (changes += 1))
  return {
    reachability,
    changes: () => changes,
    answered: (atMs: number) => {
      nowMs = atMs
      reachability.answered()
    },
    failed: (
      askedSteadyMs: number,
      atMs: number,
      { isTelling = true, failure = notSent }: { isTelling?: boolean; failure?: ReadFailure } = {},
    ) => {
      nowMs = atMs
      reachability.failed(failure, { askedSteadyMs, isTelling })
      return reachability.state.reachability
    },
  }
}

test('one failure is no outage, failures for three seconds are', () => {
  const { reachability, answered, failed } = watched()
  answered(1_000)

  expect(failed(2_000, 2_001)).toBe('reachable')
  expect(failed(4_000, 4_001)).toBe('reachable')
  expect(failed(5_000, 5_001)).toBe('unreachable')

  expect(reachability.state).toMatchObject({
    reachabilitySince: new Date(2_000).toISOString(),
    answeredAt: new Date(1_000).toISOString(),
    failure: notSent,
  })
})

test('a call that hangs is counted from when it left, and needs a second one', () => {
  const { failed } = watched()
  expect(failed(0, 5_000)).toBe('unknown')
  expect(failed(5_100, 10_100)).toBe('unreachable')
})

test('an answer that came while a call hung outlasts its silence', () => {
  const { answered, failed } = watched()
  answered(4_900)
  expect(failed(0, 5_000)).toBe('reachable')
  expect(failed(0, 5_001)).toBe('reachable')
})

test('components that hang do not make their CM unreachable while another answers', () => {
  const { failed } = watched()
  for (const atMs of [5_000, 10_000, 15_000])
    expect(failed(atMs - 5_000, atMs, { isTelling: false })).toBe('unknown')
})

test('one answer makes it reachable again, and each change is told once', () => {
  const { reachability, changes, answered, failed } = watched()
  for (const atMs of [0, 4_000, 8_000, 12_000]) failed(atMs, atMs)
  answered(13_000)
  answered(14_000)

  expect(reachability.state).toMatchObject({
    reachability: 'reachable',
    reachabilitySince: new Date(13_000).toISOString(),
    failure: null,
  })
  expect(changes()).toBe(2)
})

test('an unreadable body says nothing of the CM', () => {
  const { failed } = watched()
  const failure: ReadFailure = { ...notSent, code: 'BAD_BODY' }
  for (const atMs of [0, 4_000, 8_000]) expect(failed(atMs, atMs, { failure })).toBe('unknown')
})

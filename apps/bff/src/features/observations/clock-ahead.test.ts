import { expect, test } from 'vitest'
import { clockAheadSecondsOf } from './clock-ahead.ts'
import { packPositions, unpackPositions, withPosition, type Position } from './positions.ts'

/** What is kept after readings each five seconds, whose samples are so many seconds old. */
function after(seconds: number, ageAt: (second: number) => number | null): readonly Position[] {
  let positions: readonly Position[] = []
  for (let second = 1000; second <= 1000 + seconds; second += 5) {
    const age = ageAt(second)
    positions = withPosition(unpackPositions(packPositions(positions)), {
      askedAtMs: second * 1000 - 20,
      observedAtMs: second * 1000,
      status: 'running',
      active: true,
      checkpointSeconds: second - 60,
      sampledAtSeconds: age === null ? null : second - age,
      host: null,
      topic: null,
      subtopic: null,
      raw: '',
    })
  }
  return positions
}

test('samples that are a few seconds old tell nothing of a clock', () => {
  expect(clockAheadSecondsOf(after(300, (second) => second % 8))).toBeNull()
  expect(clockAheadSecondsOf(after(300, () => null))).toBeNull()
  expect(clockAheadSecondsOf([])).toBeNull()
})

test('a sample from the future tells that the clock is ahead', () => {
  expect(clockAheadSecondsOf(after(0, () => -40))).toBe(40)
  expect(clockAheadSecondsOf(after(0, () => -1))).toBeNull()
})

test('samples that go on and are always old tell that the clock is behind', () => {
  expect(clockAheadSecondsOf(after(120, (second) => 45 + (second % 10)))).toBe(-45)
  expect(clockAheadSecondsOf(after(30, () => 45))).toBeNull()
})

test('a component that samples seldom, or no longer, has no wrong clock', () => {
  expect(clockAheadSecondsOf(after(300, (second) => second % 60))).toBeNull()
  expect(clockAheadSecondsOf(after(300, (second) => second - 900))).toBeNull()
})

test('few positions are kept, and two minutes of them', () => {
  const positions = after(600, () => 3)
  expect(positions.length).toBeLessThanOrEqual(6)
  const [first, last] = [positions[0], positions.at(-1)]
  expect((last?.observedAtMs ?? 0) - (first?.observedAtMs ?? 0)).toBeGreaterThanOrEqual(90_000)
})

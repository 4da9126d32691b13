import { expect, test } from 'vitest'
import { InFlightCap } from './in-flight-cap.ts'

/** A CM with one processor: an answer takes 1 ms for each call that is in it, and 5 ms on the way. */
function saturate(cap: InFlightCap, answers: number, { most = Number.POSITIVE_INFINITY } = {}) {
  let nowMs = 0
  for (let number = 0; number < answers; number += 1) {
    const out = Math.min(cap.limit, most)
    nowMs += 1
    cap.answered(5 + out, nowMs)
  }
}

test('while CM answers as fast as it can, the cap grows to what is configured', () => {
  const cap = new InFlightCap(64)
  for (let number = 0; number < 500; number += 1) cap.answered(20 + (number % 3), number * 10)
  expect(cap.limit).toBe(64)
  expect(cap.latencyMs).toBeCloseTo(21, 0)
})

test('it stays where CM begins to answer slowly, long before others feel it', () => {
  const cap = new InFlightCap(128)
  saturate(cap, 5000)
  expect(cap.limit).toBeGreaterThan(2)
  expect(cap.limit).toBeLessThan(24)
})

test('it goes down at most once in a window, and never under four', () => {
  const cap = new InFlightCap(100)
  for (let number = 0; number < 2000; number += 1) cap.answered(20, number)
  let answers = 0
  for (; cap.limit === 100; answers += 1) cap.answered(2000, 2000 + answers)
  expect(cap.limit).toBe(70)
  for (let number = 0; number < 60; number += 1) cap.answered(2000, 3000 + number)
  expect(cap.limit).toBe(70)
  for (let number = 0; number < 2000; number += 1) cap.answered(2000, 4000 + number)
  expect(cap.limit).toBe(4)
})

test('a CM that has become slower for good is taken as it is', () => {
  const cap = new InFlightCap(8)
  for (let number = 0; number < 200; number += 1) cap.answered(20, number * 100)
  for (let number = 0; number < 3000; number += 1) cap.answered(200, 20_000 + number * 100)
  expect(cap.limit).toBe(8)
})

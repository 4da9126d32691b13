import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

const healthy = (count: number) => ({ 1: 0, 2: count, 6: 0 })

test('a round takes as long as its turns need, and a row is fresh for two rounds at least', () => {
  const pace = new Pace(1000, 0)
  expect(pace.roundSeconds(healthy(10_000))).toBe(10)
  expect(pace.freshForSeconds(2, healthy(10_000))).toBe(30)
  expect(pace.freshForSeconds(2, healthy(100_000))).toBe(300)
  expect(pace.roundSeconds(healthy(0))).toBeNull()
})

test('those of little weight are awaited longer', () => {
  const pace = new Pace(10, 0)
  const counts = { 1: 10, 2: 40, 6: 60 }
  expect(pace.roundSeconds(counts)).toBe(24)
  expect(pace.freshForSeconds(1, counts)).toBe(30)
  expect(pace.freshForSeconds(6, counts)).toBe(60)
})

test('the pace is that of the turns that were taken', () => {
  const pace = new Pace(1000, 0)
  for (let number = 0; number <= 500; number += 1) pace.turn(number * 10)
  expect(pace.roundSeconds(healthy(1000))).toBeCloseTo(10, 0)
})

test('a step is left only where the one below has room to spare', () => {
  const pace = new Pace(10, 0)
  expect(pace.freshForSeconds(2, healthy(160))).toBe(60)
  expect(pace.freshForSeconds(2, healthy(145))).toBe(60)
  expect(pace.freshForSeconds(2, healthy(100))).toBe(30)
})

import { expect, test } from 'vitest'
import { durationScale, isCrushed } from './duration-scale.ts'

test('the scale begins at nothing and ends at a round length of time', () => {
  expect(durationScale([12, 100, null, 190])).toEqual({
    min: 0,
    max: 240,
    ticks: [0, 60, 120, 180, 240],
    unit: 'min',
  })
  expect(durationScale([3 * 3600]).max).toBe(3 * 3600)
})

test('a lag of a second or two is not blown up to the whole height', () => {
  expect(durationScale([1, 2, 1]).max).toBe(10)
  expect(durationScale([]).max).toBe(10)
})

test('the threshold is in sight once the lag comes near it, and does not flatten what is far below', () => {
  expect(durationScale([100], { threshold: 300 }).max).toBeGreaterThanOrEqual(300)
  expect(durationScale([3], { threshold: 300 }).max).toBe(10)
})

test('a negative lag has room below nothing', () => {
  expect(durationScale([-7, 4])).toEqual({
    min: -10,
    max: 10,
    ticks: [-10, -5, 0, 5, 10],
    unit: 's',
  })
})

test('by decades, seconds can be read beside days, on either side of nothing', () => {
  const { min, max, ticks } = durationScale([-3, 2, 200_000], { isLog: true })

  expect(min).toBe(-10)
  expect(max).toBe(864_000)
  expect(ticks).toEqual([-10, -1, 0, 1, 10, 60, 600, 3600, 21_600, 86_400, 864_000])
})

test('a scale by decades is worth offering where one peak crushes the rest', () => {
  expect(isCrushed([2, 3, 2, 1, 5000])).toBe(true)
  expect(isCrushed([200, 300, 250, 900])).toBe(false)
  expect(isCrushed([])).toBe(false)
})

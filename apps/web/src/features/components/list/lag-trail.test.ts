import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../../test/component.ts'
import { lagsUpToNow, usualGap, worstOf } from './lag-trail.ts'

const nowSeconds = atMs / 1000
const trailWith = (lags: (number | null)[], fromSeconds: number) => ({
  id: 'c1',
  fromSeconds,
  stepSeconds: 60,
  lags,
})

test('the newest reading goes on the curve before the trail is read again', () => {
  const trail = trailWith([5, 6], nowSeconds - 120)

  expect(lagsUpToNow(trail, componentWith({ observedAt: ago(0), lagSeconds: 9 }))).toEqual([
    5, 6, 9,
  ])
})

test('within a step the worst of the readings is kept', () => {
  const trail = trailWith([5, 60], nowSeconds - 120)

  expect(lagsUpToNow(trail, componentWith({ observedAt: ago(10), lagSeconds: 7 }))).toEqual([5, 60])
  expect(lagsUpToNow(trail, componentWith({ observedAt: ago(10), lagSeconds: 90 }))).toEqual([
    5, 90,
  ])
})

test('as steps come, those older than an hour go', () => {
  const trail = trailWith(
    Array.from({ length: 60 }, (_, step) => step),
    nowSeconds - 60 * 62,
  )

  const values = lagsUpToNow(trail, componentWith({ observedAt: ago(0), lagSeconds: 2 }))

  expect(values).toHaveLength(60)
  expect(values.slice(-4)).toEqual([59, null, null, 2])
  expect(values[0]).toBe(3)
})

test('without a reading the trail stands as it is', () => {
  const trail = trailWith([5, null], nowSeconds - 120)

  expect(lagsUpToNow(trail, componentWith({ observedAt: null, lagSeconds: null }))).toEqual([
    5,
    null,
  ])
})

test('a trail of another day is no curve of today', () => {
  const trail = trailWith([5, 6], nowSeconds - 86_400)

  expect(lagsUpToNow(trail, componentWith({ observedAt: ago(0), lagSeconds: 9 }))).toEqual([9])
})

test('what is read seldom has longer gaps that mean nothing', () => {
  const trail = trailWith([], nowSeconds)

  expect(usualGap(trail, componentWith({ freshForSeconds: 30 }))).toBe(1)
  expect(usualGap(trail, componentWith({ freshForSeconds: 600 }))).toBe(10)
})

test('the worst of a trail is of what is known', () => {
  expect(worstOf([null, 3, 8, null])).toBe(8)
  expect(worstOf([null])).toBeNull()
})

import { expect, test } from 'vitest'
import { sparks } from './sparks.ts'

const options = { threshold: undefined, mostGap: 0, width: 72, height: 20 }

test('a curve goes from left to right, and up where the value grows', () => {
  expect(sparks([0, 50, 100], options).line).toBe('M1.5 18.5L36 10L70.5 1.5')
})

test('what is not known is a gap, unless it is short enough to be bridged', () => {
  const values = [1, null, null, 1]

  expect(sparks(values, options).line.match(/M/gu)).toHaveLength(2)
  expect(sparks(values, { ...options, mostGap: 2 }).line.match(/M/gu)).toHaveLength(1)
})

test('a value alone is a dot', () => {
  expect(sparks([null, 5, null], options).line).toMatch(/^M36 [\d.]+h0$/u)
})

test('far below the threshold a curve lies flat, and above it it crosses the line', () => {
  const calm = sparks([1, 2, 3], { ...options, threshold: 300 })
  const late = sparks([100, 400, 900], { ...options, threshold: 300 })

  expect(calm.line).toBe('M1.5 18.5L36 18.4L70.5 18.4')
  expect(late.thresholdY).toBeGreaterThan(10)
  expect(late.line.endsWith('70.5 1.5')).toBe(true)
})

test('a negative lag lies below nothing, not outside', () => {
  const ys = sparks([-8, 0, 8], options)
    .line.split(/[ML]/u)
    .slice(1)
    .map((point) => Number(point.split(' ')[1]))

  expect(ys).toEqual([18.5, 10, 1.5])
})

test('of more values than there is room for, the worst are drawn', () => {
  const values = Array.from({ length: 7200 }, (_, second) => (second === 4321 ? 900 : 1))

  const { line } = sparks(values, options)

  expect(line.split('L')).toHaveLength(72)
  expect(line).toContain(' 1.5L')
})

test('without values there is nothing to draw, not even a threshold', () => {
  expect(sparks([null, null], { ...options, threshold: 300 })).toEqual({
    line: '',
    area: '',
    thresholdY: null,
  })
})

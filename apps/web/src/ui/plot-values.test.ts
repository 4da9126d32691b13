import { expect, test } from 'vitest'
import { aloneIn, plotValues } from './plot-values.ts'

const times = [0, 10, 20, 30, 40, 50]

test('between two values the line breaks, unless somebody looked all the time', () => {
  const values = [1, null, null, 4, null, 6]
  expect(plotValues(times, values)).toEqual(values)
  const drawn = plotValues(times, values, (from) => from === 30)
  expect(drawn).toEqual([1, undefined, undefined, 4, null, 6])
})

test('before the first value and after the last there is no line', () => {
  expect(plotValues(times, [null, 1, null, 3, null, null], () => false)).toEqual([
    null,
    1,
    undefined,
    3,
    null,
    null,
  ])
})

test('a value with a break on either side is alone, one on a line that goes on is not', () => {
  expect(aloneIn([1, null, 3, null, 5, undefined])).toEqual([0, 2])
  expect(aloneIn([null, 1, undefined, 3, null])).toEqual([])
  expect(aloneIn([7])).toEqual([0])
})

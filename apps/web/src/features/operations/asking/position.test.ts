import { expect, test } from 'vitest'
import { atMs } from '../../../test/component.ts'
import {
  emptyPosition,
  positionFault,
  positionFromEpoch,
  positionFromTime,
  positionOf,
  secondsOf,
} from './position.ts'

const at = atMs / 1000

test('a local time and its epoch seconds say the same moment, to the second', () => {
  const position = positionOf(at + 7)

  expect(position.epoch).toBe(String(at + 7))
  expect(positionFromTime(position.time)).toEqual(position)
  expect(positionFromEpoch(position.epoch)).toEqual(position)
})

test('a field that leaves out the seconds means the whole minute', () => {
  const { time } = positionOf(at)

  expect(secondsOf(positionFromTime(time.slice(0, 16)))).toBe(at)
})

test('what is half typed has no time, and what is not typed at all no fault but that', () => {
  expect(positionFromTime('')).toEqual(emptyPosition)
  expect(secondsOf(emptyPosition)).toBeUndefined()
  expect(positionFault(emptyPosition, atMs)).toBe('empty')
  expect(positionFromEpoch('1e9').time).toBe('')
})

test.each([
  ['1e9', 'not-a-number'],
  ['0x5f', 'not-a-number'],
  ['yesterday', 'not-a-number'],
  [String(atMs), 'milliseconds'],
  [`${at}.5`, 'not-whole'],
  ['-1', 'before-2010'],
  ['0', 'before-2010'],
  [String(at + 1), 'in-the-future'],
  ['999999999999999', 'milliseconds'],
  [` ${at} `, undefined],
])('%j is no position: %s', (epoch, fault) => {
  expect(positionFault(positionFromEpoch(epoch), atMs)).toBe(fault)
})

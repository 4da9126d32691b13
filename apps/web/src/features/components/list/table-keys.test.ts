import { expect, test } from 'vitest'
import { wishOf } from './table-keys.ts'

const place = { index: 3, count: 5, isOnRow: true }
const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) =>
  wishOf({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...held }, place)

test('arrows and pages walk the rows and stop at the ends', () => {
  expect(key('ArrowDown')).toEqual({ type: 'go', to: 4 })
  expect(key('PageDown')).toEqual({ type: 'go', to: 4 })
  expect(key('PageUp')).toEqual({ type: 'go', to: 0 })
  expect(key('Home')).toEqual({ type: 'go', to: 0 })
  expect(key('End')).toEqual({ type: 'go', to: 4 })
})

test('space selects on the row, and is left to whatever else has the focus', () => {
  expect(key(' ')).toEqual({ type: 'select' })
  const elsewhere = { ...place, isOnRow: false }
  expect(
    wishOf({ key: ' ', altKey: false, ctrlKey: false, metaKey: false }, elsewhere),
  ).toBeUndefined()
})

test('all are selected with Ctrl or ⌘ and A, and other keys of the browser stay its own', () => {
  expect(key('a', { ctrlKey: true })).toEqual({ type: 'select-all' })
  expect(key('a', { metaKey: true })).toEqual({ type: 'select-all' })
  expect(key('a')).toBeUndefined()
  expect(key('ArrowDown', { ctrlKey: true })).toBeUndefined()
  expect(key('ArrowDown', { altKey: true })).toBeUndefined()
  expect(key('Enter')).toBeUndefined()
})

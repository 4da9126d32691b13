import { expect, test } from 'vitest'
import { windowOf, within } from './row-window.ts'

const screen = { rowPx: 40, screenPx: 800 }

test('the rows on the screen are drawn, and six above and below it', () => {
  expect(windowOf({ ...screen, topPx: 300 })).toEqual({ first: 0, end: 19 })
  expect(windowOf({ ...screen, topPx: -4000 })).toEqual({ first: 94, end: 126 })
})

test('a row of which a pixel shows is drawn', () => {
  expect(windowOf({ ...screen, topPx: -4001 })).toEqual({ first: 94, end: 127 })
  expect(windowOf({ ...screen, topPx: -4039 })).toEqual({ first: 94, end: 127 })
})

test('a list far below the screen has its first rows drawn', () => {
  expect(windowOf({ ...screen, topPx: 2000 })).toEqual({ first: 0, end: 6 })
})

test('no more rows are drawn than there are', () => {
  expect(within({ first: 0, end: 32 }, 5)).toEqual({ first: 0, end: 5 })
  expect(within({ first: 94, end: 126 }, 110)).toEqual({ first: 78, end: 110 })
  expect(within({ first: 94, end: 126 }, 0)).toEqual({ first: 0, end: 0 })
})

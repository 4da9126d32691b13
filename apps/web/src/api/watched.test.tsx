import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { show } from '../test/screen.tsx'
import { startWatching, useWatchedRows } from './watched.ts'

const said: string[] = []
let end = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  end = startWatching((ids) => void said.push(ids.join(',')))
  said.length = 0
})
afterEach(() => {
  end()
  vi.useRealTimers()
})

const Rows = ({ ids }: { readonly ids: readonly string[] }) => {
  useWatchedRows(ids)
  return null
}

test('rows that scroll by are not said, those that stay are', () => {
  const redraw = show(<Rows ids={['one', 'two']} />)
  redraw(<Rows ids={['two', 'three']} />)
  redraw(<Rows ids={['three', 'four']} />)
  expect(said).toEqual([])

  act(() => void vi.advanceTimersByTime(100))

  expect(said).toEqual(['three,four'])
})

test('rows that are shown no more are said at once', () => {
  const redraw = show(<Rows ids={['one']} />)
  act(() => void vi.advanceTimersByTime(100))

  redraw(null)

  expect(said).toEqual(['one', ''])
})

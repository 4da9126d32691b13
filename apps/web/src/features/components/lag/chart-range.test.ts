import { expect, test } from 'vitest'
import { atMs } from '../../../test/component.ts'
import { boundsOf, shifted, spanned, zoomed } from './chart-range.ts'
import { parseSpan, parseUntil } from './chart-search.ts'

const at = atMs / 1000

test('a link names the span and its end; what it can’t mean is left out', () => {
  expect(parseSpan('7d')).toBe('7d')
  expect(parseSpan('1h')).toBeUndefined()
  expect(parseSpan('3w')).toBeUndefined()
  expect(parseUntil('2026-11-23T14:00:00.250+08:00')).toBe('2026-11-23T06:00:00Z')
  expect(parseUntil('yesterday')).toBeUndefined()
  expect(parseUntil('1')).toBeUndefined()
})

test('a chart that goes on with the clock moves by whole steps', () => {
  const range = { span: '15m', until: undefined } as const

  expect(boundsOf(range, atMs + 1000)).toEqual({ fromSeconds: at - 885, untilSeconds: at + 15 })
  expect(boundsOf(range, atMs + 14_000)).toEqual(boundsOf(range, atMs + 1000))
})

test('a chart that ends in the past stands still', () => {
  const range = { span: '1h', until: '2026-11-23T05:00:00Z' } as const

  expect(boundsOf(range, atMs)).toEqual({ fromSeconds: at - 7200, untilSeconds: at - 3600 })
  expect(boundsOf(range, atMs + 60_000)).toEqual(boundsOf(range, atMs))
})

test('back and on go half a span, and on comes to now', () => {
  const now = { span: '1h', until: undefined } as const

  const earlier = shifted(now, -1, atMs)
  expect(earlier).toEqual({ span: '1h', until: '2026-11-23T05:30:00Z' })
  expect(shifted(earlier, -1, atMs).until).toBe('2026-11-23T05:00:00Z')
  expect(shifted(earlier, 1, atMs)).toEqual(now)
})

test('another span keeps the end', () => {
  const range = { span: '1h', until: '2026-11-23T05:00:00Z' } as const

  expect(spanned(range, '7d')).toEqual({ span: '7d', until: '2026-11-23T05:00:00Z' })
})

test('what is marked comes into the middle of the shortest span that holds it', () => {
  const day = { span: '24h', until: undefined } as const

  expect(zoomed(day, { fromSeconds: at - 40_000, untilSeconds: at - 36_400 + 1200 }, atMs)).toEqual(
    { span: '6h', until: '2026-11-22T22:33:20Z' },
  )
  expect(zoomed(day, { fromSeconds: at - 120, untilSeconds: at - 60 }, atMs)).toEqual({
    span: '15m',
    until: undefined,
  })
})

import { afterEach, expect, test } from 'vitest'
import { live } from '../../api/live.ts'
import { reading } from '../../api/read-estate.ts'
import { show } from '../../test/screen.tsx'
import { StaleStrip } from './stale-strip.tsx'

const trouble = new Error('Wheelhouse does not answer')
const strip = { receivedMs: Date.now(), onRetry: () => {} }

afterEach(() => {
  live.set('connecting')
  reading.set({ error: null, receivedMs: Date.now() })
})

/** The one at the head of a page, and the one of a part of it. */
const both = (error: Error | null, ofPart: Error | null) =>
  show(
    <>
      <StaleStrip {...strip} error={error} />
      <StaleStrip {...strip} error={ofPart} isOfPart />
    </>,
  )
const strips = () => document.body.querySelectorAll('button').length

test('that the live updates are gone is said once on a page', () => {
  live.set('down')
  both(null, trouble)

  expect(strips()).toBe(1)
})

test('that Wheelhouse does not answer is said once on a page', () => {
  reading.set({ error: trouble, receivedMs: Date.now() })
  both(trouble, trouble)

  expect(strips()).toBe(1)
})

test('what failed of a part alone is said over that part', () => {
  live.set('live')
  both(null, trouble)

  expect(strips()).toBe(1)
})

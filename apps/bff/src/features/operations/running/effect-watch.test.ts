import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reading } from '../../observations/reading.ts'
import { ObservationStore } from '../../observations/store.ts'
import { EffectWatch, watchMs } from './effect-watch.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

function watching({ limitMs }: { limitMs: number | undefined } = { limitMs: watchMs }) {
  const store = new ObservationStore()
  const ends: string[] = []
  const watch = new EffectWatch({ store, urge: () => {}, clock: Date.now })
  const add = (operation: string) =>
    watch.add(operation, {
      component: 'c',
      showsIn: (reading) => reading?.active === false,
      afterMs: Date.now(),
      limitMs,
      ends: (end) => ends.push(`${operation} ${end}`),
    })
  /** A reading that is asked for and answered in the same moment, after so long. */
  const read = (afterMs: number, active: boolean, askedAgoMs = 0) => {
    vi.advanceTimersByTime(afterMs)
    const reading: Reading = {
      askedAtMs: Date.now() - askedAgoMs,
      observedAtMs: Date.now(),
      status: 'running',
      active,
      checkpointSeconds: 1,
      sampledAtSeconds: 1,
      host: null,
      topic: null,
      subtopic: null,
      raw: '',
    }
    store.record('c', reading)
  }
  return { add, read, ends, watch }
}

test('one reading is not enough, two that are three seconds apart are', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(1_000, false)
  read(2_000, false)
  expect(ends).toEqual([])
  read(1_000, false)
  expect(ends).toEqual(['stop seen'])
})

test('a reading that was asked for before the command ended shows nothing', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(100, false, 200)
  read(4_000, false)
  expect(ends).toEqual([])
})

test('an effect that flaps away begins anew', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(1_000, false)
  read(1_000, true)
  read(2_000, false)
  expect(ends).toEqual([])
})

test('after a minute, fresh readings without the effect contradict it', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(58_000, true)
  vi.advanceTimersByTime(2_000)
  expect(ends).toEqual(['stop not-seen'])
})

test('a reading of long ago contradicts nothing', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(1_000, true)
  vi.advanceTimersByTime(60_000)
  expect(ends).toEqual(['stop nothing-read'])
})

test('what was seen once just before the end gets its second look', () => {
  const { add, read, ends } = watching()
  add('stop')
  read(59_000, false)
  vi.advanceTimersByTime(1_500)
  expect(ends).toEqual([])
  read(2_000, false)
  expect(ends).toEqual(['stop seen'])
})

test('whatever is done next ends the watch of what was done before', () => {
  const { add, read, ends } = watching()
  add('first')
  add('second')
  read(1_000, false)
  read(4_000, false)
  expect(ends).toEqual(['first nothing-read', 'second seen'])
})

test('an uncertain operation is watched without an end', () => {
  const { add, read, ends } = watching({ limitMs: undefined })
  add('stop')
  vi.advanceTimersByTime(3_600_000)
  read(1_000, false)
  read(4_000, false)
  expect(ends).toEqual(['stop seen'])
})

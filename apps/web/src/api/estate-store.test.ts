import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { componentWith } from '../test/component.ts'
import { createEstateStore } from './estate-store.ts'
import { readingOf } from './reading-of.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function estateOf(...ids: string[]) {
  const estate = createEstateStore()
  estate.replaceAll(
    ids.map((id) => componentWith({ id })),
    'e.1',
  )
  return estate
}

const stopped = (id: string) => new Map([[id, componentWith({ id, verdict: 'stopped' as const })]])

test('nothing is known until it is read once, and of single rows no list is made', () => {
  const estate = createEstateStore()

  estate.change(stopped('a'))

  expect(estate.rows.get()).toBeUndefined()
  expect(estate.get('a')).toBeUndefined()
})

test('a change calls the listeners of its own row and no others', () => {
  const estate = estateOf('a', 'b')
  const heard: string[] = []
  estate.subscribeRow('a', () => heard.push('a'))
  const end = estate.subscribeRow('b', () => heard.push('b'))

  estate.change(stopped('b'))
  end()
  estate.change(stopped('b'))

  expect(heard).toEqual(['b'])
})

test('the list is made anew at once after a quiet time, and then at most once a second', () => {
  const estate = estateOf('a', 'b', 'c')
  vi.advanceTimersByTime(2000)
  const versions: (readonly string[])[] = []
  estate.rows.subscribe(() => versions.push([...(estate.rows.get()?.changed ?? [])]))

  estate.change(stopped('a'))
  expect(versions).toEqual([['a']])

  estate.change(stopped('b'))
  estate.change(stopped('c'))
  vi.advanceTimersByTime(900)
  expect(versions).toHaveLength(1)
  vi.advanceTimersByTime(100)
  expect(versions).toEqual([['a'], ['b', 'c']])

  vi.advanceTimersByTime(60_000)
  expect(versions).toHaveLength(2)
})

test('what somebody has just done is in the list at once', () => {
  const estate = estateOf('a', 'b')

  estate.change(new Map([['a', null]]))
  expect(estate.rows.get()?.list).toHaveLength(2)
  estate.flush()

  expect(estate.rows.get()?.list.map(({ id }) => id)).toEqual(['b'])
})

test('a reading replaces what readings move, and leaves the rest of the row', () => {
  const estate = estateOf('a')
  const reading = { ...readingOf(componentWith()), lagSeconds: 77 }

  estate.change(new Map([['a', { reading }]]))
  estate.change(new Map([['unknown', { reading }]]))

  expect(estate.get('a')).toMatchObject({ verdict: 'running', lagSeconds: 77 })
  expect(estate.get('unknown')).toBeUndefined()
  expect(estate.timesTold('a')).toBe(1)
})

test('everything anew tells every row that somebody looks at, also one that went', () => {
  const estate = estateOf('a', 'b')
  const heard: string[] = []
  estate.subscribeRow('b', () => heard.push(estate.get('b')?.id ?? 'gone'))

  estate.replaceAll([componentWith({ id: 'a' })], 'e.9')

  expect(heard).toEqual(['gone'])
  expect(estate.revision()).toBe('e.9')
})

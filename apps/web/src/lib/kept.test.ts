import { beforeEach, expect, test } from 'vitest'
import { createKept } from './kept.ts'

const numberOr = (other: number) => (stored: unknown) =>
  typeof stored === 'number' ? stored : other

beforeEach(() => localStorage.clear())

test('what is kept is there for the next page', () => {
  createKept('width', numberOr(1)).set(5)

  expect(createKept('width', numberOr(1)).get()).toBe(5)
})

test('what cannot be meant counts as nothing', () => {
  localStorage.setItem('width', '{"half')
  expect(createKept('width', numberOr(1)).get()).toBe(1)

  localStorage.setItem('width', '"wide"')
  expect(createKept('width', numberOr(1)).get()).toBe(1)
})

test('what another tab keeps is followed', () => {
  const width = createKept('width', numberOr(1))

  localStorage.setItem('width', '7')
  window.dispatchEvent(new StorageEvent('storage', { key: 'width' }))

  expect(width.get()).toBe(7)
})

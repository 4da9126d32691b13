import type { Component } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import type { Rows } from '../../../api/estate-store.ts'
import { componentWith } from '../../../test/component.ts'
import { createListOrder } from './list-order.ts'
import { ordered, parseSort } from './view.ts'

const sort = parseSort('-lag')
const behind = (id: string, lagSeconds: number) => componentWith({ id, identity: id, lagSeconds })

function rowsOf(list: readonly Component[], version: number, changed: string[] | null): Rows {
  return { list, version, changed: changed && new Set(changed) }
}

test('what has changed, come or gone is put in its place, as if all were sorted anew', () => {
  const order = createListOrder()
  const list = Array.from({ length: 100 }, (_, index) => behind(`c${index}`, (index * 37) % 100))
  order.of(rowsOf(list, 1, null), sort)

  const next = list
    .filter(({ id }) => id !== 'c7')
    .map((one) => (one.id === 'c3' ? behind('c3', 1000) : one))
    .concat(behind('new', 50))
  const shown = order.of(rowsOf(next, 2, ['c3', 'c7', 'new']), sort)

  expect(shown).toEqual(ordered(next, sort))
  expect(shown[0]?.id).toBe('c3')
})

test('where a moment was missed, or another sort is wanted, all are sorted', () => {
  const order = createListOrder()
  const list = [behind('a', 1), behind('b', 2)]
  order.of(rowsOf(list, 1, null), sort)

  const later = [behind('a', 9), behind('b', 8)]
  expect(order.of(rowsOf(later, 3, []), sort).map(({ id }) => id)).toEqual(['a', 'b'])
  const byName = parseSort('-name')
  expect(order.of(rowsOf(later, 3, []), byName).map(({ id }) => id)).toEqual(['b', 'a'])
})

import { expect, test } from 'vitest'
import { componentWith } from '../../test/component.ts'
import { countTracked } from './count-tracked.ts'
import { parseInventorySearch } from './inventory-search.ts'
import { shownTracked } from './tracked-view.ts'

const estate = [
  componentWith({ id: '1', name: 'b', identity: 'b', note: { text: 'Billing', by: 'x', at: '' } }),
  componentWith({ id: '2', name: 'a', identity: 'a', formerNames: ['old'] }),
  componentWith({ id: '3', cluster: 'other', name: 'c', origin: 'imported' }),
  componentWith({
    id: '4',
    kind: 'checker',
    name: '7',
    identity: null,
    host: null,
    origin: 'configured',
    protection: { level: 'high', isOwn: true },
  }),
]
const shown = (search: Record<string, string>) =>
  shownTracked(estate, parseInventorySearch(search)).map(({ id }) => id)

test('what is tracked stands by cluster, kind and name, whatever state it is in', () => {
  expect(shown({})).toEqual(['4', '2', '1', '3'])
})

test('it is found by its name, a former one, its host or its note', () => {
  expect(shown({ q: 'OLD' })).toEqual(['2'])
  expect(shown({ q: 'billing' })).toEqual(['1'])
  expect(shown({ q: '10.0.0.11', cluster: 'default' })).toEqual(['2', '1'])
})

test('it is narrowed by kind, origin and a level of its own; what an URL can’t mean narrows nothing', () => {
  expect(shown({ kind: 'checker' })).toEqual(['4'])
  expect(shown({ origin: 'imported' })).toEqual(['3'])
  expect(shown({ level: 'own' })).toEqual(['4'])
  expect(shown({ kind: 'store', origin: 'dreamt', level: 'high' })).toHaveLength(4)
})

test('it is counted by cluster and kind, an empty cluster too, and by origin', () => {
  const counts = countTracked(estate, [
    { id: 'default', name: 'D' },
    { id: 'empty', name: 'E' },
  ])

  expect(counts.total).toBe(4)
  expect(counts.origins).toEqual({ pasted: 2, configured: 1, imported: 1 })
  expect(counts.clusters.map(({ kinds, total }) => [kinds.writer, kinds.checker, total])).toEqual([
    [2, 1, 3],
    [0, 0, 0],
  ])
})

import { expect, test } from 'vitest'
import { IdsByKey } from './ids-by-key.ts'

test('one key has the ids that were added to it, in their order, each once', () => {
  const ids = new IdsByKey()
  for (const id of ['a', 'b', 'a', 'c']) ids.add('key', id)
  ids.add('other', 'd')

  expect(ids.of('key')).toEqual(['a', 'b', 'c'])
  expect([ids.has('key', 'b'), ids.has('key', 'd'), ids.has('none', 'a')]).toEqual([
    true,
    false,
    false,
  ])
})

test('what is deleted is gone, and only from its own key', () => {
  const ids = new IdsByKey()
  ids.add('single', 'a')
  for (const id of ['a', 'b']) ids.add('shared', id)

  ids.delete('single', 'b')
  expect(ids.of('single')).toEqual(['a'])
  ids.delete('single', 'a')
  ids.delete('shared', 'a')
  expect([ids.of('single'), ids.of('shared')]).toEqual([[], ['b']])
  ids.delete('shared', 'b')
  expect(ids.of('shared')).toEqual([])
})

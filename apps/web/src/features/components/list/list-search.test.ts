import { expect, test } from 'vitest'
import {
  columnsOf,
  columnsWord,
  defaultColumns,
  isChosen,
  parseColumns,
  tableWidthPx,
} from './columns.ts'
import { parseListSearch } from './list-search.ts'
import { between } from './use-selection.ts'

test('a list goes through the URL, each value once, and what can’t be meant is left out', () => {
  const search = parseListSearch({
    kind: 'writer,nonsense',
    verdict: 'stalled,abnormal,stalled',
    host: '10.0.0.1,,10.0.0.2',
    sort: 'nonsense',
    cols: 'lag,nonsense',
    density: 'huge',
    sel: 'a,b',
  })

  expect(search).toMatchObject({
    kind: 'writer',
    verdict: 'stalled,abnormal',
    host: '10.0.0.1,10.0.0.2',
    cols: 'name,lag',
    sel: 'a,b',
  })
  expect(search.sort).toBeUndefined()
  expect(search.density).toBeUndefined()
})

test('no more than a hundred selected rows are taken from a URL', () => {
  const sel = Array.from({ length: 150 }, (_, index) => `c${index}`).join(',')

  expect(parseListSearch({ sel }).sel?.split(',')).toHaveLength(100)
})

test('columns stand as they are named, the name always among them', () => {
  expect(parseColumns('note,lag')).toEqual(['name', 'note', 'lag'])
  expect(parseColumns('nonsense')).toBeUndefined()
  expect(columnsOf({ cols: 'host' })).toEqual(['name', 'host'])
  expect(columnsWord(columnsOf({}))).toBeUndefined()
})

test('a range reaches from the one row to the other, in either direction', () => {
  const ids = ['a', 'b', 'c', 'd']

  expect(between(ids, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(between(ids, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(between(ids, undefined, 'b')).toBeUndefined()
  expect(between(ids, 'gone', 'b')).toBeUndefined()
})

test('chosen columns keep their room, however many they are', () => {
  expect(isChosen(defaultColumns)).toBe(false)
  expect(isChosen(['name', 'host'])).toBe(true)
  expect(tableWidthPx(['name', 'host'])).toBe(508)
  expect(tableWidthPx([...defaultColumns, 'project'])).toBe(tableWidthPx(defaultColumns) + 150)
})

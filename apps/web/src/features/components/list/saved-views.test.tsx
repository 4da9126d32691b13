import { beforeEach, expect, test } from 'vitest'
import { everyNamed, named, press, show, type } from '../../../test/screen.tsx'
import type { ListChange, ListSearch } from './list-view.ts'
import { SavedViews } from './saved-views.tsx'
import { savedViews } from './views.ts'

beforeEach(() => savedViews.set([]))

function viewing(search: ListSearch) {
  const changes: ListChange[] = []
  const tools = {
    search,
    all: [],
    rows: [],
    selected: [],
    select: () => undefined,
    narrowTo: (change: ListChange) => void changes.push(change),
  }
  show(<SavedViews tools={tools} />)
  press('button', 'Views')
  return changes
}

test('what is shown is saved by a name, and shown again by it', () => {
  const changes = viewing({ verdict: 'stalled', sort: '-lag', open: 'c1' })

  type('textbox', 'Name of this view', 'night shift')
  press('button', 'Save')
  expect(savedViews.get()).toEqual([{ name: 'night shift', word: 'verdict=stalled&sort=-lag' }])

  press('button', 'night shift')
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ verdict: 'stalled', sort: '-lag', q: undefined })
  expect(everyNamed('dialog')).toEqual([])
})

test('some views come with the product', () => {
  const changes = viewing({ q: 'source' })

  press('button', 'Most behind')

  expect(changes[0]).toMatchObject({ sort: '-lag', q: undefined })
})

test('a view is overwritten, renamed and deleted', () => {
  savedViews.set([{ name: 'night', word: 'verdict=stalled' }])
  viewing({ verdict: 'stopped' })

  press('button', 'Overwrite “night”')
  expect(savedViews.get()).toEqual([{ name: 'night', word: 'verdict=stopped' }])

  press('button', 'Rename “night”')
  type('textbox', 'Rename “night”', 'day')
  press('button', 'Take this name')
  expect(savedViews.get()).toEqual([{ name: 'day', word: 'verdict=stopped' }])

  press('button', 'Delete “day”')
  expect(savedViews.get()).toEqual([])
})

test('a name that there is already says that it overwrites', () => {
  savedViews.set([{ name: 'night', word: '' }])
  viewing({})

  type('textbox', 'Name of this view', 'night')

  expect(everyNamed('button')).toContain('Overwrite')
})

test('the view that is shown is marked, and it says where views are kept', () => {
  viewing({ sort: '-lag' })

  expect(named('button', 'Most behind').getAttribute('aria-current')).toBe('true')
  expect(document.body.textContent).toContain('kept in this browser only')
})

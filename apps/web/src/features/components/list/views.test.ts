import { expect, test } from 'vitest'
import {
  builtInViews,
  renamed,
  shareWord,
  viewChange,
  viewWord,
  withView,
  withoutView,
} from './views.ts'

const views = [
  { name: 'night', word: 'verdict=stalled' },
  { name: 'day', word: '' },
]

test('a view is what the URL says of the list, and not of one moment', () => {
  const search = { verdict: 'stalled,abnormal', q: '10.0 & more', sel: 'c1', open: 'c2' }

  expect(viewWord(search)).toBe('q=10.0+%26+more&verdict=stalled,abnormal')
})

test('a view comes back as it was saved, and takes away what it does not say', () => {
  const search = { q: 'a+b', host: '10.0.0.1,10.0.0.2', sort: '-lag', density: 'compact' } as const

  const change = viewChange(viewWord(search))

  expect(change).toMatchObject(search)
  expect(Object.hasOwn(change, 'verdict')).toBe(true)
  expect(change.verdict).toBeUndefined()
  expect('open' in change).toBe(false)
})

test('a density that does not exist is none', () => {
  expect(viewChange('density=huge').density).toBeUndefined()
})

test('the built-in views say what they are', () => {
  expect(viewChange(builtInViews[0].word).verdict).toContain('needs-you')
  expect(viewChange(builtInViews[1].word)).toMatchObject({ sort: '-lag', verdict: undefined })
})

test('a link for a colleague says the columns too', () => {
  expect(shareWord({ verdict: 'stalled' })).toBe(
    'verdict=stalled&cols=verdict,name,lag,checkpoint,host,active,status,command&density=comfortable',
  )
})

test('a view of the same name is overwritten where it stands', () => {
  expect(withView(views, { name: 'night', word: 'q=x' })).toEqual([
    { name: 'night', word: 'q=x' },
    views[1],
  ])
  expect(withView(views, { name: 'new', word: '' }).map(({ name }) => name)).toEqual([
    'night',
    'day',
    'new',
  ])
})

test('a view takes a name over, and can be deleted', () => {
  expect(renamed(views, 'night', 'shift').map(({ name }) => name)).toEqual(['shift', 'day'])
  expect(renamed(views, 'night', 'day')).toEqual([{ name: 'day', word: 'verdict=stalled' }])
  expect(renamed(views, 'night', 'night')).toEqual(views)
  expect(withoutView(views, 'day')).toEqual([views[0]])
})

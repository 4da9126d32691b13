import { expect, test } from 'vitest'
import { componentWith } from '../../../test/component.ts'
import { held, narrowed, nextSort, ordered, parseSort, sortWord } from './view.ts'

const namesOf = (components: readonly { name: string }[]) => components.map(({ name }) => name)

test('the worst come first, then the greatest lag, then the name; unknown lag last', () => {
  const list = [
    componentWith({ id: '1', name: 'running', verdict: 'running', lagSeconds: 9999 }),
    componentWith({ id: '2', name: 'stalled, little', verdict: 'stalled', lagSeconds: 10 }),
    componentWith({ id: '3', name: 'stalled, unknown', verdict: 'stalled', lagSeconds: null }),
    componentWith({ id: '4', name: 'stalled, much', verdict: 'stalled', lagSeconds: 500 }),
    componentWith({ id: '5', name: 'needs you', verdict: 'needs-you', lagSeconds: 0 }),
    componentWith({ id: '6', name: 'a stalled, much', verdict: 'stalled', lagSeconds: 500 }),
  ]

  expect(namesOf(ordered(list, parseSort(undefined)))).toEqual([
    'needs you',
    'a stalled, much',
    'stalled, much',
    'stalled, little',
    'stalled, unknown',
    'running',
  ])
})

test('of those that need somebody the ones that stand still come first', () => {
  const list = [
    componentWith({ id: '1', name: 'a running', verdict: 'needs-you', lagSeconds: 900 }),
    componentWith({ id: '2', name: 'b unknown', verdict: 'needs-you', active: null }),
    componentWith({ id: '3', name: 'c stopped', verdict: 'needs-you', active: false }),
  ]

  expect(namesOf(ordered(list, parseSort(undefined)))).toEqual([
    'c stopped',
    'b unknown',
    'a running',
  ])
})

test('what is not known stays last whichever way a column is sorted', () => {
  const list = [
    componentWith({ id: '1', name: 'unknown', lagSeconds: null }),
    componentWith({ id: '2', name: 'ahead', lagSeconds: -37 }),
    componentWith({ id: '3', name: 'behind', lagSeconds: 60 }),
  ]

  expect(namesOf(ordered(list, parseSort('lag')))).toEqual(['ahead', 'behind', 'unknown'])
  expect(namesOf(ordered(list, parseSort('-lag')))).toEqual(['behind', 'ahead', 'unknown'])
})

test('each count is of what its own filter leaves out, and shown is what all let through', () => {
  const list = [
    componentWith({ id: '1', verdict: 'stopped', cluster: 'hz' }),
    componentWith({ id: '2', verdict: 'stopped', cluster: 'sh' }),
    componentWith({ id: '3', verdict: 'running', cluster: 'sh' }),
    componentWith({ id: '4', verdict: 'running', cluster: 'sh', kind: 'checker' }),
  ]

  const { shown, kinds, ofAllKinds, verdicts, ofAllVerdicts } = narrowed(list, {
    cluster: 'sh',
    kind: 'writer',
    verdict: 'stopped,stalled',
  })

  expect(shown.map(({ id }) => id)).toEqual(['2'])
  expect(kinds).toEqual({ writer: 2, connector: 0, checker: 1 })
  expect(verdicts).toMatchObject({ stopped: 1, running: 1, stalled: 0 })
  expect([ofAllKinds, ofAllVerdicts]).toEqual([3, 2])
})

test('while somebody points at a row none moves: new ones come last, untracked ones go', () => {
  const tracked = new Set(['a', 'b', 'c', 'new'])

  const shown = held(['a', 'gone', 'b', 'c'], ['c', 'new', 'a'], (id) => tracked.has(id))

  expect(shown).toEqual(['a', 'b', 'c', 'new'])
})

test('a sort goes through the URL and back, and the worst first is no word at all', () => {
  for (const word of ['lag', '-lag', '-name', 'command', '-verdict']) {
    expect(sortWord(parseSort(word))).toBe(word)
  }
  expect(sortWord(parseSort('nonsense'))).toBeUndefined()
  expect(nextSort(parseSort(undefined), 'lag')).toEqual({ key: 'lag', isDescending: true })
  expect(nextSort(parseSort('-lag'), 'lag')).toEqual({ key: 'lag', isDescending: false })
})

test('a lag that jitters moves no row, and of the healthy only the name counts', () => {
  const list = [
    componentWith({ id: '1', identity: 'b', verdict: 'running', lagSeconds: 40 }),
    componentWith({ id: '2', identity: 'a', verdict: 'running', lagSeconds: 1 }),
    componentWith({ id: '3', identity: 'd', verdict: 'falling-behind', lagSeconds: 611 }),
    componentWith({ id: '4', identity: 'c', verdict: 'falling-behind', lagSeconds: 610 }),
  ]

  const identities = ordered(list, parseSort(undefined)).map(({ identity }) => identity)
  expect(identities).toEqual(['c', 'd', 'a', 'b'])
})

import { expect, test } from 'vitest'
import { componentWith } from '../../test/component.ts'
import { worstLag, worstLags } from './worst-lags.ts'

const lagging = (name: string, lagSeconds: number | null) =>
  componentWith({ id: name, name, lagSeconds, verdict: 'falling-behind' })
const namesOf = (components: readonly { name: string }[]) => components.map(({ name }) => name)

test('the most behind come first, and no more than are asked for', () => {
  const components = [lagging('a', 100), lagging('b', 9000), lagging('c', 400)]

  expect(namesOf(worstLags(components, 2))).toEqual(['b', 'c'])
})

test('a lag that jitters by some seconds moves no row', () => {
  expect(namesOf(worstLags([lagging('b', 65), lagging('a', 61)], 10))).toEqual(['a', 'b'])
  expect(namesOf(worstLags([lagging('b', 61), lagging('a', 65)], 10))).toEqual(['a', 'b'])
})

test('what is stopped, and what has no lag that is known, is not among them', () => {
  const stopped = componentWith({ name: 'stopped', verdict: 'stopped', lagSeconds: 99_999 })
  const components = [stopped, lagging('unread', null), lagging('a', 5)]

  expect(namesOf(worstLags(components, 10))).toEqual(['a'])
  expect(worstLag(components)?.name).toBe('a')
  expect(worstLag([stopped])).toBeUndefined()
})

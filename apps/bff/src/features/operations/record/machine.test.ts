import { stepStates } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { mayMove, stateOf } from './machine.ts'

test('an uncertain step makes the operation uncertain, a refused one makes it failed', () => {
  expect(stateOf(['succeeded', 'uncertain', 'pending'])).toBe('uncertain')
  expect(stateOf(['succeeded', 'refused', 'pending'])).toBe('failed')
  expect(stateOf(['refused', 'uncertain'])).toBe('uncertain')
})

test('an operation succeeds only when every step did or was skipped', () => {
  expect(stateOf(['succeeded', 'skipped'])).toBe('succeeded')
  expect(stateOf(['succeeded', 'pending'])).toBe('running')
  expect(stateOf(['pending', 'pending'])).toBe('queued')
  expect(stateOf(['running'])).toBe('running')
})

test('the machine sends no step a second time: nothing but pending leads to running, and nothing to pending', () => {
  expect(stepStates.filter((from) => mayMove(from, 'running'))).toEqual(['pending'])
  expect(stepStates.filter((from) => mayMove(from, 'pending'))).toEqual([])
})

test('what has ended stays as it ended, as far as the machine goes', () => {
  for (const end of ['succeeded', 'skipped', 'refused'] as const)
    for (const to of stepStates) expect(mayMove(end, to)).toBe(false)
})

test('a person may take up again what was refused or is uncertain, and say what became of the latter', () => {
  const decided = (from: (typeof stepStates)[number]) =>
    stepStates.filter((to) => mayMove(from, to, 'person'))

  expect(decided('refused')).toEqual(['pending', 'skipped'])
  expect(decided('uncertain')).toEqual(['pending', 'succeeded', 'skipped'])
  expect(decided('running')).toEqual([])
  expect(decided('skipped')).toEqual([])
})

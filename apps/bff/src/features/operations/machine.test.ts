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

test('no step is ever sent a second time: nothing but pending leads to running', () => {
  expect(stepStates.filter((from) => mayMove(from, 'running'))).toEqual(['pending'])
})

test('what has ended stays as it ended', () => {
  for (const end of ['succeeded', 'skipped', 'refused'] as const)
    for (const to of stepStates) expect(mayMove(end, to)).toBe(false)
})

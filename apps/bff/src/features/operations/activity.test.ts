import type { Operation, OperationState, StepState } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { activityOf } from './activity.ts'

const operation = (id: string, state: OperationState, step: StepState): Operation => ({
  id,
  kind: 'stop',
  component: { id: 'c', cluster: 'main', kind: 'writer', name: 'w' },
  input: {},
  changes: [],
  newName: null,
  state,
  verification: 'pending',
  steps: [
    {
      name: 'stop',
      effect: 'write',
      attempt: 1,
      earlier: [],
      decision: null,
      state: step,
      request: { method: 'POST', path: '/applier/stop', curl: '' },
      reply: null,
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:00:01.000Z',
    },
  ],
  actor: 'local',
  reason: null,
  abandonedBecause: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  finishedAt: null,
})

test('a refused command was none: the one before it stands', () => {
  const activity = activityOf([
    operation('new', 'failed', 'refused'),
    operation('old', 'succeeded', 'succeeded'),
  ])

  expect(activity).toMatchObject({
    operation: null,
    failedOperation: { id: 'new', kind: 'stop' },
    lastCommand: { operation: 'old' },
  })
})

test('an uncertain command may have been one, and holds the component', () => {
  expect(activityOf([operation('new', 'uncertain', 'uncertain')])).toMatchObject({
    operation: { id: 'new', state: 'uncertain' },
    lastCommand: { operation: 'new' },
  })
})

test('only a stop that was accepted, and not contradicted, explains that a writer stands still', () => {
  const stopped = operation('x', 'succeeded', 'succeeded')
  expect(activityOf([stopped]).ownStopAt).toBe('2026-01-01T00:00:01.000Z')
  expect(activityOf([{ ...stopped, verification: 'contradicted' }]).ownStopAt).toBeNull()
  expect(activityOf([operation('y', 'abandoned', 'uncertain'), stopped]).ownStopAt).toBeNull()
  const steps = stopped.steps.map((step) => ({ ...step, name: 'start' as const }))
  expect(activityOf([{ ...stopped, kind: 'start', steps }]).ownStopAt).toBeNull()
})

test('an abandoned failure is forgotten', () => {
  expect(
    activityOf([operation('new', 'abandoned', 'refused'), operation('old', 'failed', 'refused')])
      .failedOperation,
  ).toBeNull()
})

import type { Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { operationWith } from '../../../test/operation.ts'
import { stepWith } from '../../../test/step.ts'
import {
  decisionsFor,
  judgeNewName,
  leavesNewStopped,
  leavesStopped,
  mayComeLate,
  stepsAfter,
  stuckStep,
} from './decisions.ts'

const migration = (facts: Partial<Step>, rest: Partial<Step> = {}) =>
  operationWith({
    kind: 'migrate',
    input: { host: '10.0.0.2' },
    component: {
      id: 'c1',
      cluster: 'default',
      kind: 'writer',
      name: '10.0.0.1-9000:p_x_source-000-0:0000000007',
    },
    steps: [
      stepWith({ name: 'stop', state: 'succeeded' }),
      stepWith({ name: 'migrate', ...facts }),
      stepWith({ name: 'start-new', state: 'pending', startedAt: null, ...rest }),
    ],
  })

test('what may be decided depends on whether CM certainly did not do it', () => {
  expect(decisionsFor(operationWith({ state: 'failed' }))).toEqual(['retry', 'dismiss'])
  const uncertain = { ...migration({ state: 'uncertain' }), state: 'uncertain' } as const
  expect(decisionsFor(uncertain)).toEqual(['happened', 'skipped', 'again', 'abandon'])
  const check = stepWith({ name: 'see-stopped', effect: 'read', state: 'refused' })
  expect(decisionsFor(operationWith({ state: 'failed', steps: [check] }))).toEqual([
    'retry',
    'skipped',
    'dismiss',
  ])
  for (const state of ['queued', 'running', 'succeeded', 'abandoned'] as const)
    expect(decisionsFor(operationWith({ state }))).toEqual([])
})

test('the only step of an operation is not left out: that is to give it up', () => {
  const stop = operationWith({ state: 'uncertain', steps: [stepWith({ state: 'uncertain' })] })

  expect(decisionsFor(stop)).toEqual(['happened', 'again', 'abandon'])
})

test('the step that somebody must look at is the one that holds the operation', () => {
  const uncertain = { ...migration({ state: 'uncertain' }), state: 'uncertain' } as const
  const refused = { ...migration({ state: 'refused' }), state: 'failed' } as const

  expect(stuckStep(uncertain)?.index).toBe(1)
  expect(stuckStep(refused)?.step.name).toBe('migrate')
  expect(stuckStep({ ...uncertain, state: 'abandoned' })).toBeUndefined()
})

test('what goes on after a step are those that are still to be run', () => {
  const operation = migration({ state: 'uncertain' })

  expect(stepsAfter(operation, 1).map(({ name }) => name)).toEqual(['start-new'])
  expect(stepsAfter(operation, 2)).toEqual([])
})

test('a write that nobody answered may come late, one that CM answered may not', () => {
  const late = (facts: Partial<Step>) => mayComeLate(stepWith({ state: 'uncertain', ...facts }))
  const answered = (status: number | null) =>
    ({ status, body: '', failure: 'BAD_STATUS' }) satisfies Step['reply']

  expect(late({ reply: null })).toBe(true)
  expect(late({ reply: answered(null) })).toBe(true)
  expect(late({ reply: answered(504) })).toBe(true)
  expect(late({ reply: answered(400) })).toBe(false)
  expect(late({ reply: null, effect: 'read' })).toBe(false)
  expect(late({ reply: null, state: 'succeeded' })).toBe(false)
})

test('a component is left stopped where the last thing that CM did was a stop', () => {
  expect(leavesStopped(migration({ state: 'refused' }))).toBe(true)
  expect(leavesStopped(migration({}, { state: 'succeeded' }))).toBe(false)
  expect(leavesStopped(operationWith({ steps: [stepWith({ state: 'refused' })] }))).toBe(false)
})

test('a migration that ended before the start leaves a new component that stands still', () => {
  const migrated = { ...migration({ state: 'succeeded' }), newName: 'x' }
  const started = { ...migration({}, { state: 'uncertain' }), newName: 'x' }

  expect(leavesNewStopped(migrated)).toBe(true)
  expect(leavesNewStopped(started)).toBe(false)
  expect(leavesNewStopped(migration({}))).toBe(false)
})

test('a new name keeps the identity and stands on the host that was asked for', () => {
  const operation = migration({ state: 'uncertain' })
  const judge = (name: string) => judgeNewName(name, operation)

  expect(judge('10.0.0.2-9000:p_x_source-000-0:0000000008')).toEqual({ warnings: [] })
  expect(judge('10.0.0.3-9000:p_x_source-000-0:0000000008').warnings).toEqual(['other-host'])
})

test('a name of another component is not taken', () => {
  const operation = migration({ state: 'uncertain' })
  const name = '10.0.0.2-9000:p_x_source-000-0:0000000008'
  const other = { id: 'c2', cluster: 'default', name }

  expect(judgeNewName('10.0.0.2-9000:p_y_source-000-0:0000000008', operation).fault).toBe(
    'other-identity',
  )
  expect(judgeNewName('p_x_source-000-0', operation).fault).toBe('other-form')
  expect(judgeNewName(name, operation, [other]).fault).toBe('already-tracked')
  expect(judgeNewName(name, operation, [{ ...other, cluster: 'east' }])).toEqual({ warnings: [] })
  expect(judgeNewName(name, operation, [{ ...other, id: 'c1' }])).toEqual({ warnings: [] })
})

test('a new name that could not stand in a request, or is the old one, is not taken', () => {
  const operation = migration({ state: 'uncertain' })

  expect(judgeNewName('', operation).fault).toBe('empty')
  expect(judgeNewName('a b', operation).fault).toBe('whitespace')
  expect(judgeNewName(operation.component.name, operation).fault).toBe('same-name')
})

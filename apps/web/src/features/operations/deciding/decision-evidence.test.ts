import type { Component, Operation, Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../../test/component.ts'
import { operationWith } from '../../../test/operation.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { stepWith } from '../../../test/step.ts'
import { evidenceOf } from './decision-evidence.ts'

const judge = (
  facts: Partial<Step>,
  seen: Partial<Component>,
  asked: Partial<Operation> = {},
  text = chinese,
) =>
  evidenceOf(
    text,
    { step: stepWith({ state: 'uncertain', ...facts }), operation: operationWith(asked) },
    { component: componentWith(seen), nowMs: atMs },
  )

test('a component that is still active speaks against its stop, one that is not against its start', () => {
  expect(judge({ name: 'stop' }, { active: true })).toEqual({
    speaks: 'against',
    sentence: '1 秒前仍观测到组件活跃：停止很可能没有生效。',
  })
  expect(judge({ name: 'start-there' }, { active: false })?.speaks).toBe('against')
  expect(judge({ name: 'stop' }, { active: false })).toBeUndefined()
  expect(judge({ name: 'start' }, { active: true })).toBeUndefined()
  expect(judge({ name: 'stop' }, { active: null })).toBeUndefined()
})

test('a reading that was asked for before the step says nothing of it', () => {
  expect(judge({ name: 'stop', startedAt: ago(1) }, { askedAt: ago(2) })).toBeUndefined()
  expect(judge({ name: 'stop', startedAt: null }, {})).toBeUndefined()
})

test('what CM refused needs no evidence, a check that failed does', () => {
  expect(judge({ name: 'start', state: 'refused' }, { active: false })).toBeUndefined()
  const check = { name: 'see-stopped', effect: 'read', state: 'refused' } as const
  expect(judge(check, { active: true })?.speaks).toBe('against')
})

test('CM’s words about a name may mean that it was migrated or deleted', () => {
  const failure = {
    code: 'REJECTED',
    detail: 'CM refused: writer does not exist',
    at: ago(3),
  } as const
  const migrated = judge({ name: 'migrate' }, { failure }, { kind: 'migrate' }, english)

  expect(migrated?.speaks).toBe('for')
  expect(migrated?.sentence).toContain('writer does not exist')
  expect(migrated?.sentence).toContain('the migration happened')
  expect(judge({ name: 'migrate' }, { failure: { ...failure, code: 'CUT' } })).toBeUndefined()
  expect(judge({ name: 'stop' }, { failure })).toBeUndefined()
})

test('a component that CM still answers for was probably not deleted', () => {
  expect(judge({ name: 'delete' }, {}, { kind: 'delete' })?.speaks).toBe('against')
})

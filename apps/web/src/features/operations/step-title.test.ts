import { operationKinds, operationsOf, stepNames } from '@wheelhouse/contract'
import type { ComponentKind, Operation, StepName } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { chinese, english } from '../../test/spoken.ts'
import { stepWith } from '../../test/step.ts'
import { againSentence, lookSentence, stepTitle } from './step-title.ts'

const of = (kind: ComponentKind, facts: Partial<Operation> = {}) =>
  operationWith({
    component: {
      id: 'c1',
      cluster: 'default',
      kind,
      name: kind === 'checker' ? '90230' : '10.0.0.1-9000:p_x_source-000-0:0000000007',
    },
    input: { host: '10.0.0.2' },
    ...facts,
  })

test('a step names what it is done to, in the vendor’s words', () => {
  expect(stepTitle(chinese, { name: 'stop' }, of('writer'))).toBe('停止 Writer')
  expect(stepTitle(chinese, { name: 'start' }, of('checker'))).toBe('启动 Checker')
  expect(stepTitle(chinese, { name: 'move-checkpoint' }, of('connector'))).toBe('修改位点')
  expect(stepTitle(english, { name: 'start-new' }, of('connector'))).toBe('Start the new Connector')
})

test('for every step of every kind of component it is said what to look at and what a second time may do', () => {
  for (const kind of ['writer', 'connector', 'checker'] as const)
    for (const name of stepNames)
      for (const text of [english, chinese]) {
        const step = stepWith({ name })
        expect(lookSentence(text, step, of(kind)), `${kind} ${name}`).toMatch(/[.?。：！]$/u)
        expect(lookSentence(text, step, of(kind)), `${kind} ${name}`).not.toMatch(/[{}]/u)
        expect(againSentence(text, step, of(kind)), `${kind} ${name}`).toMatch(/[.。]$/u)
      }
})

test('an uncertain migration is looked for on the host where it was to go', () => {
  const step = stepWith({ name: 'migrate', state: 'uncertain' })

  expect(lookSentence(english, step, of('connector'))).toContain('on 10.0.0.2 under /home/ds/run')
  expect(lookSentence(chinese, step, of('writer'))).toContain('目标主机 10.0.0.2')
})

test('an uncertain start after a migration is looked for under the new name', () => {
  const newName = '10.0.0.2-9000:p_x_source-000-0:0000000008'
  const step = stepWith({ name: 'start-new' as StepName, state: 'uncertain' })

  expect(lookSentence(english, step, of('connector', { newName }))).toContain(newName)
})

test('every kind of operation has a title that names the component', () => {
  for (const kind of operationKinds)
    expect(english(`operation.title.${kind}`, { name: 'p_x' })).toContain('p_x')
  expect(operationsOf.writer).toContain('delete')
})

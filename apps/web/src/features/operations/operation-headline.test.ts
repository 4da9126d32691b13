import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { chinese } from '../../test/spoken.ts'
import { stepWith } from '../../test/step.ts'
import { headline } from './operation-headline.ts'

test('a rewind that ended at its start tells that the checkpoint was moved', () => {
  const steps = [
    stepWith(),
    stepWith({ name: 'move-checkpoint' }),
    stepWith({ name: 'start-there', state: 'refused', reply: null }),
  ]
  const failed = operationWith({
    kind: 'rewind',
    state: 'failed',
    input: { checkpoint: 1639657384 },
    steps,
  })

  expect(headline(chinese, failed)).toMatch(
    /位点已改为 2021-12-1\d .+。组件已停止，不会自动启动。$/u,
  )
  expect(headline(chinese, { ...failed, steps: steps.slice(0, 1) })).not.toContain('位点已改为')
})

test('a new name that somebody gave is not told as a component that exists', () => {
  const decision = { as: 'happened', by: 'local', reason: 'looked', at: '' } as const
  const half = (migrate: Parameters<typeof stepWith>[0]) =>
    operationWith({
      kind: 'migrate',
      state: 'failed',
      newName: 'n2',
      steps: [
        stepWith({ name: 'migrate', ...migrate }),
        stepWith({ name: 'start-new', state: 'refused', reply: null }),
      ],
    })

  expect(headline(chinese, half({ decision }))).toContain(
    '新名称 n2 由人工填写，尚未观测到该组件。',
  )
  expect(headline(chinese, half({}))).toContain('新组件 n2 已创建，但尚未启动。')
})

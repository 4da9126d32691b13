import { expect, test } from 'vitest'
import { ago } from '../../test/component.ts'
import { operationWith } from '../../test/operation.ts'
import { stepWith } from '../../test/step.ts'
import { timesOf } from './step-times.ts'

test('a step waits from the end of what came before it', () => {
  const operation = operationWith({
    createdAt: ago(30),
    steps: [
      stepWith({ startedAt: ago(29), finishedAt: ago(25) }),
      stepWith({ startedAt: ago(20), finishedAt: null, state: 'running' }),
      stepWith({ startedAt: null, finishedAt: null, state: 'pending' }),
    ],
  })

  expect(timesOf(operation, 0)).toMatchObject({ waitedSeconds: 1, tookSeconds: 4 })
  expect(timesOf(operation, 1)).toMatchObject({ waitedSeconds: 5, tookSeconds: null })
  expect(timesOf(operation, 2)).toBeUndefined()
})

test('the time until a person decided is no time that a step took', () => {
  const decision = { as: 'happened', by: 'local', reason: 'looked', at: ago(1) } as const
  const step = stepWith({ startedAt: ago(900), finishedAt: ago(1), decision })

  expect(timesOf(operationWith({ createdAt: ago(900), steps: [step] }), 0)?.tookSeconds).toBeNull()
})

test('a step that is tried again waits from the end of its last try', () => {
  const { state, reply, startedAt, finishedAt } = stepWith({ finishedAt: ago(25) })
  const tried = { state, reply, startedAt, finishedAt }
  const step = stepWith({ startedAt: ago(5), finishedAt: ago(4), attempt: 2, earlier: [tried] })

  expect(timesOf(operationWith({ createdAt: ago(30), steps: [step] }), 0)?.waitedSeconds).toBe(20)
})

import type { Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago } from '../../../test/component.ts'
import { operationWith } from '../../../test/operation.ts'
import { lastWriteOf } from './last-write-of.ts'

const stepWith = (facts: Partial<Step>): Step => ({
  name: 'stop',
  effect: 'write',
  request: { method: 'POST', path: '/', curl: 'curl' },
  state: 'succeeded',
  reply: null,
  startedAt: null,
  finishedAt: null,
  attempt: 1,
  earlier: [],
  decision: null,
  ...facts,
})

test('the last write is the one begun last, no read and nothing that never left', () => {
  const older = operationWith({ id: 'older', steps: [stepWith({ startedAt: ago(60) })] })
  const newer = operationWith({
    id: 'newer',
    steps: [
      stepWith({ name: 'stop', startedAt: ago(30) }),
      stepWith({ name: 'see-stopped', effect: 'read', startedAt: ago(20) }),
      stepWith({ name: 'update', startedAt: ago(10) }),
      stepWith({ name: 'start', state: 'pending' }),
    ],
  })

  expect(lastWriteOf([newer, older])?.step.name).toBe('update')
  expect(lastWriteOf([older])?.operation.id).toBe('older')
  expect(lastWriteOf([operationWith()])).toBeUndefined()
})

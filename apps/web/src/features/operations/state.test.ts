import { stepFailureCodes } from '@wheelhouse/contract'
import type { Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { chinese, english } from '../../test/spoken.ts'
import { outcomeSentence } from './state.ts'

const refusedWith = (reply: Step['reply']): Step => ({
  name: 'stop-writer',
  state: 'refused',
  request: { method: 'POST', path: '/applier/stop', curl: 'curl' },
  reply,
  startedAt: null,
  finishedAt: null,
})

test('a failed operation says why, whatever came back, in both languages', () => {
  for (const failure of stepFailureCodes) {
    const steps = [refusedWith({ status: null, body: '', failure })]
    const operation = operationWith({ state: 'failed', steps })

    expect(outcomeSentence(english, operation)).toMatch(/^The stop failed: .+\. .+\.$/u)
    expect(outcomeSentence(chinese, operation)).toMatch(/^停止失败：.+。.+。$/u)
  }
})

test('where no reason is known none is promised', () => {
  const operation = operationWith({ state: 'failed', steps: [refusedWith(null)] })

  expect(outcomeSentence(english, operation)).toBe('The stop failed: CM did not carry it out.')
})

test('what was not seen within a minute is not said to be seen otherwise', () => {
  const operation = operationWith({ state: 'succeeded', verification: 'contradicted' })

  expect(outcomeSentence(english, operation)).toBe(
    'CM accepted the stop, yet a minute later the component had not been seen stopped.',
  )
})

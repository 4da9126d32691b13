import { expect, test } from 'vitest'
import { componentWith } from '../../test/component.ts'
import { operationWith } from '../../test/operation.ts'
import { needing } from './needing.ts'

test('an uncertain operation waits for somebody, a failed one while nothing followed it', () => {
  const operations = [
    operationWith({ id: 'uncertain', state: 'uncertain' }),
    operationWith({ id: 'newest', state: 'failed' }),
    operationWith({ id: 'history', state: 'failed' }),
    operationWith({ id: 'done', state: 'succeeded' }),
  ]
  const components = [
    componentWith({ failedOperation: { id: 'newest', kind: 'stop' } }),
    componentWith(),
  ]

  expect(needing(operations, components).map(({ id }) => id)).toEqual(['uncertain', 'newest'])
})

import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('a log keeps the newest entries only', () => {
  const log = createLog<number>(3)

  for (let entry = 1; entry <= 20; entry += 1) log.add(entry)

  expect(log.newest()).toEqual([18, 19, 20])
})

import { expect, test } from 'vitest'
import { createCallRecord, type Call } from './calls.ts'

test('the record keeps the newest calls only', () => {
  const calls = createCallRecord(3)

  for (let at = 1; at <= 20; at += 1) calls.add(callAt(at))

  expect(calls.newest().map(({ at }) => at)).toEqual([18, 19, 20])
})

const callAt = (at: number): Call => ({
  at,
  method: 'GET',
  path: '/',
  query: {},
  body: null,
  status: 404,
  effect: 'none',
  fault: null,
})

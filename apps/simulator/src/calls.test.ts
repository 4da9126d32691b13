import { expect, test } from 'vitest'
import { createCallList, type Call } from './calls.ts'

const call = (n: number): Call => ({
  n,
  at: 0,
  method: 'GET',
  path: '/',
  query: {},
  body: null,
  status: 200,
  effect: 'none',
  fault: null,
})

test('however many reads come, every write is kept and the order is that of the calls', () => {
  const calls = createCallList({ reads: 3, writes: 100 })

  for (let n = 1; n <= 50; n += 1) calls.add(call(n), { reads: n % 10 !== 0 })

  expect(calls.newest().map(({ n }) => n)).toEqual([10, 20, 30, 40, 47, 48, 49, 50])
})

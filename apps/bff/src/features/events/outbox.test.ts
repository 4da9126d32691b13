import { expect, test } from 'vitest'
import { Outbox } from './outbox.ts'

test('of one row only the newest change waits', () => {
  const outbox = new Outbox()
  outbox.put({ row: 'a', text: () => 'a1' })
  outbox.put({ row: 'b', text: () => 'b1' })
  outbox.put({ row: 'a', text: () => 'a2' })

  expect(outbox.take(9)).toEqual(['a2', 'b1'])
  expect(outbox.size).toBe(0)
})

test('a part never takes the place of the whole, the whole always that of a part', () => {
  const outbox = new Outbox()
  outbox.put({ row: 'a', text: () => 'whole a' })
  outbox.put({ row: 'a', isPart: true, text: () => 'part of a' })
  outbox.put({ row: 'b', isPart: true, text: () => 'part of b' })
  outbox.put({ row: 'b', text: () => 'whole b' })

  expect(outbox.take(9)).toEqual(['whole a', 'whole b'])
})

test('what is taken is as it is then, and no more than asked for', () => {
  const outbox = new Outbox()
  let lag = 1
  outbox.put({ row: 'a', text: () => `a${lag}` })
  outbox.put({ row: 'b', text: () => `b${lag}` })
  lag = 2

  expect(outbox.take(1)).toEqual(['a2'])
  expect(outbox.take(1)).toEqual(['b2'])
})

import { expect, test } from 'vitest'
import { KeptAnswer } from './kept-answer.ts'

const answer = (position: string, cfg = 'a=••••••\nb=位点') => JSON.stringify({ position, cfg })

test.for([
  [answer('1639732207'), answer('1639732208')],
  [answer('9'), answer('10')],
  [answer('10'), answer('9')],
  [answer('1'), answer('1')],
  [answer('1'), answer('1', 'a=••••••\nb=另')],
  [answer('1'), answer('2', 'x'.repeat(5000))],
  [answer('2', 'x'.repeat(5000)), answer('1')],
  ['aaaa', 'aa'],
  ['aa', 'aaaa'],
  ['', 'a'],
  ['a', ''],
] as const)('of an answer that follows another nothing is lost: %s, %s', ([first, second]) => {
  const before = new KeptAnswer(first)
  const after = new KeptAnswer(second, before)

  expect(before.text).toBe(first)
  expect(after.text).toBe(second)
  expect(new KeptAnswer(first, after).text).toBe(first)
})

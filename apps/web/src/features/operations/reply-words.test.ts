import { expect, test } from 'vitest'
import { chinese, english } from '../../test/spoken.ts'
import { failureWithWords, failureWords } from './reply-words.ts'

test('a connection that was reset without an answer is no answer that broke off', () => {
  const cut = { status: null, body: 'read ECONNRESET', failure: 'CUT' } as const

  expect(failureWords(chinese, cut)).toBe('未收到应答：连接被重置。')
  expect(failureWords(chinese, { ...cut, status: 200 })).toBe('CM 的应答中途断开。')
})

test('what never left is not said to be unanswered', () => {
  const reply = { status: null, body: '', failure: 'READ_ONLY' } as const

  expect(failureWords(english, reply)).toMatch(/^No byte was sent/u)
  expect(failureWords(english, { status: 200, body: '', failure: null })).toBeUndefined()
})

test('CM’s own words are told of a refusal alone', () => {
  const body = '{"isSuccess":false,"message":"no agent"}'

  expect(failureWithWords(english, { status: 200, body, failure: 'REJECTED' })).toBe(
    'CM answered that the call failed. In its words: “no agent”.',
  )
  expect(failureWithWords(english, { status: 500, body, failure: 'BAD_STATUS' })).toBe(
    'CM answered with an error status.',
  )
})

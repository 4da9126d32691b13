import { expect, test } from 'vitest'
import { cmWords } from './cm-words.ts'

test('CM’s reason is found wherever it may stand', () => {
  expect(cmWords('{"isSuccess":false,"message":"component is running"}')).toBe(
    'component is running',
  )
  expect(cmWords('{"isSuccess":false,"errorDetail":{"code":"E1","message":"no agent"}}')).toBe(
    'E1 · no agent',
  )
  expect(cmWords('{"isSuccess":false,"errorDetail":"no agent"}')).toBe('no agent')
})

test('what is no reason of CM’s is not told as one', () => {
  expect(cmWords('{"isSuccess":false}')).toBeUndefined()
  expect(cmWords('{"isSuccess":true,"message":"ok"}')).toBeUndefined()
  expect(cmWords('<html>502</html>')).toBeUndefined()
  expect(cmWords('read ECONNRESET')).toBeUndefined()
  expect(cmWords('{"isSuccess":')).toBeUndefined()
})

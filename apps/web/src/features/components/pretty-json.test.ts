import { expect, test } from 'vitest'
import { prettyJson } from './pretty-json.ts'

test('a reply is laid out with an indent of two', () => {
  expect(prettyJson('{"a":{"b":[1,"x, {y}: \\"z\\""],"c":{},"d":[]},"e":null}')).toBe(
    JSON.stringify({ a: { b: [1, 'x, {y}: "z"'], c: {}, d: [] }, e: null }, undefined, 2),
  )
})

test('a number keeps every digit that CM wrote', () => {
  expect(prettyJson('{"id":12345678901234567890}')).toContain('12345678901234567890')
})

test('what is no JSON is not laid out', () => {
  expect(prettyJson('<html>502</html>')).toBeUndefined()
  expect(prettyJson('{"replicator":{"acti')).toBeUndefined()
})

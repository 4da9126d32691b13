import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './vault.ts'

const key = randomBytes(32)

test('secrets come back for their own operation and key, and for no other', () => {
  const sealed = seal({ SECRET_1: 'hunter2 – 密码' }, key, 'one')

  expect(unseal(sealed, key, 'one')).toEqual({ SECRET_1: 'hunter2 – 密码' })
  expect(() => unseal(sealed, key, 'other')).toThrow(/authenticate/u)
  expect(() => unseal(sealed, randomBytes(32), 'one')).toThrow(/authenticate/u)
})

test('nothing of a secret stands in what is kept, and the same secret is never kept twice the same', () => {
  const [one, other] = [seal({ S: 'hunter2' }, key, 'one'), seal({ S: 'hunter2' }, key, 'one')]

  expect(Buffer.from(one ?? '', 'base64').toString('latin1')).not.toContain('hunter2')
  expect(one).not.toBe(other)
})

test('an operation without secrets keeps none', () => {
  expect(seal({}, key, 'one')).toBeNull()
  expect(unseal(null, key, 'one')).toEqual({})
})

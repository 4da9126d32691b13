import { expect, test } from 'vitest'
import { typedName } from './typed-name.ts'

test.each([
  ['10.0.0.11-9000:p_3b7i_source-000-0:0000000001', 'p_3b7i_source-000-0:0000000001'],
  ['10.0.0.11-9000:connector:p_x-000-0:0000000001', 'connector:p_x-000-0:0000000001'],
  ['90230', '90230'],
  ['odd:', 'odd:'],
])('of %s, %s is typed', (name, typed) => {
  expect(typedName(name)).toBe(typed)
})

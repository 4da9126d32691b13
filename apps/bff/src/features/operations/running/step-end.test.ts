import { expect, test } from 'vitest'
import { migrated } from './step-end.ts'

const old = '10.0.0.1-9000:p_x_source-000-0:0000000069'

function nameAfter(newName: string | null, name = old) {
  const reply = { status: 200, body: '', newName }
  const component = { id: 'c', cluster: 'main', kind: 'writer', name } as const
  const end = migrated(reply, { component }, (it) => it === 'tracked')
  return { failure: end.reply?.failure, newName: end.newName }
}

test.for([
  null,
  '',
  'OK',
  'success',
  '10.0.0.2',
  '__proto__',
  '../../etc',
  '/a/b',
  'foo',
  '10.0.0.2-9000:p_y_source-000-0:0000000070',
  `${old}&x`,
])('after a migration of a name with an identity, %j is an odd name', (name) => {
  expect(nameAfter(name)).toEqual({ failure: 'ODD_NAME', newName: undefined })
})

test.for(['OK', '10.0.0.2', 'connector', 'a-10:b:1234567890', 'tracked'])(
  'after a migration of a name of another form, %j is an odd name',
  (name) => {
    expect(nameAfter(name, 'my-connector')).toEqual({ failure: 'ODD_NAME', newName: undefined })
  },
)

test('a name with the same identity is the new one, and one in which the old one stands', () => {
  const next = '10.0.0.2-9000:p_x_source-000-0:0000000070'
  const free = '10.0.0.2-9000:my-connector:0000000001'

  expect(nameAfter(next)).toEqual({ failure: null, newName: next })
  expect(nameAfter(free, 'my-connector')).toEqual({ failure: null, newName: free })
})

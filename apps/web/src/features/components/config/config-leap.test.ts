import { catalogued } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { leapOf } from './config-leap.ts'

const workers = catalogued('writer', 'JDBCWriter.worker_num')

test.each([
  ['999999', '64', { than: 'before', n: 15_624 }],
  ['641', '64', { than: 'before', n: 10 }],
  ['640', '64', undefined],
  ['999999', null, { than: 'default', n: 15_624 }],
  ['128', null, undefined],
  ['none', '64', undefined],
  ['32', '0', undefined],
])('%s where %s stood is a leap: %o', (value, before, leap) => {
  expect(leapOf(value, before, workers)).toEqual(leap)
})

test('of what is no plain number nothing is said', () => {
  expect(leapOf('99999', '1', catalogued('writer', 'JDBCWriter.writer_type'))).toBeUndefined()
  expect(leapOf('99999', '1', undefined)).toBeUndefined()
})

import type { Addresses } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { changesOf, faultCount, keyFault, noEdits, withEdit, without } from './config-draft.ts'

const workers = 'JDBCWriter.worker_num'

test('an edit keeps what was there when it began, whatever is read meanwhile', () => {
  const begun = withEdit(noEdits, workers, { value: '3', before: '16' })

  const gone = withEdit(begun, workers, { value: '32', before: '64' })

  expect(gone[workers]).toEqual({ value: '32', before: '16' })
  expect(changesOf(gone)).toEqual({ [workers]: '32' })
})

test('a value back to what it was is no change any more', () => {
  const draft = withEdit(noEdits, workers, { value: '32', before: '16' })

  expect(withEdit(draft, workers, { value: '16', before: '16' })).toEqual({})
  expect(without(draft, workers)).toEqual({})
})

test('a key without a before is a change from the first letter', () => {
  expect(withEdit(noEdits, 'source.a', { value: '', before: null })).toHaveProperty(['source.a'])
})

test('the values that can’t be sent are counted, a mask among them', () => {
  const draft = {
    [workers]: { value: 'many', before: '16' },
    'JDBCWriter.print_sql': { value: 'true', before: 'false' },
    'JDBCWriter.sync_password': { value: '••••••', before: null },
  }

  expect(faultCount('writer', draft, undefined)).toBe(2)
})

test('an address is faulty for who may not set one, and for others where it is none', () => {
  const url = 'JDBCWriter.config_url'
  const now = 'jdbc:oceanbase://10.0.0.5:2883'
  const addresses: Addresses = { config: new Map([[url, now]]), hosts: 'unknown' }
  const draft = (value: string) => ({ [url]: { value, before: now } })

  expect(faultCount('writer', draft('jdbc:oceanbase://10.0.0.5:2884'), undefined)).toBe(1)
  expect(faultCount('writer', draft('jdbc:oceanbase://10.0.0.5:2884'), addresses)).toBe(0)
  expect(faultCount('writer', draft('10.0.0.5'), addresses)).toBe(1)
  expect(keyFault('writer', url, undefined)).toBe('locked')
  expect(keyFault('writer', url, addresses)).toBeUndefined()
})

test('a key that can’t be sent is refused before it has a value', () => {
  expect(keyFault('writer', 'worker_num', undefined)).toBe('foreign-prefix')
  expect(keyFault('connector', 'source.checkpoint', undefined)).toBe('locked')
  expect(keyFault('checker', 'a b', undefined)).toBe('malformed-key')
  expect(keyFault('checker', 'limitator.table.diff.max', undefined)).toBeUndefined()
})

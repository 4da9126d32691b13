import { expect, test } from 'vitest'
import { operationWith } from '../../test/operation.ts'
import { restoreOf } from './restore.ts'

const change = (key: string, before: string | null, secret = false) => ({
  key,
  before,
  after: secret ? null : 'new',
  secret,
})

test('a version gives back what was there before, and says what it can’t', () => {
  const operation = operationWith({
    kind: 'configure',
    changes: [
      change('JDBCWriter.worker_num', '16'),
      change('JDBCWriter.print_sql', ''),
      change('JDBCWriter.sync_password', null, true),
      change('JDBCWriter.retry_time', null),
      change('JDBCWriter.timestamp', '1639657384'),
      change('JDBCWriter.config_url', 'jdbc:oceanbase://10.0.0.5:2883'),
    ],
  })

  expect(restoreOf(operation, { mayAddress: false })).toEqual({
    values: { 'JDBCWriter.worker_num': '16', 'JDBCWriter.print_sql': '' },
    left: [
      { key: 'JDBCWriter.sync_password', why: 'secret' },
      { key: 'JDBCWriter.retry_time', why: 'unknown' },
      { key: 'JDBCWriter.timestamp', why: 'locked' },
      { key: 'JDBCWriter.config_url', why: 'locked' },
    ],
  })
})

test('an address is given back to who may set addresses', () => {
  const url = 'jdbc:oceanbase://10.0.0.5:2883'
  const operation = operationWith({
    kind: 'configure',
    changes: [change('JDBCWriter.config_url', url)],
  })

  expect(restoreOf(operation, { mayAddress: true }).values).toEqual({
    'JDBCWriter.config_url': url,
  })
})

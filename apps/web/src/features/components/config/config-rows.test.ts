import { catalogued, configKeysOf } from '@wheelhouse/contract'
import type { ConfigEntry } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { configRows, grouped, isSecretRow, rowMatches, suggestedKeys } from './config-rows.ts'

const entry = (key: string, value: string | null = 'x'): ConfigEntry => ({
  key,
  value,
  secret: value === null,
  sent: null,
})

const rowsOf = (...entries: ConfigEntry[]) => configRows('writer', entries, [])

test('keys stand under the catalogue’s headings, and what it does not know comes last', () => {
  const rows = rowsOf(
    entry('JDBCWriter.no_such_key'),
    entry('JDBCWriter.retry_time'),
    entry('JDBCWriter.worker_num'),
  )

  expect(grouped(rows).map(([group, own]) => [group, own.map(({ key }) => key)])).toEqual([
    ['concurrency', ['JDBCWriter.worker_num']],
    ['retry', ['JDBCWriter.retry_time']],
    ['other', ['JDBCWriter.no_such_key']],
  ])
})

test('a key that is being added stands among the others, once', () => {
  const rows = configRows(
    'writer',
    [entry('JDBCWriter.worker_num')],
    ['JDBCWriter.worker_num', 'JDBCWriter.print_sql'],
  )

  expect(rows.map(({ key, entry }) => [key, entry?.value])).toEqual([
    ['JDBCWriter.worker_num', 'x'],
    ['JDBCWriter.print_sql', undefined],
  ])
})

test('a search finds keys, values and meanings in either language', () => {
  const [row] = rowsOf(entry('JDBCWriter.worker_num', '16'))
  const meaning = catalogued('writer', 'JDBCWriter.worker_num')?.meaning

  for (const q of ['WORKER', '16', '', meaning?.zh ?? '?', meaning?.en ?? '?']) {
    expect(row && rowMatches(row, q)).toBe(true)
  }
  expect(row && rowMatches(row, 'kafka')).toBe(false)
})

test('what may not be changed says why: by the catalogue, by its name, or for want of a form', () => {
  const lockOf = (key: string, value?: string) => rowsOf(entry(key, value))[0]?.lock

  expect(lockOf('JDBCWriter.timestamp')).toBe('position')
  expect(lockOf('JDBCWriter.other_url', 'http://10.0.0.1')).toBe('presumed')
  expect(lockOf('[odd]')).toBe('unsendable')
  expect(lockOf('JDBCWriter.worker_num', '16')).toBeUndefined()
})

test('only what may be set and is not there yet is suggested', () => {
  const suggested = suggestedKeys('writer', rowsOf(entry('JDBCWriter.worker_num')))

  expect(suggested.map(({ name }) => name)).not.toContain('JDBCWriter.worker_num')
  expect(suggested.filter(({ locked }) => locked)).toEqual([])
  expect(suggested.length).toBeLessThan(configKeysOf('writer').length)
})

test('a secret is one by what CM’s answer cut, or by the catalogue', () => {
  const [cut, listed, plain] = rowsOf(
    entry('JDBCWriter.any', null),
    entry('JDBCWriter.sync_password', 'x'),
    entry('JDBCWriter.worker_num'),
  )

  expect([cut, listed, plain].map((row) => row && isSecretRow(row))).toEqual([true, true, false])
})

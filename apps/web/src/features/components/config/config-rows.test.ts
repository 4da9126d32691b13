import { catalogued, configKeysOf } from '@wheelhouse/contract'
import type { Addresses, ConfigEntry } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { configRows, grouped, rowMatches, secrecyOf, suggestedKeys } from './config-rows.ts'

const entry = (key: string, value: string | null = 'x'): ConfigEntry => ({
  key,
  value,
  secret: value === null,
  sent: null,
})

const rowsOf = (...entries: ConfigEntry[]) =>
  configRows('writer', entries, { added: [], addresses: undefined })

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
  const rows = configRows('writer', [entry('JDBCWriter.worker_num')], {
    added: ['JDBCWriter.worker_num', 'JDBCWriter.print_sql'],
    addresses: undefined,
  })

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
  const suggested = suggestedKeys('writer', rowsOf(entry('JDBCWriter.worker_num')), undefined)

  expect(suggested.map(({ name }) => name)).not.toContain('JDBCWriter.worker_num')
  expect(suggested.filter(({ locked }) => locked)).toEqual([])
  expect(suggested.length).toBeLessThan(configKeysOf('writer').length)
})

test('an address may be set, and is suggested, where whoever asks has the right', () => {
  const url = 'JDBCWriter.config_url'
  const addresses: Addresses = { config: new Map(), hosts: 'unknown' }
  const lockOf = (held: Addresses | undefined) =>
    configRows('writer', [entry(url)], { added: [], addresses: held })[0]?.lock
  const suggestedTo = (held: Addresses | undefined) =>
    suggestedKeys('writer', [], held).map(({ name }) => name)

  expect(lockOf(undefined)).toBe('address-right')
  expect(lockOf(addresses)).toBeUndefined()
  expect(suggestedTo(undefined)).not.toContain(url)
  expect(suggestedTo(addresses)).toContain(url)
})

test('a value that is cut is a secret by its key’s name or the catalogue, and else only hidden', () => {
  const [unlisted, named, listed, plain] = rowsOf(
    entry('JDBCWriter.any', null),
    entry('JDBCWriter.any_token', null),
    entry('JDBCWriter.sync_password', 'x'),
    entry('JDBCWriter.worker_num'),
  )

  expect([unlisted, named, listed, plain].map((row) => row && secrecyOf(row))).toEqual([
    'hidden',
    'secret',
    'secret',
    undefined,
  ])
})

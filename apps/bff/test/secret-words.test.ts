import { isClearKey, isSecretKey, showKeys } from '@wheelhouse/cm-client'
import {
  componentKinds,
  configKeysOf,
  harmlessProperties,
  isSecretConfigKey,
} from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { checkConfig } from '../src/config/config.ts'

test('what the client masks and what the contract holds for a secret are the same', () => {
  const catalogued = componentKinds.flatMap((kind) => configKeysOf(kind).map(({ name }) => name))
  const others = [
    'dest.sasl.jaas.config',
    'dest.sasl_jass_cfg',
    'source.accessKey',
    'source.accessId',
    'source.apiKey',
    'source.api_key',
    'source.signature',
    'source.sign',
    'source.design',
    'dest.cipher',
    'dest.pw',
    'dest.apw',
    'JDBCWriter.ak',
    'JDBCWriter.rank',
  ]

  for (const name of [...catalogued, ...others])
    expect([name, isSecretConfigKey(name)]).toEqual([name, isSecretKey(name)])
})

test('shown is what the documents name, no secret and no code among it, and how a driver is tuned', () => {
  const all = componentKinds.flatMap((kind) => configKeysOf(kind))
  const hidden = all.filter(({ secret, locked }) => secret || locked === 'code')
  const shown = all.filter((key) => !hidden.includes(key))

  expect(shown.filter(({ name }) => !isClearKey(name)).map(({ name }) => name)).toEqual([])
  expect(hidden.filter(({ name }) => isClearKey(name)).map(({ name }) => name)).toEqual([])
  expect(harmlessProperties.filter((name) => !isClearKey(name))).toEqual([])
})

test('an administrator shows a key that no document names, and never one whose name tells of a secret', () => {
  expect(isClearKey('JDBCWriter.our_own_key')).toBe(false)

  showKeys(['JDBCWriter.our_own_key'])

  expect(isClearKey('JDBCWriter.our_own_key')).toBe(true)
  expect(isClearKey('our_own_key')).toBe(true)
  expect(() => showKeys(['JDBCWriter.our_own_password'])).toThrow(TypeError)
  expect(() => checkConfig({ demo: true, clearKeys: ['JDBCWriter.our_own_password'] })).toThrow(
    'must not be the name of a secret',
  )
})

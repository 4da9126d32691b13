import { isSecretKey } from '@wheelhouse/cm-client'
import { componentKinds, configKeysOf, isSecretConfigKey } from '@wheelhouse/contract'
import { expect, test } from 'vitest'

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

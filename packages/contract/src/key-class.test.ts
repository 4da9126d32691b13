import { expect, test } from 'vitest'
import { configKeysOf } from './config-keys/catalogue.ts'
import { keyClassOf } from './key-class.ts'
import { componentKinds } from './kind.ts'

test.each([
  ['writer', 'JDBCWriter.worker_num', 'safe'],
  ['writer', 'JDBCWriter.sync_password', 'safe'],
  ['writer', 'JDBCWriter.brandNew', 'safe'],
  ['writer', 'JDBCWriter.config_url', 'address'],
  ['writer', 'JDBCWriter.CONFIG_URL', 'address'],
  ['writer', 'JDBCWriter.timestamp', 'locked'],
  ['writer', 'JDBCWriter.status', 'locked'],
  ['writer', 'JDBCWriter.subId', 'locked'],
  ['writer', 'JDBCWriter.sinkFile.jdbcUrl', 'locked'],
  ['writer', 'worker_num', 'locked'],
  ['connector', 'coordinator.connector_jvm_param', 'jvm'],
  ['connector', 'coordinator.connectorJvmParam', 'jvm'],
  ['connector', 'dest.kafka.servers', 'address'],
  ['connector', 'dest.sasl.username', 'address'],
  ['connector', 'dest.sasl.password', 'safe'],
  ['connector', 'dest.sasl.jaas.conf.location', 'locked'],
  ['connector', 'source.clients', 'locked'],
  ['connector', 'source.checkpoint', 'locked'],
  ['checker', 'limitator.java.opt', 'jvm'],
  ['checker', 'datasource.image.address', 'address'],
  ['checker', 'src.record.filter.mapping', 'locked'],
  ['checker', 'task.id', 'locked'],
] as const)('of a %s, %s is %s', (kind, name, keyClass) => {
  expect(keyClassOf(kind, name)).toBe(keyClass)
})

test('position, identity, state and code are locked for everybody, in any spelling', () => {
  const locked = componentKinds.flatMap((kind) =>
    configKeysOf(kind).flatMap(({ name, locked: lock }) =>
      lock && lock !== 'address' ? [keyClassOf(kind, name), keyClassOf(kind, upperTail(name))] : [],
    ),
  )

  expect(locked.length).toBeGreaterThan(30)
  expect(new Set(locked)).toEqual(new Set(['locked']))
})

/** The prefix must be as it is. */
const upperTail = (name: string) => name.replace(/[^.]+$/, (tail) => tail.toUpperCase())

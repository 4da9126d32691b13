import { expect, test } from 'vitest'
import { isSecretConfigKey } from './config-key.ts'

test.each([
  'JDBCWriter.sync_password',
  'JDBCWriter.binlog_password',
  'datasource.master.systenant.password',
  'sasl.jaas.config',
  'dest.sasl.kerberos.keytab.location',
  'kafka.passwd',
  'adminPwd',
  'clientSecret',
  'API_TOKEN',
  'accessKey',
  'access-key-id',
  'private.pem',
  'oss.ak',
  'oss_SK',
  'ak',
  'basicAuth',
  'JDBCWriter.pw',
  'pw',
  'dest.apiKey',
  'dest.api_key',
  'source.signature',
  'source.sign',
  'dest.cipher',
  'source.accessId',
  'dest.sasl_jass_cfg',
])('%s holds a secret', (name) => {
  expect(isSecretConfigKey(name)).toBe(true)
})

test.each([
  'JDBCWriter.worker_num',
  'JDBCWriter.sync_username',
  'limitator.table.diff.max',
  'task.resume',
  'source.checkpoint',
  'break',
  'disk',
  'dest.partition.assignor',
  'apw',
  'source.design',
  'filter.verify.inmod.keys',
])('%s holds none', (name) => {
  expect(isSecretConfigKey(name)).toBe(false)
})

import { expect, test } from 'vitest'
import { configFault, configFaultsOf, mostConfigKeys } from './config-rules.ts'
import { scopePrefixesOf } from './key-class.ts'

test.each([
  ['writer', 'JDBCWriter.worker_num', '16'],
  ['writer', 'JDBCWriter.tx_records_limit', ''],
  ['writer', 'JDBCWriter.lsn_mode', ''],
  ['writer', 'JDBCWriter.sync_password', 'a\'b"c& =?%2F\\'],
  [
    'writer',
    'JDBCWriter.whiteCondition',
    '[{"name":"test_ddl01","all":false,"sub":[{"name":"*"}]}]',
  ],
  ['writer', 'JDBCWriter.filter.conditions', 'baby.*'],
  ['writer', 'JDBCWriter.sinkFile.someNewKey', 'any text'],
  ['connector', 'coordinator.connector_jvm_param', '-Xms4g -Xmx6g -Xmn2g'],
  ['connector', 'coordinator.connectorJvmParam', '-Xmx8g'],
  ['connector', 'coordinator.allowRecordTypes', 'INSERT,UPDATE'],
  ['connector', 'source.dataflow_fetch_size', '600'],
  ['connector', 'dest.partition.mode', 'one_partition'],
  ['connector', 'dest.sasl.password', '**'],
  ['checker', 'limitator.table.diff.max', '100000'],
  ['checker', 'limitator.datasource.image.ob10freecpu.min', '0'],
  ['checker', 'filter.verify.inmod.tables', '.*;.*;.*'],
  ['checker', 'limitator.prepared.splitors', '1000'],
  ['checker', 'limitator.java.opt', '-server -Xms4g -Xmx4g'],
  ['connector', 'coordinator.jvm_options', '-Xmx8g -XX:MaxMetaspaceSize=256m'],
  ['connector', 'dest.sasl.password', '-D3cret jdbc:x'],
  ['writer', 'JDBCWriter.note', 'a-D b, -Column -debug, farmi:x'],
] as const)('a %s takes %s=%s', (kind, name, value) => {
  expect(configFault(kind, name, value)).toBeUndefined()
})

test.each([
  ['writer', '', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.a b', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.a=b', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.a&taskName', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.a\nb', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.worker_num\n', '1', 'malformed-key'],
  ['writer', 'JDBCWriter.线程', '1', 'malformed-key'],
  ['writer', '.JDBCWriter.a', '1', 'malformed-key'],
  ['writer', `JDBCWriter.${'a'.repeat(118)}`, '1', 'malformed-key'],
  ['writer', 'worker_num', '16', 'foreign-prefix'],
  ['writer', 'applierName', 'x', 'foreign-prefix'],
  ['writer', 'jdbcwriter.worker_num', '16', 'foreign-prefix'],
  ['writer', 'source.checkpoint', '{}', 'foreign-prefix'],
  ['connector', 'taskName', 'x', 'foreign-prefix'],
  ['connector', 'sink.workerNum', '16', 'foreign-prefix'],
  ['connector', 'JDBCWriter.worker_num', '16', 'foreign-prefix'],
  ['checker', 'task.id', '1', 'foreign-prefix'],
  ['checker', 'task.resume', 'true', 'foreign-prefix'],
  ['checker', 'Task.id', '1', 'foreign-prefix'],
  ['checker', 'JDBCWriter.worker_num', '16', 'foreign-prefix'],
  ['checker', 'coordinator.retryTimes', '3', 'foreign-prefix'],
  ['writer', 'JDBCWriter.timestamp', '1700000000', 'locked'],
  ['writer', 'JDBCWriter.TimeStamp', '1700000000', 'locked'],
  ['writer', 'JDBCWriter.sourceFile.timestamp', '1700000000', 'locked'],
  ['writer', 'JDBCWriter.config_url', 'jdbc:mysql://x', 'locked'],
  ['writer', 'JDBCWriter.sinkFile.jdbcUrl', 'x', 'locked'],
  ['writer', 'JDBCWriter.anything', ' JDBC:mysql://h/?autoDeserialize=true', 'locked'],
  ['writer', 'JDBCWriter.status', 'running', 'locked'],
  ['writer', 'JDBCWriter.subId', '1', 'locked'],
  ['writer', 'JDBCWriter.sourceFile.srcSubTopic', 'x', 'locked'],
  ['writer', 'JDBCWriter.sync_username', 'root@x#y', 'locked'],
  ['connector', 'source.checkpoint', '{"a":"1700000000"}', 'locked'],
  ['connector', 'source.clients', '[]', 'locked'],
  ['connector', 'coordinator.taskname', 'x', 'locked'],
  ['connector', 'dest.bootstrap.servers', 'x:9092', 'locked'],
  ['connector', 'dest.sasl.jaas.config', 'com.sun.security.auth.module.JndiLoginModule', 'locked'],
  ['connector', 'coordinator.transformer', '{}', 'locked'],
  ['checker', 'datasource.image.address', '10.0.0.1:2883', 'locked'],
  ['checker', 'datasource.master.systenant.username', 'root@sys', 'locked'],
  ['checker', 'src.record.filter.mapping', 'groovy', 'locked'],
  ['writer', 'JDBCWriter.sync_password', '••••••', 'masked-value'],
  ['writer', 'JDBCWriter.sync_password', '***', 'masked-value'],
  ['writer', 'JDBCWriter.sync_password', 'abc******', 'masked-value'],
  ['writer', 'JDBCWriter.some_token', 'x***y', 'masked-value'],
  ['writer', 'JDBCWriter.whiteCondition', '{"password":"******"}', 'masked-value'],
  ['writer', 'JDBCWriter.tenant_mapping', '******', 'masked-value'],
  ['writer', 'JDBCWriter.tenant_mapping', 'root:••••••@x', 'masked-value'],
  ['writer', 'JDBCWriter.worker_num', '16\nstatus=running', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\0b', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\tb', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\rb', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\u0085b', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\u2028b', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\u200bb', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'a\ud800', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', '\udc00a', 'control-character'],
  ['writer', 'JDBCWriter.sync_password', 'a\nb', 'control-character'],
  ['writer', 'JDBCWriter.tenant_mapping', 'x'.repeat(8193), 'too-long'],
  ['writer', 'JDBCWriter.tenant_mapping', '位'.repeat(2731), 'too-long'],
  ['writer', 'JDBCWriter.worker_num', '', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', '1.5', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', '1e3', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', ' 16', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', '016', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', '１６', 'wrong-type'],
  ['writer', 'JDBCWriter.Worker_Num', 'many', 'wrong-type'],
  ['writer', 'JDBCWriter.print_sql', 'yes', 'wrong-type'],
  ['writer', 'JDBCWriter.print_sql', 'TRUE', 'wrong-type'],
  ['writer', 'JDBCWriter.whiteCondition', '[', 'wrong-type'],
  ['connector', 'coordinator.allowRecordTypes', 'INSERT,,UPDATE', 'wrong-type'],
  ['connector', 'coordinator.allowRecordTypes', '', 'wrong-type'],
  ['writer', 'JDBCWriter.worker_num', '0', 'out-of-range'],
  ['writer', 'JDBCWriter.worker_num', '-1', 'out-of-range'],
  ['writer', 'JDBCWriter.worker_num', '9'.repeat(19), 'out-of-range'],
  ['connector', 'dest.max.request.size', '2147483648', 'out-of-range'],
  ['checker', 'sampler.verify.ratio', '101', 'out-of-range'],
  ['checker', 'limitator.datasource.image.ob10freememory.min', '9', 'out-of-range'],
  ['checker', 'filter.verify.rectify.type', 'yes', 'not-in-values'],
  ['connector', 'dest.json.serializer', '', 'not-in-values'],
  ['connector', 'coordinator.connector_jvm_param', '-javaagent:/tmp/x.jar', 'unsafe-jvm-flag'],
  ['connector', 'coordinator.connector_jvm_param', '', 'unsafe-jvm-flag'],
  ['connector', 'coordinator.connectorJvmParam', '-XX:OnError=sh', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.coordinatorFile.jvmParam', '-agentlib:jdwp', 'unsafe-jvm-flag'],
  ['checker', 'limitator.java.opt', '-cp /tmp', 'unsafe-jvm-flag'],
  ['checker', 'limitator.java_opts', '-cp /tmp', 'unsafe-jvm-flag'],
  ['checker', 'applierName', 'x', 'foreign-prefix'],
  ['checker', 'taskName', 'x', 'foreign-prefix'],
  ['checker', 'TASKNAME', 'x', 'foreign-prefix'],
  ['connector', 'coordinator.jdk_options', '-javaagent:x', 'locked'],
  ['connector', 'coordinator.vm_args', '-agentlib:jdwp', 'locked'],
  ['connector', 'coordinator.extraOpts', 'x', 'locked'],
  ['connector', 'dest.serializer.class', 'a.B', 'locked'],
  ['connector', 'dest.plugin.path', '/tmp', 'locked'],
  ['connector', 'dest.driverJar', 'x', 'locked'],
  ['connector', 'source.context_loader', 'x', 'locked'],
  ['writer', 'JDBCWriter.launch_args', '-XX:OnOutOfMemoryError=reboot', 'locked'],
  ['writer', 'JDBCWriter.pre_command', 'id', 'locked'],
  ['writer', 'JDBCWriter.postCmd', 'id', 'locked'],
  ['writer', 'JDBCWriter.use_shell', 'true', 'locked'],
  ['writer', 'JDBCWriter.note', '-javaagent:/tmp/x.jar', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', 'a -agentlib:jdwp', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', '-Xmx4g -agentpath:/tmp/x.so', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', '-XX:OnOutOfMemoryError=reboot', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', 'x -Djava.rmi.server.codebase=y', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', '-cp /tmp', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', '--class-path=/tmp', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.coordinatorFile.skipDdl', '-javaagent:x', 'unsafe-jvm-flag'],
  ['writer', 'JDBCWriter.note', 'x;jdbc:h2:mem:;INIT=RUNSCRIPT', 'locked'],
  ['writer', 'JDBCWriter.note', 'ldap://10.0.0.9/x', 'locked'],
  ['writer', 'JDBCWriter.note', '${jndi:LDAPS://10.0.0.9/x}', 'locked'],
  ['writer', 'JDBCWriter.note', 'rmi:x', 'locked'],
  ['writer', 'JDBCWriter.sinkFile.notWriteColumn', 'jdbc:mysql://h', 'wrong-type'],
  ['connector', 'dest.sasl.mechanism', '${jndi:x}', 'wrong-type'],
] as const)('a %s refuses %j=%j: it is %4$s', (kind, name, value, fault) => {
  expect(configFault(kind, name, value)).toBe(fault)
})

test('as many bytes as are taken are taken', () => {
  expect(configFault('writer', 'JDBCWriter.tenant_mapping', 'x'.repeat(8192))).toBeUndefined()
  expect(configFault('writer', 'JDBCWriter.tenant_mapping', '位'.repeat(2730))).toBeUndefined()
})

test('of a change the first fault is told, with its key', () => {
  expect(
    configFaultsOf('writer', {
      'JDBCWriter.worker_num': '16',
      'JDBCWriter.timestamp': '1700000000',
      'JDBCWriter.print_sql': 'x',
    }),
  ).toEqual({ key: 'JDBCWriter.timestamp', fault: 'locked' })
  expect(configFaultsOf('writer', { 'JDBCWriter.worker_num': '16' })).toBeUndefined()
})

test('a key is changed once, in whatever capitals', () => {
  const set = { 'JDBCWriter.worker_num': '16', 'JDBCWriter.Worker_num': '32' }

  expect(configFaultsOf('writer', set)).toEqual({ key: 'JDBCWriter.Worker_num', fault: 'twice' })
})

test('a change must name a key, and not too many', () => {
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`limitator.x${index}`, '1']))

  expect(configFaultsOf('checker', {})).toEqual({ key: null, fault: 'empty' })
  expect(configFaultsOf('checker', keys(mostConfigKeys))).toBeUndefined()
  expect(configFaultsOf('checker', keys(mostConfigKeys + 1))).toEqual({
    key: null,
    fault: 'too-many-keys',
  })
})

test('a name that every object has is no key of the catalogue', () => {
  expect(configFault('checker', 'constructor', 'x')).toBeUndefined()
  expect(configFaultsOf('checker', JSON.parse('{"__proto__":"x"}'))).toEqual({
    key: '__proto__',
    fault: 'malformed-key',
  })
})

test('a kind has its own beginnings, a checker none', () => {
  expect(scopePrefixesOf('writer')).toEqual(['JDBCWriter.'])
  expect(scopePrefixesOf('connector')).toEqual(['source.', 'dest.', 'coordinator.'])
  expect(scopePrefixesOf('checker')).toEqual([])
})

import { expect, test } from 'vitest'
import { isSecretConfigKey } from '../config-key.ts'
import { configFault } from '../config-rules.ts'
import { componentKinds } from '../kind.ts'
import { catalogued, configKeysOf } from './catalogue.ts'

const all = componentKinds.flatMap((kind) => configKeysOf(kind).map((key) => ({ kind, key })))

/** `cm-api.md` §5.1. */
const documentedConnectorKeys = `
  coordinator.connector_jvm_param coordinator.allowRecordTypes coordinator.bufferedQueueCapacity
  coordinator.bufferedThreadCount coordinator.checkpointPickInterval coordinator.checkpointQueueSize
  coordinator.coreWorkerNum coordinator.maxWorkerNum coordinator.ddlBarrier
  coordinator.ddlIgnoreUnsupport coordinator.retryTimes coordinator.sourceSleepIntervalMs
  coordinator.taskIdentity coordinator.taskName source.checkpoint source.clients
  source.source_receive_queue_size source.store_ask_self_unit source.store_connection_timeout_sec
  source.store_socket_timeout_sec source.store_max_retries source.store_time_zone
  source.store_transaction_enabled source.store_record_sequence_enabled
  source.database_max_connection source.database_connection_timeout_sec source.dataflow_fetch_size
  source.dataflow_pull_worker_num source.dataflow_slice_worker_num source.dataflow_slice_queue_size
  source.dataflow_init_table_thread_num source.dataflow_retry_time
  source.dataflow_retry_interval_sec source.source_queue_size dest.batch.size dest.buffer.memory
  dest.linger.ms dest.max.request.size dest.json.serializer dest.kafka.servers dest.kafka.topic
  dest.kafka.version dest.partition dest.partition.mode dest.security.protocol dest.sasl.mechanism
  dest.sasl.username dest.sasl.password dest.ssl.truststore.location dest.db.conn.count`

/** §5.3, then the sample of §1.4 in its own order. */
const documentedWriterKeys = `
  worker_num retry_time retry_sleep tx_records_limit lsn_mode ignore_ddl print_sql timestamp
  coordinatorFile.hotKeyMerge coordinatorFile.skipDdl sinkFile.notWriteColumn
  coordinatorFile.isReverse filter.table filter.db src_type dest_type cluster.url config_url
  binlog_password sync_password
  target_ob_region lsn_mode status listen_port daemon.ip daemon.port local_region_no black_region_no
  tenant_mapping ignore_ddl useMultiExecute useDRCNet calculate_iops coordinatorFile.skipDdl
  sinkFile.notWriteColumn src_type binlog_username binlog_password topic subTopic src_subTopic subId
  timestamp dest_type cluster.url config_url sync_username sync_password filter.conditions
  tx_records_limit worker_num connection_num writer_type retry_sleep task.split.mode blackCondition
  whiteCondition retry_time useDirectUsername coordinatorFile.isReverse print_sql`

/** §5.4. */
const documentedCheckerKeys = `
  limitator.table.diff.max limitator.platform.threads.number limitator.platform.split.threads.number
  limitator.select.batch.max limitator.image.insert.batch.max limitator.datasource.connections.max
  limitator.datasource.image.ob10freememory.min limitator.datasource.image.ob10freecpu.min
  limitator.reviewer.period limitator.reviewer.rounds.max limitator.reviewer.review.batch.max
  limitator.reviewer.time.max limitator.sql.exec.max.last.time limitator.table.nonunique.max
  limitator.queue.size limitator.resume.verify.fromkeys limitator.java.opt filter.verify.inmod.tables
  filter.verify.inmod.keys filter.verify.inmod.workers filter.verify.rectify.type
  rectifier.image.enable rectifier.image.operator.delete rectifier.image.operator.insert
  rectifier.image.operator.update sampler.verify.ratio task.id task.subId task.type task.resume
  datasource.image.table.empty.check datasource.master.address datasource.master.username
  datasource.master.password datasource.master.type datasource.image.address
  datasource.image.username datasource.image.password datasource.image.type
  limitator.review.query.batch.limit limitator.ready.verify.record.queue.size
  limitator.verify.thread.size limitator.review.thread.size limitator.rectify.thread.size
  limitator.source.max.thread.size`

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

test('every key that the documents name is in the catalogue', () => {
  const missing = [
    ...words(documentedConnectorKeys).filter((name) => !catalogued('connector', name)),
    ...words(documentedWriterKeys).filter((name) => !catalogued('writer', `JDBCWriter.${name}`)),
    ...words(documentedCheckerKeys).filter((name) => !catalogued('checker', name)),
  ]

  expect(missing).toEqual([])
})

test.each(componentKinds)('no two keys of a %s differ in upper and lower case alone', (kind) => {
  const names = configKeysOf(kind).map(({ name }) => name.toLowerCase())

  expect(new Set(names).size).toBe(names.length)
})

test('a key is said in Chinese and in English', () => {
  const sentences = all.flatMap(({ key }) => [key.meaning, ...(key.danger ? [key.danger] : [])])

  expect(sentences.filter(({ zh }) => !/\p{Script=Han}.*。$/u.test(zh))).toEqual([])
  expect(sentences.filter(({ en }) => !/^[^\p{Script=Han}]{4,}\.$/u.test(en))).toEqual([])
})

test('a default is a value that would be taken', () => {
  const free = all.filter(({ key }) => key.default !== undefined && !key.locked)
  const faults = free.map(({ kind, key }) => [
    key.name,
    configFault(kind, key.name, key.default ?? ''),
  ])

  expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([])
  expect(free.length).toBeGreaterThan(70)
})

test('an enumeration has its values, and nothing else has', () => {
  expect(all.filter(({ key }) => (key.values !== undefined) !== (key.type === 'enum'))).toEqual([])
})

test('a range is only given to a whole number, and is not empty', () => {
  const ranged = all.flatMap(({ key }) => (key.range ? [{ ...key, ...key.range }] : []))

  expect(ranged.filter(({ type }) => type !== 'integer')).toEqual([])
  expect(ranged.filter(({ min = -Infinity, max = Infinity }) => min >= max)).toEqual([])
})

test('a secret is marked as one, and by its name alone known as one', () => {
  expect(all.filter(({ key }) => isSecretConfigKey(key.name) !== (key.secret === true))).toEqual([])
})

test('what names a component, its databases or its position is locked', () => {
  const locks = (kind: 'writer' | 'connector' | 'checker', ...names: string[]) =>
    names.map((name) => catalogued(kind, name)?.locked)

  expect(locks('connector', 'source.checkpoint', 'source.clients', 'coordinator.taskName')).toEqual(
    ['position', 'address', 'identity'],
  )
  expect(locks('connector', 'dest.kafka.servers', 'coordinator.connector_jvm_param')).toEqual([
    'address',
    undefined,
  ])
  expect(
    locks('writer', 'JDBCWriter.timestamp', 'JDBCWriter.config_url', 'JDBCWriter.cluster.url'),
  ).toEqual(['position', 'address', 'address'])
  expect(locks('writer', 'JDBCWriter.subId', 'JDBCWriter.status', 'JDBCWriter.worker_num')).toEqual(
    ['identity', 'state', undefined],
  )
  expect(locks('checker', 'task.id', 'datasource.image.address')).toEqual(['identity', 'address'])
})

test.each([
  ['connector', 'coordinator.allowRecordTypes'],
  ['connector', 'coordinator.ddlIgnoreUnsupport'],
  ['writer', 'JDBCWriter.ignore_ddl'],
  ['writer', 'JDBCWriter.sinkFile.notWriteColumn'],
  ['checker', 'filter.verify.rectify.type'],
  ['checker', 'rectifier.image.enable'],
  ['checker', 'rectifier.image.operator.delete'],
] as const)('of a %s, %s says what it may cost', (kind, name) => {
  expect(catalogued(kind, name)?.danger).toBeDefined()
})

test('a key of another kind or of no document is not in the catalogue', () => {
  expect(catalogued('writer', 'worker_num')).toBeUndefined()
  expect(catalogued('connector', 'JDBCWriter.worker_num')).toBeUndefined()
  expect(catalogued('checker', 'constructor')).toBeUndefined()
})

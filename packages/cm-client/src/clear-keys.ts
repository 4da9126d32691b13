import { isSecretKey } from './secrets.ts'

/** Of a writer, as its `cfg` writes them; sent they begin with `JDBCWriter.` (cm-api.md §5.3, §1.4). */
const ofWriters = `
  binlog_username blackCondition black_region_no calculate_iops cluster.url config_url
  connection_num coordinatorFile.hotKeyMerge coordinatorFile.isReverse coordinatorFile.skipDdl
  daemon.ip daemon.port dest_type filter.conditions filter.db filter.table ignore_ddl listen_port
  local_region_no lsn_mode print_sql retry_sleep retry_time sinkFile.notWriteColumn src_subTopic
  src_type status subId subTopic sync_username target_ob_region task.split.mode tenant_mapping
  timestamp topic tx_records_limit useDRCNet useDirectUsername useMultiExecute whiteCondition
  worker_num writer_type`

/** Of a connector (§5.1). */
const ofConnectors = `
  coordinator.allowRecordTypes coordinator.bufferedQueueCapacity coordinator.bufferedThreadCount
  coordinator.checkpointPickInterval coordinator.checkpointQueueSize
  coordinator.connector_jvm_param coordinator.coreWorkerNum coordinator.ddlBarrier
  coordinator.ddlIgnoreUnsupport coordinator.maxWorkerNum coordinator.retryTimes
  coordinator.sourceSleepIntervalMs coordinator.taskIdentity coordinator.taskName dest.batch.size
  dest.buffer.memory dest.db.conn.count dest.db.name dest.db.table.name dest.db.type dest.db.url
  dest.db.user dest.json.serializer dest.kafka.servers dest.kafka.topic dest.kafka.version
  dest.linger.ms dest.max.request.size dest.partition dest.partition.mode
  dest.sasl.kerberos.conf.location dest.sasl.kerberos.principal dest.sasl.mechanism
  dest.sasl.username dest.security.protocol dest.ssl.truststore.location source.checkpoint
  source.clients source.database_connection_timeout_sec source.database_max_connection
  source.database_type source.dataflow_fetch_size source.dataflow_init_table_thread_num
  source.dataflow_pull_worker_num source.dataflow_retry_interval_sec source.dataflow_retry_time
  source.dataflow_slice_queue_size source.dataflow_slice_worker_num source.source_queue_size
  source.source_receive_queue_size source.store_ask_self_unit source.store_connection_timeout_sec
  source.store_max_retries source.store_record_sequence_enabled source.store_socket_timeout_sec
  source.store_time_zone source.store_transaction_enabled source.store_username`

/** Of a checker (§5.4). */
const ofCheckers = `
  datasource.image.address datasource.image.insert.error.ignore datasource.image.table.empty.check
  datasource.image.type datasource.image.username datasource.master.address datasource.master.type
  datasource.master.username filter.verify.inmod.keys filter.verify.inmod.tables
  filter.verify.inmod.workers filter.verify.rectify.type limitator.datasource.connections.max
  limitator.datasource.image.ob10freecpu.min limitator.datasource.image.ob10freememory.min
  limitator.image.insert.batch.max limitator.java.opt limitator.platform.split.threads.number
  limitator.platform.threads.number limitator.queue.size limitator.ready.verify.record.queue.size
  limitator.rectify.thread.size limitator.resume.verify.fromkeys
  limitator.review.query.batch.limit limitator.review.thread.size limitator.reviewer.period
  limitator.reviewer.review.batch.max limitator.reviewer.rounds.max limitator.reviewer.time.max
  limitator.select.batch.max limitator.source.max.thread.size limitator.sql.exec.max.last.time
  limitator.table.diff.max limitator.table.nonunique.max limitator.verify.thread.size
  rectifier.image.enable rectifier.image.operator.delete rectifier.image.operator.insert
  rectifier.image.operator.update sampler.verify.ratio task.id task.resume task.subId task.type`

/** Fields of CM's answers (§1.2, §1.4), of the envelopes in which it refuses (§1.8), and of `whiteCondition`. */
const ofAnswers = `
  isSuccess success result data code errCode errMsg errorDetail message msg reason proposal level
  cause requestId traceId replicator active cfg checkpoint dataSource dbIp dbIpString dbPort
  fileIdx gmt msgId offset timestamp gmtCreated gmtModified ip host port location name status
  writerName taskName applierName connector task key all sub func errno SQLState`

/** What a URL's query may show: how a driver is tuned, not as whom or with what it connects. */
const ofUrls = `
  useUnicode characterEncoding connectTimeout socketTimeout loginTimeout allowMultiQueries
  readOnlyPropagatesToServer rewriteBatchedStatements useServerPrepStmts cachePrepStmts
  prepStmtCacheSize prepStmtCacheSqlLimit useLocalSessionState useLocalTransactionState
  cacheServerConfiguration cacheResultSetMetadata elideSetAutoCommits maintainTimeStats
  useCursorFetch defaultFetchSize useCompression tinyInt1isBit yearIsDateType
  zeroDateTimeBehavior serverTimezone useTimezone useLegacyDatetimeCode useSSL requireSSL sslMode
  verifyServerCertificate autoReconnect maxReconnects tcpKeepAlive tcpNoDelay
  noAccessToProcedureBodies useAffectedRows emulateUnsupportedPstmts compatibleOjdbcVersion ssl
  reWriteBatchedInserts stringtype currentSchema applicationName prepareThreshold sslConnection
  blockingReadConnectionTimeout`

const words = (text: string) => text.trim().split(/\s+/)

/** The name alone, as it stands in JSON under its scope: `batch.size` of `dest.batch.size`. */
const bare = (name: string) => name.replace(/^(?:source|dest|coordinator)\./, '')

const clear = new Set([
  ...words(ofWriters).flatMap((name) => [name, `JDBCWriter.${name}`]),
  ...words(ofConnectors).flatMap((name) => [name, bare(name)]),
  ...words(ofCheckers),
  ...words(ofAnswers),
  ...words(ofUrls),
])

/** Whether the value of a key may be shown. What nobody has named is taken for a secret. */
export const isClearKey = (key: string) => clear.has(key)

/**
 * Shows the values of further keys from now on, in the whole process: for configuration keys that the
 * documents don't name. Throws a `TypeError` for a key whose name tells of a secret.
 */
export function showKeys(keys: readonly string[]) {
  for (const key of keys) {
    if (isSecretKey(key)) throw new TypeError(`${key} is the name of a secret`)
    clear
      .add(key)
      .add(key.replace(/^JDBCWriter\./, ''))
      .add(bare(key))
  }
}

import { fakeSecret, fakeWord } from './fake-secret.ts'
import type { Host } from './host.ts'

/** Keys, order and values of the vendor's sample, its masked parts filled in. */
const vendorSample: readonly (readonly [string, string])[] = [
  ['target_ob_region', 'ob_100881.admin'],
  ['lsn_mode', ''],
  ['status', 'running'],
  ['listen_port', '18000'],
  ['daemon.ip', '100.88.121.143'],
  ['daemon.port', '9000'],
  ['local_region_no', ''],
  ['black_region_no', '0'],
  ['tenant_mapping', ''],
  ['ignore_ddl', 'false'],
  // The trailing blank is the vendor's.
  ['useMultiExecute', 'false '],
  ['useDRCNet', 'true'],
  ['calculate_iops', 'true'],
  ['coordinatorFile.skipDdl', ''],
  ['sinkFile.notWriteColumn', ''],
  ['src_type', 'mysql'],
  ['binlog_username', 'drc'],
  ['binlog_password', ''],
  ['topic', 'p_3b7ixsl2sxb4_source'],
  ['subTopic', 'p_3b7ixsl2sxb4_source-000-0'],
  ['src_subTopic', 'p_3b7ixsl2sxb4_dest-000-0'],
  ['subId', '0000000069'],
  ['timestamp', '1639657384'],
  ['dest_type', 'oceanbase1'],
  ['cluster.url', 'http://100.88.121.143:8088'],
  [
    'config_url',
    'jdbc:mysql://10.10.10.2:2883?useUnicode=true&allowMultiQueries=true&socketTimeout=50000&characterEncoding=utf8&readOnlyPropagatesToServer=false',
  ],
  ['sync_username', 'root@oms_mysql#ob_100881.admin'],
  ['sync_password', ''],
  ['filter.conditions', 'baby.*'],
  ['tx_records_limit', ''],
  ['worker_num', '16'],
  ['connection_num', ''],
  ['writer_type', 'increment'],
  ['retry_sleep', '5'],
  ['task.split.mode', 'false'],
  [
    'blackCondition',
    '[{"name":"test_ddl01","all":false,"sub":[{"name":"DRC_TXN*","func":"fn"},{"name":"drc_txn*","func":"fn"}]}]',
  ],
  ['whiteCondition', '[{"name":"test_ddl01","all":false,"sub":[{"name":"*","func":"fn"}]}]'],
  ['retry_time', '3'],
  ['useDirectUsername', 'true'],
  ['coordinatorFile.isReverse', 'true'],
  ['print_sql', 'false'],
]

interface CfgFacts {
  name: string
  host: Host
  createdAtMs: number
  overrides: Readonly<Record<string, string>>
}

/** A writer's configuration in the vendor's order (cm-api.md §1.4), with secrets in plain text. */
export function writerCfg({ name, host, createdAtMs, overrides }: CfgFacts): Map<string, string> {
  const [, subTopic = name, subId = '0000000001'] = /:(.+):(\d{10})$/.exec(name) ?? []
  const topic = subTopic.replace(/-\d+-\d+$/, '')
  const isReverse = topic.endsWith('_dest')
  return new Map([
    ...vendorSample,
    ['daemon.ip', host.name],
    ['topic', topic],
    ['subTopic', subTopic],
    ['src_subTopic', opposite(subTopic)],
    ['subId', subId],
    ['timestamp', `${Math.floor(createdAtMs / 1000)}`],
    ['src_type', isReverse ? 'oceanbase1' : 'mysql'],
    ['dest_type', isReverse ? 'mysql' : 'oceanbase1'],
    ['binlog_password', fakeSecret('binlog', name)],
    // `=` and `&` as real passwords have them: whoever cuts a value there leaves half of it behind.
    ['sync_password', `${fakeSecret('sync', name)}=&${fakeWord}-tail`],
    ...Object.entries(overrides),
  ])
}

/** The INI text that CM prints; `status` in it is the writer's own. */
export function cfgText(cfg: ReadonlyMap<string, string>, status: string): string {
  const lines = [...cfg].map(([key, value]) => `${key}=${key === 'status' ? status : value}\n`)
  return `[JDBCWriter]\n${lines.join('')}`
}

/** The other direction of the same link: `…_source…` and `…_dest…`. */
const opposite = (subTopic: string): string =>
  subTopic.includes('_source')
    ? subTopic.replace('_source', '_dest')
    : subTopic.replace('_dest', '_source')

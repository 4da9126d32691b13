import type { ConfigKey } from '../config-key.ts'
import { count, flag, rows, seconds, threads } from './shapes.ts'

/** What an operator turns: how fast, how often, what is left out. */
export const tuningKeys: readonly ConfigKey[] = [
  {
    ...threads,
    name: 'JDBCWriter.worker_num',
    group: 'concurrency',
    default: '64',
    meaning: {
      zh: '并行写入目标端的线程数，按机器核数和数据库连接数调整。',
      en: 'Threads that write to the target; tune it with cores and connections.',
    },
    source: 'S10',
  },
  {
    ...count,
    name: 'JDBCWriter.retry_time',
    group: 'retry',
    default: '10000',
    meaning: {
      zh: '同步出错后的重试次数。',
      en: 'How often a change that failed is tried again.',
    },
    source: 'S10',
  },
  {
    ...seconds,
    name: 'JDBCWriter.retry_sleep',
    group: 'retry',
    meaning: { zh: '两次重试之间的间隔，单位为秒。', en: 'Seconds between two tries.' },
    source: 'S10',
  },
  {
    ...rows,
    name: 'JDBCWriter.tx_records_limit',
    group: 'batching',
    default: '128',
    canBeEmpty: true,
    meaning: {
      zh: '大事务拆分后每片的记录数；GC 时间过长时可降至 4。',
      en: 'Records of one piece of a big transaction; go down to 4 where GC takes too long.',
    },
    source: 'S10',
  },
  {
    ...flag,
    name: 'JDBCWriter.coordinatorFile.hotKeyMerge',
    group: 'batching',
    meaning: {
      zh: '是否合并热点行的变更；日志出现 conflictKey、deepSize 且 workerNum 只有 1～2 时可设为 true。',
      en: 'Whether changes of hot rows are merged; try true where the log shows conflictKey or deepSize and workerNum is 1 or 2.',
    },
    source: 'S15',
  },
  {
    ...flag,
    name: 'JDBCWriter.print_sql',
    group: 'log',
    default: 'false',
    meaning: {
      zh: '是否在日志中打印执行的 SQL。',
      en: 'Whether the SQL that is executed is logged.',
    },
    danger: {
      zh: '业务数据会随 SQL 写入日志，日志量也会明显增加。',
      en: 'The data itself gets into the log with the SQL, and the log grows fast.',
    },
    source: 'S10',
  },
  {
    ...flag,
    name: 'JDBCWriter.ignore_ddl',
    group: 'ddl',
    default: 'true',
    meaning: {
      zh: '是否忽略 DDL：true 表示不同步 DDL，false 表示同步 DDL。',
      en: 'Whether DDL is left out: true does not replicate it, false does.',
    },
    danger: {
      zh: '设为 true 会丢弃 DDL，两端表结构可能不一致；设为 false 会在目标端执行 DDL。',
      en: 'True loses DDL, so that tables may drift apart; false executes it in the target.',
    },
    source: 'S10',
  },
  {
    name: 'JDBCWriter.coordinatorFile.skipDdl',
    group: 'ddl',
    type: 'text',
    canBeEmpty: true,
    meaning: { zh: '需要跳过的 DDL 语句。', en: 'The DDL statements that are skipped.' },
    danger: {
      zh: '被跳过的 DDL 不会在目标端执行，两端表结构可能不一致。',
      en: 'DDL that is skipped never reaches the target, so that tables may drift apart.',
    },
    source: 'S10',
  },
  {
    name: 'JDBCWriter.sinkFile.notWriteColumn',
    group: 'filter',
    type: 'text',
    canBeEmpty: true,
    meaning: { zh: '无需写入目标端的列。', en: 'The columns that are not written to the target.' },
    danger: {
      zh: '这些列的数据不会写入目标端。',
      en: 'The data of these columns does not reach the target.',
    },
    source: 'S10',
  },
  {
    ...flag,
    name: 'JDBCWriter.useDRCNet',
    group: 'other',
    default: 'false',
    meaning: {
      zh: '传输协议是否使用 DRC Net，设为 true 可提升传输性能。',
      en: 'Whether the DRC net protocol is used; true is faster.',
    },
    source: 'S10',
  },
]

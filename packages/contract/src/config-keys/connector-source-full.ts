import type { ConfigKey } from '../config-key.ts'
import { count, positive, rows, seconds, threads } from './shapes.ts'

/** The full source, which reads the tables themselves. */
export const fullSourceKeys: readonly ConfigKey[] = [
  {
    ...positive,
    name: 'source.database_max_connection',
    group: 'concurrency',
    default: '32',
    meaning: {
      zh: '全量读取时，每个 JDBC Client 到源端的最大连接数。',
      en: 'Full load: most connections of one JDBC client to the source.',
    },
    source: 'S13',
  },
  {
    ...seconds,
    name: 'source.database_connection_timeout_sec',
    group: 'retry',
    default: '120',
    meaning: {
      zh: '全量读取时，每个 JDBC Client 的连接超时时间，单位为秒。',
      en: 'Full load: time-out for connecting to the source, in seconds.',
    },
    source: 'S13',
  },
  {
    ...rows,
    name: 'source.dataflow_fetch_size',
    group: 'batching',
    default: '1000',
    meaning: {
      zh: '全量读取时，一个分片的行数，可能随源端数量而增大。',
      en: 'Full load: rows of one slice; it may grow with the number of sources.',
    },
    source: 'S13',
  },
  {
    ...threads,
    name: 'source.dataflow_pull_worker_num',
    group: 'concurrency',
    default: '32',
    meaning: { zh: '全量读取时，拉取数据的线程数。', en: 'Full load: threads that read rows.' },
    source: 'S13',
  },
  {
    ...threads,
    name: 'source.dataflow_slice_worker_num',
    group: 'concurrency',
    default: '16',
    meaning: {
      zh: '全量读取时，为表切片的线程数。',
      en: 'Full load: threads that cut tables into slices.',
    },
    source: 'S13',
  },
  {
    ...positive,
    name: 'source.dataflow_slice_queue_size',
    group: 'batching',
    default: '128',
    meaning: {
      zh: '全量读取时，分片队列的长度，必须大于 0，会随源端数量而增大。',
      en: 'Full load: length of the queue of slices, above 0; it grows with the number of sources.',
    },
    source: 'S13',
  },
  {
    ...threads,
    name: 'source.dataflow_init_table_thread_num',
    group: 'concurrency',
    default: '8',
    meaning: {
      zh: '全量读取时，初始化表的线程数。',
      en: 'Full load: threads that prepare the tables.',
    },
    source: 'S13',
  },
  {
    ...count,
    name: 'source.dataflow_retry_time',
    group: 'retry',
    default: '3',
    meaning: {
      zh: '全量读取时，数据库请求的重试次数，用尽后任务失败退出。',
      en: 'Full load: how often a request is tried again before the task gives up.',
    },
    source: 'S13',
  },
  {
    ...seconds,
    name: 'source.dataflow_retry_interval_sec',
    group: 'retry',
    default: '3',
    meaning: {
      zh: '全量读取时，两次重试之间的间隔，单位为秒。',
      en: 'Full load: seconds between two tries.',
    },
    source: 'S13',
  },
  {
    ...positive,
    name: 'source.source_queue_size',
    group: 'batching',
    default: '16384',
    meaning: {
      zh: '全量读取时，源端消息队列的最大长度。',
      en: 'Full load: most records in the queue of the source.',
    },
    source: 'S13',
  },
  {
    name: 'source.database_type',
    group: 'identity',
    type: 'text',
    meaning: { zh: '源端数据库类型，不可修改。', en: 'Type of the source; not to be edited.' },
    locked: 'identity',
    source: 'S13',
  },
]

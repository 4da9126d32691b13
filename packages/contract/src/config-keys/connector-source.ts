import type { ConfigKey } from '../config-key.ts'
import { count, flag, positive, seconds } from './shapes.ts'

/** The incremental source, which reads from a store. */
export const sourceKeys: readonly ConfigKey[] = [
  {
    name: 'source.checkpoint',
    group: 'position',
    type: 'json',
    meaning: {
      zh: '拉取位点，格式为 {"<subtopic>":"<秒级时间戳>"}。',
      en: 'The position to read from: {"<subtopic>":"<epoch seconds>"}.',
    },
    danger: {
      zh: '修改位点即回拉：位点之后的变更会重新投递，往后跳则会漏掉中间的变更。',
      en: 'To change it is a rewind: what came after is delivered again, a jump forward leaves changes out.',
    },
    locked: 'position',
    source: 'S13',
  },
  {
    name: 'source.clients',
    group: 'address',
    type: 'json',
    meaning: {
      zh: 'Store Client 列表，包含 CM 地址、subtopic、过滤条件和账号。',
      en: 'The store clients: address of CM, subtopic, filters and account of each.',
    },
    locked: 'address',
    source: 'S13',
  },
  {
    ...positive,
    name: 'source.source_receive_queue_size',
    group: 'batching',
    default: '8096',
    meaning: { zh: '源端接收队列的长度。', en: 'Length of the queue of records received.' },
    source: 'S13',
  },
  {
    ...flag,
    name: 'source.store_ask_self_unit',
    group: 'filter',
    default: 'false',
    meaning: {
      zh: '是否只拉取本单元的数据，屏蔽其余数据。',
      en: 'Whether only the data of its own unit is read and the rest is left out.',
    },
    danger: {
      zh: '设为 true 后其他单元的数据不再同步。',
      en: 'With true, the data of other units is no longer replicated.',
    },
    source: 'S13',
  },
  {
    ...seconds,
    name: 'source.store_connection_timeout_sec',
    group: 'retry',
    default: '120',
    meaning: {
      zh: '连接 Store 的超时时间，单位为秒。',
      en: 'Time-out for connecting to the store, in seconds.',
    },
    source: 'S13',
  },
  {
    ...seconds,
    name: 'source.store_socket_timeout_sec',
    group: 'retry',
    default: '120',
    meaning: {
      zh: 'Store Socket 的超时时间，单位为秒。',
      en: 'Time-out of the socket to the store, in seconds.',
    },
    source: 'S13',
  },
  {
    ...count,
    name: 'source.store_max_retries',
    group: 'retry',
    default: '3',
    meaning: {
      zh: '从 Store 拉取数据的最大重试次数。',
      en: 'How often reading from the store is tried again.',
    },
    source: 'S13',
  },
  {
    name: 'source.store_time_zone',
    group: 'other',
    type: 'text',
    default: '+08:00',
    meaning: {
      zh: '从 Store 拉取数据时使用的时区。',
      en: 'Time zone used when reading from the store.',
    },
    danger: {
      zh: '时区与数据不符时，写入目标端的时间值会出错。',
      en: 'A wrong time zone can make times arrive wrong in the target.',
    },
    source: 'S13',
  },
  {
    ...flag,
    name: 'source.store_transaction_enabled',
    group: 'other',
    default: 'false',
    meaning: { zh: '是否开启事务序号。', en: 'Whether transactions are numbered.' },
    source: 'S13',
  },
  {
    ...flag,
    name: 'source.store_record_sequence_enabled',
    group: 'other',
    default: 'true',
    meaning: { zh: '是否开启记录序号。', en: 'Whether records are numbered.' },
    source: 'S13',
  },
  {
    name: 'source.store_username',
    address: 'account',
    group: 'address',
    type: 'text',
    meaning: {
      zh: '从 Store 拉取数据的账号，即 oms_cm 中的 Consumer 账号。',
      en: "The account for reading from the store, a consumer of CM's database.",
    },
    locked: 'address',
    source: 'S13',
  },
]

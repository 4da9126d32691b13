import type { ConfigKey, Words } from '../config-key.ts'
import { flag } from './shapes.ts'

const endless: Words = {
  zh: '配置错误时双向同步可能循环复制。',
  en: 'Where two links replicate both ways, a mistake lets changes go round in circles.',
}
const account = { group: 'address', type: 'text', locked: 'address' } as const
const identity = { group: 'identity', type: 'text', locked: 'identity' } as const
const databases = ['mysql', 'oracle', 'oceanbase', 'oceanbase1', 'db2', 'oceanbase_oracle_mode']

/** What a writer reads, where it writes, and what keeps it from going round in circles. */
export const scopeKeys: readonly ConfigKey[] = [
  {
    name: 'JDBCWriter.timestamp',
    group: 'position',
    type: 'epoch-seconds',
    unit: 's',
    meaning: {
      zh: '从 Store 拉取数据的位点，秒级时间戳。',
      en: 'The position to read from the store, epoch seconds.',
    },
    danger: {
      zh: '修改位点即回拉：位点之后的变更会重新写入，往后跳则会漏掉中间的变更。',
      en: 'To change it is a rewind: what came after is written again, a jump forward leaves changes out.',
    },
    locked: 'position',
    source: 'S10',
  },
  {
    ...flag,
    name: 'JDBCWriter.lsn_mode',
    group: 'loop',
    default: 'false',
    canBeEmpty: true,
    meaning: {
      zh: '防回放开关，仅 OceanBase Oracle 租户反向同步至 Oracle 时需设为 true。',
      en: 'Guards against replaying; true only on the way back from an Oracle tenant of OceanBase to Oracle.',
    },
    danger: endless,
    source: 'S10',
  },
  {
    name: 'JDBCWriter.filter.table',
    group: 'loop',
    type: 'text',
    default: 'drc_txn',
    meaning: {
      zh: '防循环复制使用的事务表。',
      en: 'The transaction table that keeps changes from going round in circles.',
    },
    danger: endless,
    source: 'S10',
  },
  {
    name: 'JDBCWriter.filter.db',
    group: 'loop',
    type: 'text',
    default: '*',
    meaning: {
      zh: '事务表所在的库；写 Oracle、DB2、OB05 和 OceanBase Oracle 租户时无效。',
      en: 'The database of that table; without effect for Oracle, DB2, OB05 and Oracle tenants of OceanBase.',
    },
    danger: endless,
    source: 'S10',
  },
  {
    ...flag,
    name: 'JDBCWriter.coordinatorFile.isReverse',
    group: 'loop',
    default: 'false',
    meaning: { zh: '是否为反向链路。', en: 'Whether the link is the one that leads back.' },
    danger: endless,
    source: 'S10',
  },
  {
    ...identity,
    name: 'JDBCWriter.src_type',
    type: 'enum',
    values: databases,
    meaning: { zh: '源端数据库类型，不可修改。', en: 'Type of the source; not to be edited.' },
    source: 'S10',
  },
  {
    ...identity,
    name: 'JDBCWriter.dest_type',
    type: 'enum',
    values: databases,
    meaning: { zh: '目标端数据库类型，不可修改。', en: 'Type of the target; not to be edited.' },
    source: 'S10',
  },
  {
    ...identity,
    name: 'JDBCWriter.topic',
    meaning: { zh: 'Writer 所属的 topic。', en: "The writer's topic." },
    source: 'S0',
  },
  {
    ...identity,
    name: 'JDBCWriter.subTopic',
    meaning: { zh: 'Writer 所属的 subtopic。', en: "The writer's subtopic." },
    source: 'S0',
  },
  {
    ...identity,
    name: 'JDBCWriter.subId',
    meaning: {
      zh: 'Writer 的编号，即组件名称末尾的十位数字。',
      en: "The writer's number: the ten digits at the end of its name.",
    },
    source: 'S0',
  },
  {
    ...identity,
    name: 'JDBCWriter.src_subTopic',
    meaning: {
      zh: '所连接的源端 Store 的 subtopic。',
      en: 'The subtopic of the store that it reads.',
    },
    source: 'S10',
  },
  {
    ...account,
    name: 'JDBCWriter.cluster.url',
    address: 'http',
    meaning: {
      zh: 'CM 地址，连接源端 Store 时使用。',
      en: 'Address of CM, asked for the store to read.',
    },
    source: 'S10',
  },
  {
    ...account,
    name: 'JDBCWriter.config_url',
    address: 'jdbc',
    meaning: { zh: '目标端的 JDBC 连接串。', en: 'JDBC URL of the target.' },
    source: 'S10',
  },
  {
    ...account,
    name: 'JDBCWriter.sync_username',
    address: 'account',
    meaning: {
      zh: '写入目标端的账号，含租户和集群名。',
      en: 'The account that writes to the target; it names tenant and cluster.',
    },
    source: 'S0',
  },
  {
    name: 'JDBCWriter.sync_password',
    group: 'address',
    type: 'text',
    meaning: {
      zh: '写入目标端账号的密码。',
      en: 'Password of the account that writes to the target.',
    },
    secret: true,
    source: 'S0',
  },
  {
    ...account,
    name: 'JDBCWriter.binlog_username',
    address: 'account',
    meaning: { zh: '连接源端 Store 的用户名。', en: 'User for reading from the store.' },
    source: 'S10',
  },
  {
    name: 'JDBCWriter.binlog_password',
    group: 'address',
    type: 'text',
    meaning: { zh: '连接源端 Store 的密码。', en: 'Password for reading from the store.' },
    secret: true,
    source: 'S10',
  },
]

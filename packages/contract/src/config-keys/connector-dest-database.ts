import type { ConfigKey } from '../config-key.ts'
import { positive } from './shapes.ts'

const isTarget = { group: 'address', type: 'text', locked: 'address', source: 'S13' } as const

/** DataflowSink, which writes into a database; `dest.batch.size` and `dest.linger.ms` stand with Kafka's. */
export const databaseDestKeys: readonly ConfigKey[] = [
  {
    ...positive,
    name: 'dest.db.conn.count',
    group: 'concurrency',
    default: '4',
    meaning: {
      zh: '写入数据库目标端的连接数。',
      en: 'Connections to a database target.',
    },
    source: 'S13',
  },
  {
    ...isTarget,
    name: 'dest.db.url',
    address: 'jdbc',
    meaning: { zh: '目标端数据库的 URL。', en: 'URL of the target database.' },
  },
  {
    ...isTarget,
    name: 'dest.db.name',
    address: 'name',
    meaning: { zh: '目标端数据库的名称。', en: 'Name of the target database.' },
  },
  {
    ...isTarget,
    name: 'dest.db.table.name',
    address: 'name',
    meaning: { zh: '目标端的表名。', en: 'Name of the target table.' },
  },
  {
    ...isTarget,
    name: 'dest.db.user',
    address: 'account',
    meaning: { zh: '目标端数据库的用户名。', en: 'User of the target database.' },
  },
  {
    name: 'dest.db.password',
    group: 'address',
    type: 'text',
    meaning: { zh: '目标端数据库的密码。', en: 'Password of the target database.' },
    secret: true,
    source: 'S13',
  },
  {
    name: 'dest.db.type',
    group: 'identity',
    type: 'text',
    meaning: { zh: '目标端数据库类型，不可修改。', en: 'Type of the target; not to be edited.' },
    locked: 'identity',
    source: 'S13',
  },
]

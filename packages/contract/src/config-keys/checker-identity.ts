import type { ConfigKey, Words } from '../config-key.ts'

const identity = { group: 'identity', type: 'text', locked: 'identity', source: 'S11' } as const
const address = { group: 'address', type: 'text', locked: 'address', source: 'S11' } as const
const code = { group: 'filter', type: 'text', locked: 'code', source: 'S11' } as const
const groovy: Words = {
  zh: 'Groovy 规则，会作为代码在主机上运行，不可修改。',
  en: 'A Groovy rule: it is run as code on the host; not to be edited.',
}

/** Who a checker is and what it connects to. */
export const checkerIdentityKeys: readonly ConfigKey[] = [
  {
    ...identity,
    name: 'task.id',
    type: 'integer',
    meaning: { zh: 'Checker 的唯一编号。', en: "The checker's own number." },
  },
  {
    ...identity,
    name: 'task.subId',
    type: 'integer',
    meaning: {
      zh: '第几次运行，从 1 开始，每复检一次加 1。',
      en: 'Which run this is: 1, and one more with each recheck.',
    },
  },
  {
    ...identity,
    name: 'task.type',
    type: 'enum',
    values: ['migrate', 'verify'],
    meaning: {
      zh: '任务类型：migrate 迁移，verify 校验；在启动时指定。',
      en: 'migrate copies, verify compares; given with the start.',
    },
  },
  {
    ...identity,
    name: 'task.resume',
    type: 'boolean',
    default: 'false',
    meaning: {
      zh: 'false 为首次运行，true 为复检；在启动时指定。',
      en: 'false runs for the first time, true rechecks; given with the start.',
    },
  },
  {
    ...identity,
    name: 'datasource.master.type',
    meaning: { zh: '源端数据库类型，不可修改。', en: 'Type of the source; not to be edited.' },
  },
  {
    ...identity,
    name: 'datasource.image.type',
    meaning: { zh: '目标端数据库类型，不可修改。', en: 'Type of the target; not to be edited.' },
  },
  {
    ...address,
    name: 'datasource.master.address',
    address: 'hosts',
    meaning: { zh: '源端地址。', en: 'Address of the source.' },
  },
  {
    ...address,
    name: 'datasource.image.address',
    address: 'hosts',
    meaning: { zh: '目标端地址。', en: 'Address of the target.' },
  },
  {
    ...address,
    name: 'datasource.master.username',
    address: 'account',
    meaning: { zh: '源端用户名。', en: 'User of the source.' },
  },
  {
    ...address,
    name: 'datasource.image.username',
    address: 'account',
    meaning: { zh: '目标端用户名。', en: 'User of the target.' },
  },
  {
    name: 'datasource.master.password',
    group: 'address',
    type: 'text',
    meaning: { zh: '源端密码。', en: 'Password of the source.' },
    secret: true,
    source: 'S11',
  },
  {
    name: 'datasource.image.password',
    group: 'address',
    type: 'text',
    meaning: { zh: '目标端密码。', en: 'Password of the target.' },
    secret: true,
    source: 'S11',
  },
  { ...code, name: 'src.record.filter.mapping', meaning: groovy },
  { ...code, name: 'src.table.whitelist', meaning: groovy },
]

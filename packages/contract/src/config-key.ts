/** A sentence in both languages of the product. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Under which heading a key stands; in the order in which the headings are shown. */
export const configGroups = {
  position: { zh: '位点', en: 'Position' },
  concurrency: { zh: '并发', en: 'Concurrency' },
  batching: { zh: '批量与队列', en: 'Batches and queues' },
  retry: { zh: '超时与重试', en: 'Time-outs and retries' },
  filter: { zh: '过滤', en: 'Filters' },
  ddl: { zh: 'DDL', en: 'DDL' },
  loop: { zh: '防循环复制', en: 'Loop prevention' },
  check: { zh: '校验与复检', en: 'Verification and review' },
  rectify: { zh: '订正', en: 'Correction of the target' },
  protection: { zh: '资源保护', en: 'Protection of the databases' },
  message: { zh: '消息格式与投递', en: 'Message format and delivery' },
  jvm: { zh: 'JVM', en: 'JVM' },
  log: { zh: '日志', en: 'Logging' },
  address: { zh: '地址与账号', en: 'Addresses and accounts' },
  identity: { zh: '标识与类型', en: 'Identity and types' },
  state: { zh: '运行状态', en: 'State' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>
export type ConfigGroup = keyof typeof configGroups

/** What a value must look like. All values travel as strings. */
export type ConfigType =
  | 'text'
  | 'integer'
  | 'boolean' // `true` or `false`
  | 'enum'
  | 'json'
  | 'list' // separated by commas
  | 'jvm' // see jvm.ts
  | 'epoch-seconds'

export type ConfigUnit = 's' | 'ms' | 'bytes' | 'percent' | 'rows' | 'threads'

/**
 * Why a key is shown and never edited. `position`: a rewind is the way. `address` covers the accounts
 * that name an OceanBase tenant and cluster, `user@tenant#cluster`: another name is another database.
 * `code`: its value, or the file that it names, is run on the host.
 */
export type ConfigLock = 'identity' | 'address' | 'position' | 'state' | 'code'

/**
 * What an address is made of, where it can be told from its value whether it leads elsewhere. `account`
 * may name an OceanBase tenant and cluster, `user@tenant#cluster`; `hosts` are separated by commas.
 */
export type AddressForm = 'jdbc' | 'http' | 'hosts' | 'host' | 'port' | 'account' | 'name' | 'file'

/** Where a key is documented; the tags are those of `cm-api.md` §0. */
export type ConfigSource = 'S0' | 'S10' | 'S11' | 'S12' | 'S13' | 'S15'

/** One key of the vendor's configuration (`cm-api.md` §5). */
export interface ConfigKey {
  /** As it is sent: `source.checkpoint`, `JDBCWriter.worker_num`, `limitator.table.diff.max`. */
  readonly name: string
  readonly group: ConfigGroup
  readonly type: ConfigType
  readonly unit?: ConfigUnit
  /** With `enum`: what it may be. */
  readonly values?: readonly string[]
  /** Left out where there is none, or where it follows from other keys. */
  readonly default?: string
  /** Both ends belong to it. */
  readonly range?: { readonly min?: number; readonly max?: number }
  readonly meaning: Words
  /** What a change of it may cost, where that is data, order, or a write to the target. */
  readonly danger?: Words
  readonly locked?: ConfigLock
  /** With the lock `address`: who may set addresses may set it to such a one (`address.ts`). */
  readonly address?: AddressForm
  readonly secret?: true
  /** The vendor's own sample leaves it empty, so that it can be emptied again. */
  readonly canBeEmpty?: true
  readonly source: ConfigSource
}

const secretName =
  /pass(?:word|wd|phrase)?|pwd|secret|token|credential|private|a(?:ccess|pi).?key|access.?id|auth|jaas|jass|keytab|signature|cipher|(?:^|[._])(?:ak|sk|pw|sign)$/i

/**
 * Whether a key of this name holds a secret: a guess from the name, which errs on the safe side. The
 * client of CM masks by the same words.
 */
export const isSecretConfigKey = (name: string): boolean => secretName.test(name)

import type { ConfigKey, Words } from '../config-key.ts'

const undocumented: Words = {
  zh: '出现在厂商的示例配置中，含义未公开。',
  en: "Seen in the vendor's sample; its meaning is not documented.",
}
/** Said of keys whose name alone tells that rows depend on them. */
const rows: Words = {
  zh: '从名称看与同步范围有关，改错可能漏同步或多同步数据。',
  en: 'By its name it decides what is replicated: a mistake may leave rows out or let too many in.',
}
/** Said of keys whose name alone tells that they decide how rows are written. */
const writing: Words = {
  zh: '从名称看决定写入方式，含义未公开：改错可能导致写入失败、乱序或重复。',
  en: 'By its name it decides how rows are written, and nothing is published: a mistake may break, reorder or double writes.',
}
const seen = { group: 'other', type: 'text', meaning: undocumented, source: 'S0' } as const
const address = { ...seen, group: 'address', locked: 'address' } as const
const state = { ...seen, group: 'state', locked: 'state' } as const
const filter = { ...seen, group: 'filter', danger: rows } as const
const writes = { ...seen, danger: writing } as const

/**
 * The other keys of the vendor's sample (`cm-api.md` §1.4). What they mean nobody has published, so
 * any text is taken where the name does not tell that a change is not ours to make.
 */
export const sampleKeys: readonly ConfigKey[] = [
  { ...state, name: 'JDBCWriter.status' },
  { ...state, name: 'JDBCWriter.listen_port' },
  { ...address, name: 'JDBCWriter.daemon.ip', address: 'host' },
  { ...address, name: 'JDBCWriter.daemon.port', address: 'port' },
  { ...address, name: 'JDBCWriter.target_ob_region', address: 'name' },
  { ...filter, name: 'JDBCWriter.filter.conditions' },
  { ...filter, name: 'JDBCWriter.whiteCondition', type: 'json' },
  { ...filter, name: 'JDBCWriter.blackCondition', type: 'json' },
  { ...filter, name: 'JDBCWriter.tenant_mapping', canBeEmpty: true },
  { ...filter, name: 'JDBCWriter.local_region_no', canBeEmpty: true },
  { ...filter, name: 'JDBCWriter.black_region_no' },
  { ...seen, name: 'JDBCWriter.connection_num', canBeEmpty: true },
  { ...writes, name: 'JDBCWriter.writer_type' },
  { ...writes, name: 'JDBCWriter.useMultiExecute' },
  { ...seen, name: 'JDBCWriter.calculate_iops' },
  { ...writes, name: 'JDBCWriter.task.split.mode' },
  { ...writes, name: 'JDBCWriter.useDirectUsername' },
]

import type { ConfigKey, Words } from '../config-key.ts'
import { flag, threads } from './shapes.ts'

const writes: Words = {
  zh: '开启后会直接修改目标端的数据，厂商不建议开启。',
  en: "It changes the target's data; the vendor advises against it.",
}

/** Correction of the target: these keys let a checker write. */
export const checkerRectifyKeys: readonly ConfigKey[] = [
  {
    name: 'filter.verify.rectify.type',
    group: 'rectify',
    type: 'enum',
    values: ['no', 'now', 'review'],
    default: 'no',
    meaning: {
      zh: '订正方式：no 不订正，now 边校验边订正，review 复检后再订正。',
      en: 'no corrects nothing, now corrects while it compares, review corrects after the review.',
    },
    danger: {
      zh: 'now 和 review 会直接修改目标端的数据；now 还会忽略不一致行数的上限。',
      en: "now and review change the target's data; now also ignores the limit of differing rows.",
    },
    source: 'S11',
  },
  {
    ...flag,
    name: 'rectifier.image.enable',
    group: 'rectify',
    default: 'false',
    meaning: {
      zh: '是否允许自动订正目标表的数据。',
      en: 'Whether rows of the target are corrected by itself.',
    },
    danger: writes,
    source: 'S11',
  },
  {
    ...flag,
    name: 'rectifier.image.operator.delete',
    group: 'rectify',
    default: 'false',
    meaning: {
      zh: '订正时是否允许删除目标端的数据。',
      en: 'Whether a correction may delete rows of the target.',
    },
    danger: writes,
    source: 'S11',
  },
  {
    ...flag,
    name: 'rectifier.image.operator.insert',
    group: 'rectify',
    default: 'false',
    meaning: {
      zh: '订正时是否允许向目标端插入数据。',
      en: 'Whether a correction may insert rows into the target.',
    },
    danger: writes,
    source: 'S11',
  },
  {
    ...flag,
    name: 'rectifier.image.operator.update',
    group: 'rectify',
    default: 'false',
    meaning: {
      zh: '订正时是否允许更新目标端的数据。',
      en: 'Whether a correction may update rows of the target.',
    },
    danger: writes,
    source: 'S11',
  },
  {
    ...threads,
    name: 'limitator.rectify.thread.size',
    group: 'rectify',
    default: '32',
    meaning: { zh: '新版：订正线程数。', en: 'Newer verifiers: threads that correct.' },
    source: 'S12',
  },
  {
    ...flag,
    name: 'datasource.image.insert.error.ignore',
    group: 'rectify',
    default: 'false',
    meaning: {
      zh: '是否忽略写入目标端的错误，错误只记录在日志中。',
      en: 'Whether errors of inserting are only logged.',
    },
    danger: {
      zh: '设为 true 后，写入失败的行会缺失在目标端。',
      en: 'With true, rows that could not be inserted are missing in the target.',
    },
    source: 'S11',
  },
]

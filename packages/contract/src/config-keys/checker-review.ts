import type { ConfigKey } from '../config-key.ts'
import { count, flag, positive, rows, seconds, threads } from './shapes.ts'

/** What is compared, and how often a difference is looked at again. */
export const checkerReviewKeys: readonly ConfigKey[] = [
  {
    ...rows,
    name: 'limitator.table.diff.max',
    group: 'check',
    default: '1000000',
    meaning: {
      zh: '允许的最大不一致行数，超过后不再继续校验；新版按表计算，默认 10000。',
      en: 'Most differing rows; beyond them the verification ends. Newer verifiers count by table, 10000.',
    },
    source: 'S11',
  },
  {
    ...seconds,
    name: 'limitator.reviewer.period',
    group: 'check',
    default: '3',
    meaning: {
      zh: '两轮复检之间的间隔，单位为秒。',
      en: 'Seconds between two rounds of review.',
    },
    source: 'S11',
  },
  {
    ...count,
    name: 'limitator.reviewer.rounds.max',
    group: 'check',
    default: '20',
    meaning: {
      zh: '复检的最大轮数；新版设为 0 时不复检，直接输出结果。',
      en: 'Most rounds of review; newer verifiers skip the review with 0.',
    },
    source: 'S11',
  },
  {
    ...positive,
    name: 'limitator.reviewer.review.batch.max',
    group: 'check',
    default: '100',
    meaning: {
      zh: '一个复检任务校验的唯一键个数。',
      en: 'Unique keys that one review looks at.',
    },
    source: 'S11',
  },
  {
    ...seconds,
    name: 'limitator.reviewer.time.max',
    group: 'check',
    default: '60',
    meaning: { zh: '复检的最长时间，单位为秒。', en: 'Longest time of a review, in seconds.' },
    source: 'S11',
  },
  {
    ...positive,
    name: 'limitator.review.query.batch.limit',
    group: 'check',
    default: '100',
    meaning: {
      zh: '新版：复检时一次查询的唯一键个数。',
      en: 'Newer verifiers: unique keys that one query of a review asks for.',
    },
    source: 'S12',
  },
  {
    ...threads,
    name: 'limitator.review.thread.size',
    group: 'check',
    default: '16',
    meaning: { zh: '新版：复检线程数。', en: 'Newer verifiers: threads that review.' },
    source: 'S12',
  },
  {
    ...flag,
    name: 'limitator.resume.verify.fromkeys',
    group: 'check',
    default: 'false',
    meaning: {
      zh: '是否只重新校验上一次不一致的行；需要 task.resume=true 且 task.type=verify。',
      en: 'Whether only the rows that differed are verified again; needs task.resume=true and task.type=verify.',
    },
    source: 'S11',
  },
  {
    name: 'filter.verify.inmod.tables',
    group: 'check',
    type: 'text',
    default: '',
    meaning: {
      zh: '使用 in 模式校验的表，格式为 库;表;列，各段为正则，多个之间用 | 分隔。',
      en: 'Tables compared by key lookup: schema;table;column as regular expressions, separated by |.',
    },
    danger: {
      zh: 'in 模式无法发现目标端多出的数据，且效率较低。',
      en: 'Key lookup does not find rows that only the target has, and is slower.',
    },
    source: 'S11',
  },
  {
    ...positive,
    name: 'filter.verify.inmod.keys',
    group: 'check',
    default: '100',
    meaning: {
      zh: 'in 模式下，目标端一次查询的主键或唯一键个数。',
      en: 'Keys that one lookup in the target asks for.',
    },
    source: 'S11',
  },
  {
    ...threads,
    name: 'filter.verify.inmod.workers',
    group: 'check',
    default: '1',
    meaning: { zh: 'in 模式下，目标端查询的并发数。', en: 'Lookups in the target at a time.' },
    source: 'S11',
  },
  {
    name: 'sampler.verify.ratio',
    group: 'check',
    type: 'integer',
    unit: 'percent',
    default: '100',
    range: { min: 1, max: 100 },
    meaning: {
      zh: '抽样校验的比例，100 表示全部校验。',
      en: 'How much is sampled for comparison, in per cent; 100 compares everything.',
    },
    danger: {
      zh: '小于 100 时只校验部分数据，未抽到的不一致不会被发现。',
      en: 'Below 100 only a part is compared: what differs in the rest is not found.',
    },
    source: 'S11',
  },
  {
    ...flag,
    name: 'datasource.image.table.empty.check',
    group: 'check',
    default: 'true',
    meaning: {
      zh: '迁移前是否检查目标表为空；task.resume=false 且表不为空时报错。',
      en: 'Whether a migration checks that target tables are empty, and fails where they are not on a first run.',
    },
    danger: {
      zh: '设为 false 后，非空的目标表也会被写入。',
      en: 'With false, tables that already hold rows are written to.',
    },
    source: 'S11',
  },
]

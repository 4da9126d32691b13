import type { ConfigKey } from '../config-key.ts'
import { positive, rows, seconds, threads } from './shapes.ts'

/** How fast a checker works, and what it spares. */
export const checkerTuningKeys: readonly ConfigKey[] = [
  {
    ...threads,
    name: 'limitator.platform.threads.number',
    group: 'concurrency',
    default: '3',
    meaning: {
      zh: '迁移或校验的最大工作线程数；控制台的三档为 4、8、32，应小于最大连接数。',
      en: "Most worker threads; the console's presets are 4, 8 and 32. Keep it below the connections.",
    },
    source: 'S11',
  },
  {
    ...threads,
    name: 'limitator.platform.split.threads.number',
    group: 'concurrency',
    meaning: {
      zh: '切片线程数，默认取工作线程数的八分之一，最少 8。',
      en: 'Threads that cut slices; by default an eighth of the worker threads, at least 8.',
    },
    source: 'S11',
  },
  {
    ...positive,
    name: 'limitator.datasource.connections.max',
    group: 'concurrency',
    default: '50',
    meaning: {
      zh: '源端和目标端各自的连接池大小，不小于工作线程数与切片线程数之和。',
      en: 'Connections to source and target each; at least worker threads plus slicing threads.',
    },
    source: 'S11',
  },
  {
    ...threads,
    name: 'limitator.source.max.thread.size',
    group: 'concurrency',
    default: '6',
    meaning: {
      zh: '新版：一端读线程数的上限。',
      en: 'Newer verifiers: most reading threads of one side.',
    },
    source: 'S12',
  },
  {
    ...threads,
    name: 'limitator.verify.thread.size',
    group: 'concurrency',
    default: '8',
    meaning: { zh: '新版：校验线程数。', en: 'Newer verifiers: threads that compare.' },
    source: 'S12',
  },
  {
    ...rows,
    name: 'limitator.select.batch.max',
    group: 'batching',
    default: '3000',
    meaning: {
      zh: '每个切片从源端读取的最大行数；新版默认 600，控制台的三档为 200、600、1200。',
      en: "Most rows of a slice; 600 in newer verifiers, the console's presets are 200, 600 and 1200.",
    },
    source: 'S11',
  },
  {
    ...rows,
    name: 'limitator.image.insert.batch.max',
    group: 'batching',
    default: '500',
    meaning: {
      zh: '写入目标端时每多少行提交一次；控制台的三档为 100、200、400。',
      en: "Rows inserted before a commit; the console's presets are 100, 200 and 400.",
    },
    source: 'S11',
  },
  {
    ...positive,
    name: 'limitator.queue.size',
    group: 'batching',
    meaning: {
      zh: '缓存队列的长度，默认为 limitator.select.batch.max 的 4 倍。',
      en: 'Length of the row queues; by default four times limitator.select.batch.max.',
    },
    source: 'S11',
  },
  {
    ...positive,
    name: 'limitator.ready.verify.record.queue.size',
    group: 'batching',
    default: '64',
    meaning: {
      zh: '新版：等待校验的数据队列长度。',
      en: 'Newer verifiers: length of the queue of rows to compare.',
    },
    source: 'S12',
  },
  {
    ...seconds,
    name: 'limitator.sql.exec.max.last.time',
    group: 'retry',
    default: '3600',
    meaning: {
      zh: 'SQL 执行的最长重试时间，单位为秒。',
      en: 'How long a statement is tried again, in seconds.',
    },
    source: 'S11',
  },
  {
    ...rows,
    name: 'limitator.table.nonunique.max',
    group: 'protection',
    default: '10000',
    meaning: {
      zh: '无索引的表最多可迁移的行数。',
      en: 'Most rows that are migrated of a table without an index.',
    },
    source: 'S11',
  },
  {
    name: 'limitator.datasource.image.ob10freememory.min',
    group: 'protection',
    type: 'integer',
    unit: 'percent',
    default: '20',
    range: { min: 10, max: 100 },
    meaning: {
      zh: '目标端 OceanBase 空闲内存低于该百分比时暂停写入。',
      en: "Writing pauses while the target OceanBase's free memory is below so many per cent.",
    },
    danger: {
      zh: '设得过低会削弱对目标端的内存保护。',
      en: 'The lower it is, the less the target is protected from running out of memory.',
    },
    source: 'S11',
  },
  {
    name: 'limitator.datasource.image.ob10freecpu.min',
    group: 'protection',
    type: 'integer',
    unit: 'percent',
    default: '30',
    range: { min: 0, max: 100 },
    meaning: {
      zh: '目标端 OceanBase 空闲 CPU 低于该百分比时暂停获取连接，0 表示不检查。',
      en: "No connection is taken while the target OceanBase's idle CPU is below so many per cent; 0 never checks.",
    },
    danger: {
      zh: '设为 0 会关闭对目标端的 CPU 保护。',
      en: 'With 0 nothing protects the CPU of the target.',
    },
    source: 'S11',
  },
  {
    name: 'limitator.java.opt',
    group: 'jvm',
    type: 'jvm',
    meaning: {
      zh: 'Checker 进程的 JVM 启动参数；控制台的三档堆内存为 4g、8g、16g。',
      en: "JVM flags of the checker process; the console's presets have a heap of 4g, 8g and 16g.",
    },
    source: 'S11',
  },
]

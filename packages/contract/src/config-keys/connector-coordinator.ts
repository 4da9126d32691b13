import type { ConfigKey } from '../config-key.ts'
import { count, flag, milliseconds, positive, seconds, threads } from './shapes.ts'

/** The layer between source and target. */
export const coordinatorKeys: readonly ConfigKey[] = [
  {
    name: 'coordinator.connector_jvm_param',
    group: 'jvm',
    type: 'jvm',
    meaning: {
      zh: 'Connector 进程的 JVM 启动参数，重启后生效。',
      en: 'JVM flags of the connector process; they apply from its next start.',
    },
    source: 'S13',
  },
  {
    name: 'coordinator.allowRecordTypes',
    group: 'filter',
    type: 'list',
    default: 'ROW,DELETE,UPDATE,INSERT,HEARTBEAT,REPLACE',
    meaning: {
      zh: '允许同步的消息类型，用逗号分隔。',
      en: 'The record types that are replicated, separated by commas.',
    },
    danger: {
      zh: '不在列表中的变更会被丢弃，目标端将缺少这部分数据。',
      en: 'Changes of a type that is not listed are dropped: the target will lack them.',
    },
    source: 'S13',
  },
  {
    ...positive,
    name: 'coordinator.bufferedQueueCapacity',
    group: 'batching',
    default: '1024',
    meaning: {
      zh: '读写中间层的缓冲队列长度。',
      en: 'Length of the buffer queue between reading and writing.',
    },
    source: 'S13',
  },
  {
    ...threads,
    name: 'coordinator.bufferedThreadCount',
    group: 'concurrency',
    default: '4',
    meaning: {
      zh: '读写中间层的缓冲线程数。',
      en: 'Threads that work the buffer between reading and writing.',
    },
    source: 'S13',
  },
  {
    ...seconds,
    name: 'coordinator.checkpointPickInterval',
    group: 'position',
    default: '10',
    range: { min: 1 },
    meaning: {
      zh: '每隔多少秒将位点写入 checkpoint 文件。',
      en: 'Every how many seconds the checkpoint file is written.',
    },
    source: 'S13',
  },
  {
    ...positive,
    name: 'coordinator.checkpointQueueSize',
    group: 'position',
    default: '4096',
    meaning: { zh: '位点队列的长度。', en: 'Length of the checkpoint queue.' },
    source: 'S13',
  },
  {
    ...threads,
    name: 'coordinator.coreWorkerNum',
    group: 'concurrency',
    default: '8',
    meaning: {
      zh: '框架读写线程池的核心线程数。',
      en: 'Threads that the pool for reading and writing always keeps.',
    },
    source: 'S13',
  },
  {
    ...threads,
    name: 'coordinator.maxWorkerNum',
    group: 'concurrency',
    default: '16',
    meaning: {
      zh: '框架读写线程池的最大线程数，应不小于 coreWorkerNum。',
      en: 'Most threads of the pool for reading and writing; not below coreWorkerNum.',
    },
    source: 'S13',
  },
  {
    ...flag,
    name: 'coordinator.ddlBarrier',
    group: 'ddl',
    default: 'false',
    meaning: { zh: '是否开启 DDL 屏障。', en: 'Whether a DDL statement acts as a barrier.' },
    source: 'S13',
  },
  {
    ...flag,
    name: 'coordinator.ddlIgnoreUnsupport',
    group: 'ddl',
    default: 'true',
    meaning: {
      zh: '是否过滤不支持的 DDL；设为 false 时，不支持处理或转换的 DDL 会原样透传。',
      en: 'Whether unsupported DDL is dropped; with false it is passed on as it is.',
    },
    danger: {
      zh: '设为 true 会丢弃不支持的 DDL，两端表结构可能不一致。',
      en: 'With true, unsupported DDL is lost and the tables of both sides may drift apart.',
    },
    source: 'S13',
  },
  {
    ...count,
    name: 'coordinator.retryTimes',
    group: 'retry',
    default: '1000',
    meaning: {
      zh: '消息发送失败后的重试次数。',
      en: 'How often a record that could not be sent is tried again.',
    },
    source: 'S13',
  },
  {
    ...milliseconds,
    name: 'coordinator.sourceSleepIntervalMs',
    group: 'retry',
    default: '1',
    meaning: {
      zh: '订阅源端数据的休眠间隔，单位为毫秒。',
      en: 'Pause between two reads of the source, in milliseconds.',
    },
    source: 'S13',
  },
  {
    name: 'coordinator.taskIdentity',
    group: 'identity',
    type: 'text',
    meaning: {
      zh: '任务的逻辑标识，不可修改。',
      en: "The task's logical identity; not to be edited.",
    },
    locked: 'identity',
    source: 'S13',
  },
  {
    name: 'coordinator.taskName',
    group: 'identity',
    type: 'text',
    meaning: { zh: '任务名称，不可修改。', en: "The task's name; not to be edited." },
    locked: 'identity',
    source: 'S13',
  },
]

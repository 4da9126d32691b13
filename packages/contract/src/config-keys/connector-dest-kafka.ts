import type { ConfigKey, Words } from '../config-key.ts'
import { bytes, count, milliseconds, positive } from './shapes.ts'

const order: Words = {
  zh: '同一行的前后变更可能落到不同分区，下游看到的顺序会变化。',
  en: 'Changes of one row may land in another partition than before: consumers see another order.',
}
const consumers: Words = {
  zh: '消息格式会变化，下游消费者必须能够解析。',
  en: 'The messages change their form: whoever consumes them must be able to read it.',
}

/** A Kafka target, and two keys that a database target shares with it. */
export const kafkaDestKeys: readonly ConfigKey[] = [
  {
    ...positive,
    name: 'dest.batch.size',
    group: 'batching',
    meaning: {
      zh: '攒批数量：Kafka 目标端默认 131072，数据库目标端默认 20 条。',
      en: 'Size of a batch: 131072 by default for Kafka, 20 records for a database.',
    },
    source: 'S13',
  },
  {
    ...milliseconds,
    name: 'dest.linger.ms',
    group: 'batching',
    meaning: {
      zh: '攒批的最长等待时间，单位为毫秒：Kafka 目标端默认 0，数据库目标端默认 100。',
      en: 'Longest wait for a batch to fill: 0 ms by default for Kafka, 100 ms for a database.',
    },
    source: 'S13',
  },
  {
    ...bytes,
    name: 'dest.buffer.memory',
    group: 'batching',
    default: '536870912',
    meaning: {
      zh: 'Kafka 生产者的缓冲内存，单位为字节。',
      en: 'Memory in which the Kafka producer buffers, in bytes.',
    },
    source: 'S13',
  },
  {
    ...bytes,
    name: 'dest.max.request.size',
    group: 'batching',
    default: '1073741824',
    range: { min: 0, max: 2_147_483_647 },
    meaning: {
      zh: '单次请求的最大字节数，默认 1 G。',
      en: 'Most bytes of one request; 1 GiB by default.',
    },
    source: 'S13',
  },
  {
    name: 'dest.json.serializer',
    group: 'message',
    type: 'enum',
    values: ['DefaultJsonSerializer', 'CanalJsonSerializer', 'ShareplexJsonSerializer'],
    default: 'DefaultJsonSerializer',
    meaning: {
      zh: '写入 Kafka 的 JSON 序列化格式。',
      en: 'The form of the JSON that is written to Kafka.',
    },
    danger: consumers,
    source: 'S13',
  },
  {
    ...count,
    name: 'dest.partition',
    group: 'message',
    default: '0',
    meaning: {
      zh: '投递到哪个 Kafka 分区，仅在 partition.mode 为 one_partition 时有意义。',
      en: 'The Kafka partition to deliver to, where partition.mode is one_partition.',
    },
    danger: order,
    source: 'S13',
  },
  {
    name: 'dest.partition.mode',
    group: 'message',
    type: 'enum',
    values: ['one_partition', 'hash'],
    default: 'hash',
    meaning: {
      zh: '分区方式：one_partition 投递到单个分区，hash 按分片列的值投递。',
      en: 'one_partition delivers to a single partition, hash by the value of the sharding columns.',
    },
    danger: order,
    source: 'S13',
  },
  {
    name: 'dest.kafka.servers',
    group: 'address',
    type: 'text',
    meaning: { zh: 'Kafka 服务地址。', en: 'Addresses of Kafka.' },
    locked: 'address',
    source: 'S13',
  },
  {
    name: 'dest.kafka.topic',
    group: 'address',
    type: 'text',
    meaning: { zh: '写入的 Kafka Topic。', en: 'The Kafka topic that is written to.' },
    locked: 'address',
    source: 'S13',
  },
  {
    name: 'dest.kafka.version',
    group: 'message',
    type: 'enum',
    values: ['0.9', '2.0'],
    meaning: { zh: 'Kafka 服务的版本。', en: 'Version of Kafka.' },
    source: 'S13',
  },
  {
    name: 'dest.security.protocol',
    group: 'address',
    type: 'text',
    default: 'PLAINTEXT',
    meaning: { zh: '访问 Kafka 的安全协议。', en: 'Security protocol for access to Kafka.' },
    source: 'S13',
  },
  {
    name: 'dest.sasl.mechanism',
    group: 'address',
    type: 'text',
    meaning: {
      zh: '客户端连接使用的 SASL 机制，GSSAPI 为默认机制。',
      en: 'SASL mechanism of the client; GSSAPI where none is set.',
    },
    source: 'S13',
  },
  {
    name: 'dest.sasl.username',
    group: 'address',
    type: 'text',
    meaning: { zh: '访问 Kafka 的用户名。', en: 'User for access to Kafka.' },
    source: 'S13',
  },
  {
    name: 'dest.sasl.password',
    group: 'address',
    type: 'text',
    meaning: { zh: '访问 Kafka 的密码。', en: 'Password for access to Kafka.' },
    secret: true,
    source: 'S13',
  },
  {
    name: 'dest.sasl.jaas.conf.location',
    group: 'address',
    type: 'text',
    meaning: { zh: 'JAAS 配置文件的位置。', en: 'Where the JAAS configuration lies.' },
    secret: true,
    locked: 'code',
    source: 'S13',
  },
  {
    name: 'dest.sasl.kerberos.conf.location',
    group: 'address',
    type: 'text',
    meaning: { zh: 'Kerberos 配置文件的位置。', en: 'Where the Kerberos configuration lies.' },
    locked: 'address',
    source: 'S13',
  },
  {
    name: 'dest.sasl.kerberos.keytab.location',
    group: 'address',
    type: 'text',
    meaning: { zh: 'Kerberos 密钥表文件的位置。', en: 'Where the Kerberos key table lies.' },
    secret: true,
    locked: 'address',
    source: 'S13',
  },
  {
    name: 'dest.sasl.kerberos.principal',
    group: 'address',
    type: 'text',
    meaning: {
      zh: '访问 Kafka 使用的 Kerberos 主体。',
      en: 'Kerberos principal for access to Kafka.',
    },
    source: 'S13',
  },
  {
    name: 'dest.ssl.truststore.location',
    group: 'address',
    type: 'text',
    meaning: { zh: '信任库文件的位置。', en: 'Where the trust store lies.' },
    locked: 'address',
    source: 'S13',
  },
]

import { fakeSecret } from './fake-secret.ts'

/** The files that a connector's configuration stands in: `source.json` and so on. */
export const connectorScopes = ['source', 'dest', 'coordinator'] as const

export type ConnectorScope = (typeof connectorScopes)[number]

export type ConnectorConfig = Readonly<Record<ConnectorScope, ReadonlyMap<string, string>>>

interface ConfigFacts {
  checkpointSeconds: number
  overrides: Readonly<Partial<Record<ConnectorScope, Readonly<Record<string, string>>>>>
}

/** A connector from a store to Kafka with keys of cm-api.md §5.1; all values but defaults are inventions. */
export function connectorConfig(
  name: string,
  { checkpointSeconds, overrides }: ConfigFacts,
): ConnectorConfig {
  const subTopic = subTopicOf(name)
  return {
    source: new Map([
      ['checkpoint', JSON.stringify({ [subTopic]: `${Math.floor(checkpointSeconds)}` })],
      ['clients', JSON.stringify([{ subTopic, password: fakeSecret('client', name) }])],
      ['source_receive_queue_size', '8096'],
      ['store_connection_timeout_sec', '120'],
      ['store_time_zone', '+08:00'],
      ...Object.entries(overrides.source ?? {}),
    ]),
    dest: new Map([
      ['kafka.servers', '10.10.10.3:9092'],
      ['kafka.topic', subTopic],
      ['kafka.version', '2.0'],
      ['batch.size', '131072'],
      ['sasl.password', fakeSecret('sasl', name)],
      ...Object.entries(overrides.dest ?? {}),
    ]),
    coordinator: new Map([
      ['taskName', name],
      ['taskIdentity', subTopic],
      ['connector_jvm_param', '-Xms2g -Xmx2g -Xmn1g'],
      ['coreWorkerNum', '8'],
      ['maxWorkerNum', '16'],
      ...Object.entries(overrides.coordinator ?? {}),
    ]),
  }
}

/** `<ip>-<port>:connector:<subtopic>:<sequence>`, as far as the name is like that (cm-api.md §3). */
const subTopicOf = (name: string): string =>
  /:(?:connector:)?([^:]+):\d{10}$/.exec(name)?.[1] ?? name

import { isSecretKey } from '@wheelhouse/cm-client'
import { settings, type Aviary } from './canary-words.ts'

const words =
  `password passwd pass passphrase pwd secret token credential private accessKey access_key
  apiKey api.key accessId access-id auth jaas jass keytab signature cipher`
    .split(/\s+/u)
    .flatMap((word) => [word, `db.${word}`, `sink_${word}`, `${word}.file`, word.toUpperCase()])

export const secretKeys: readonly string[] = [
  ...words,
  ...['ak', 'sk', 'pw', 'sign'].flatMap((word) => [word, `oss.${word}`, `oss_${word}`]),
].filter((key) => isSecretKey(key))

/** Names that nobody has documented, some of them only just not. */
export const unknownKeys: readonly string[] = [
  ...Array.from({ length: 60 }, (_, at) => `brandNew${at}`),
  ...Array.from({ length: 60 }, (_, at) => `sinkFile.option-${at}`),
  ...Array.from({ length: 40 }, (_, at) => `coordinatorFile.deep.er_${at}`),
  'Worker_num',
  'worker_num2',
  'workerNum',
  'JDBCWriter2.topic',
  'topic.',
  'x.topic',
  'TOPIC',
]

/** Documented keys under which any text may stand, and is shown. */
const clearKeys =
  `config_url cluster.url filter.conditions tenant_mapping target_ob_region filter.db
  sinkFile.notWriteColumn coordinatorFile.skipDdl filter.table black_region_no blackCondition
  local_region_no writer_type connection_num whiteCondition`.split(/\s+/u)

/** Of several writers, what CM says that they are set to. */
export function configurations(aviary: Aviary): Record<string, string>[] {
  const hidden = [...secretKeys, ...unknownKeys].map((key, at) => [
    key,
    at % 3 === 0 ? `a=b&"' ${aviary.next()}` : aviary.next(),
  ])
  const shown = inTurn(settings, clearKeys.length).map((some) =>
    some.map((setting, at) => [clearKeys[at] ?? '', setting(aviary.next())]),
  )
  return shown.map((entries, at) =>
    Object.fromEntries(at === 0 ? [...hidden, ...entries] : entries),
  )
}

/** What CM adds to its answers: fields that nobody knows, accounts in those that everybody does. */
export function salted(answer: object, aviary: Aviary): object {
  const canaries = (count: number) => Array.from({ length: count }, () => aviary.next())
  const fields = (start: string, count: number) =>
    Object.fromEntries(canaries(count).map((canary, at) => [`${start}${at}`, canary]))
  const replicator =
    'replicator' in answer && typeof answer.replicator === 'object' ? answer.replicator : {}
  return {
    ...answer,
    ...fields('extra', 20),
    ...Object.fromEntries(canaries(20).map((canary) => [`password=${canary}`, 1])),
    ...Object.fromEntries(canaries(20).map((canary) => [`of ${canary}`, true])),
    nested: {
      list: canaries(10),
      more: [fields('inner', 10)],
      text: JSON.stringify(fields('t', 10)),
    },
    replicator: {
      ...replicator,
      ...fields('field', 30),
      location: `root:${aviary.next()}@10.0.0.1`,
      password: { a: [aviary.next()] },
      credentials: canaries(5),
      endpoints: settings.map((setting) => ({ url: setting(aviary.next()) })),
    },
    requestId: `http://u:${aviary.next()}@10.0.0.1/?sid=${aviary.next()}`,
  }
}

/** What CM adds to its headers. */
export function saltedHeaders(aviary: Aviary): Record<string, string> {
  const names = [
    'set-cookie',
    'server',
    'x-powered-by',
    'via',
    'www-authenticate',
    'location',
    'etag',
  ]
  const more = Array.from({ length: 13 }, (_, at) => `x-extra-${at}`)
  return {
    ...Object.fromEntries([...names, ...more].map((name) => [name, `a=${aviary.next()}`])),
    'content-type': `application/json; charset=${aviary.next()}; boundary=${aviary.next()}`,
  }
}

/** What somebody may send to us that is none of anybody's business. */
export function strayHeaders(aviary: Aviary): Record<string, string> {
  const names = ['x-api-key', 'proxy-authorization', 'x-forwarded-user', 'referer']
  return Object.fromEntries(names.map((name) => [name, aviary.next()]))
}

const inTurn = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )

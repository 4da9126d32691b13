import { parseCfg, valueIn, type ConfigEntry } from './cfg.ts'
import { CmError } from './error.ts'
import { isRecord, kept, type Success } from './judge.ts'
import { copied } from './redact.ts'

/**
 * What CM says about a writer (cm-api.md §1.4). Null where CM left a field out or sent nonsense.
 * Seconds and milliseconds are as documented; CM mixes both in one reply. Redacted throughout.
 */
export type WriterDetail = {
  readonly name: string | null
  /** `running` is the only documented word. */
  readonly status: string | null
  /** True: runs. False: abnormal. */
  readonly active: boolean | null
  readonly host: string | null
  readonly port: number | null
  readonly location: string | null
  /** How far replication has got, epoch seconds. */
  readonly checkpointSeconds: number | null
  /** When that position was sampled, epoch seconds. */
  readonly sampledAtSeconds: number | null
  readonly createdAtMs: number | null
  readonly modifiedAtMs: number | null
  /** Of its configuration: what its log is called in the store (§3). */
  readonly topic: string | null
  readonly subtopic: string | null
  /** The reply as JSON text, redacted; above 64 Ki characters it is cut and ends in `…`, and is no JSON then. */
  readonly raw: string
  /** CM's own clock as it answered (`Date`), epoch milliseconds in whole seconds; null where it did not say. */
  readonly saidAtMs: number | null
}

/** Words and addresses; more than this is none, and would be kept with every reading. */
const longestText = 200

/** Sixteen times the vendor's sample; it is kept with every reading. */
const longestRaw = 64 * 1024

/** A position of another unit, or none: 1970 to 2100 in seconds. */
const endOfTime = 4_102_444_800

const textIn = (found: unknown): string | null => {
  const text = typeof found === 'number' ? String(found) : found
  if (typeof text !== 'string') return null
  return text.length > longestText ? copied(`${text.slice(0, longestText)}…`) : text
}

/** A number beyond 2^53 has already lost its last digits in JSON.parse, so it is no position. */
function integerIn(found: unknown): number | null {
  const isDigits = typeof found === 'string' && /^\s*-?\d{1,16}\s*$/.test(found)
  const number = isDigits ? Number(found) : found
  return Number.isSafeInteger(number) ? Number(number) : null
}

function epochSecondsIn(found: unknown): number | null {
  const seconds = integerIn(found)
  return seconds !== null && seconds >= 0 && seconds < endOfTime ? seconds : null
}

/** Reads the reply to `GET /JDBCWriter/detail`; throws `BAD_BODY` when it is not about `asked`. */
export function readWriterDetail(success: Success, asked: string): WriterDetail {
  const { status, json, redacted, saidAtMs } = success
  const whole = JSON.stringify(redacted)
  const fail = (message: string) =>
    new CmError('BAD_BODY', 'unknown', message, { reply: { status, body: kept(whole) } })
  const replicator = isRecord(redacted) ? redacted['replicator'] : null
  if (!isRecord(replicator)) throw fail('CM answered without a replicator')
  if (!isAbout(json, asked)) throw fail('CM answered about another writer')

  const { active, cfg } = replicator
  const checkpoint = isRecord(replicator['checkpoint']) ? replicator['checkpoint'] : {}
  const config = typeof cfg === 'string' ? cfg : ''
  return {
    // A name that is the asked one is not taken from the redacted text, where it might hold a mask.
    name: nameIn(json) === asked ? asked : textIn(replicator['name']),
    status: textIn(replicator['status']),
    active: typeof active === 'boolean' ? active : null,
    host: textIn(replicator['ip']),
    port: integerIn(replicator['port']),
    location: textIn(replicator['location']),
    checkpointSeconds: epochSecondsIn(checkpoint['timestamp']),
    sampledAtSeconds: epochSecondsIn(checkpoint['gmt']),
    createdAtMs: integerIn(replicator['gmtCreated']),
    modifiedAtMs: integerIn(replicator['gmtModified']),
    topic: textIn(valueIn(config, 'topic')),
    subtopic: textIn(valueIn(config, 'subTopic')),
    raw: shown(whole),
    saidAtMs,
  }
}

/**
 * The first 2 000 entries of the configuration in a detail's `raw`. Where that was cut, as far as it goes.
 */
export const configIn = (raw: string): ConfigEntry[] => parseCfg(cfgIn(raw))

function cfgIn(raw: string): string {
  try {
    const whole: unknown = JSON.parse(raw)
    const replicator = isRecord(whole) ? whole['replicator'] : null
    const cfg = isRecord(replicator) ? replicator['cfg'] : null
    return typeof cfg === 'string' ? cfg : ''
  } catch {
    return cutCfgIn(raw)
  }
}

/** Of a text that ends somewhere in the middle only the lines that are whole. */
function cutCfgIn(raw: string): string {
  const from = raw.indexOf('"cfg":"')
  const begun = from === -1 ? '' : raw.slice(from + '"cfg":"'.length)
  const lines = /^(?:(?:[^"\\]|\\[^n])*\\n)*/.exec(begun)?.[0] ?? ''
  try {
    return String(JSON.parse(`"${lines}"`))
  } catch {
    return ''
  }
}

/** Cut last, since a cut secret is no longer recognised. */
const shown = (redacted: string) =>
  redacted.length <= longestRaw ? redacted : copied(`${redacted.slice(0, longestRaw - 1)}…`)

/** Compared before redaction, so that a name is never taken for a secret and then for another name. */
function isAbout(json: Success['json'], asked: string): boolean {
  const name = nameIn(json)
  if (name === null || name === undefined || name === '') return true
  return name === asked || (typeof name === 'string' && name.includes('*') && fits(name, asked))
}

function nameIn(json: Success['json']): unknown {
  const replicator = json['replicator']
  return isRecord(replicator) ? replicator['name'] : null
}

/**
 * The vendor's page asks for `100.88.121.143-9000:p_3b7ixsl2sxb4_…` and prints an answer about
 * `10.10.10.1-9000:p_3b7i****_…` (the vendor's page, 查看 Writer 状态): masked, and with another host.
 * Real names hold no `*`, so such a name is taken for a mask, and only what follows the host must fit.
 */
function fits(mask: string, asked: string): boolean {
  const parts = afterHost(mask).split(/\*+/)
  const name = afterHost(asked)
  const [first = '', last = ''] = [parts.at(0), parts.at(-1)]
  if (parts.length === 1) return afterHost(mask) === name
  if (!name.startsWith(first) || !name.endsWith(last)) return false

  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return from <= name.length - last.length
}

const afterHost = (name: string) => name.slice(name.indexOf(':') + 1)

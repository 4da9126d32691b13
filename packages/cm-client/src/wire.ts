import { z } from 'zod'

import { parseCfg, type ConfigEntry } from './cfg.ts'
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
  /** The first 2 000 entries. */
  readonly config: readonly ConfigEntry[]
  /** The reply as JSON text, redacted; above 64 Ki characters it is cut and ends in `…`, and is no JSON then. */
  readonly raw: string
}

/** Words and addresses; more than this is none, and would be kept with every reading. */
const longestText = 200

/** Sixteen times the vendor's sample; it is kept with every reading. */
const longestRaw = 64 * 1024

const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((found) => (found.length > longestText ? `${found.slice(0, longestText)}…` : found))
  .nullable()
  .catch(null)

/** A number beyond 2^53 has already lost its last digits in JSON.parse, so it is no position. */
const integer = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\s*-?\d{1,16}\s*$/)
      .transform(Number)
      .pipe(z.int()),
  ])
  .nullable()
  .catch(null)

/** Seconds from 1970 to 2100: what lies outside is of another unit or none, and is no position. */
const epochSeconds = integer.transform((found) =>
  found !== null && found >= 0 && found < 4_102_444_800 ? found : null,
)

const writerReply = z.object({
  replicator: z.object({
    name: text,
    status: text,
    active: z.boolean().nullable().catch(null),
    ip: text,
    port: integer,
    location: text,
    checkpoint: z
      .object({ timestamp: epochSeconds, gmt: epochSeconds })
      .catch({ timestamp: null, gmt: null }),
    gmtCreated: integer,
    gmtModified: integer,
    cfg: z.string().catch(''),
  }),
})

/** Reads the reply to `GET /JDBCWriter/detail`; throws `BAD_BODY` when it is not about `asked`. */
export function readWriterDetail({ status, json, redacted }: Success, asked: string): WriterDetail {
  const whole = JSON.stringify(redacted)
  const reply = { status, body: kept(whole) }
  const parsed = writerReply.safeParse(redacted)
  if (!parsed.success)
    throw new CmError('BAD_BODY', 'unknown', 'CM answered without a replicator', { reply })
  if (!isAbout(json, asked))
    throw new CmError('BAD_BODY', 'unknown', 'CM answered about another writer', { reply })

  const { replicator } = parsed.data
  return {
    // A name that is the asked one is not taken from the redacted text, where it might hold a mask.
    name: nameIn(json) === asked ? asked : replicator.name,
    status: replicator.status,
    active: replicator.active,
    host: replicator.ip,
    port: replicator.port,
    location: replicator.location,
    checkpointSeconds: replicator.checkpoint.timestamp,
    sampledAtSeconds: replicator.checkpoint.gmt,
    createdAtMs: replicator.gmtCreated,
    modifiedAtMs: replicator.gmtModified,
    config: parseCfg(replicator.cfg),
    raw: shown(whole),
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

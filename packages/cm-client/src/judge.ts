import { blankOut } from './blank-out.ts'
import { CmError, type CmErrorCode, type Outcome } from './error.ts'
import { copied, redactJson, redactText } from './redact.ts'

/** A whole answer as it came off the wire. Holds secrets: it must not leave this package. */
export type RawReply = {
  readonly status: number
  readonly encoding: string
  readonly body: Buffer
  /** Its `Date` header. */
  readonly date?: string
}

/** An answer that says `isSuccess: true`. `json` still holds secrets, `redacted` does not. */
export type Success = {
  readonly status: number
  readonly json: Readonly<Record<string, unknown>>
  readonly redacted: unknown
  /** Its `Date`: epoch milliseconds by CM's clock, whole seconds; null without one. */
  readonly saidAtMs: number | null
}

const utf8 = new TextDecoder()

/** Enough to see what CM said, little enough to keep one with every step. */
const KEPT_CHARACTERS = 4096
/** Where secrets were sent, only so much of the answer is looked at; masks make of it what is kept. */
const READ_CHARACTERS = 4 * KEPT_CHARACTERS

/**
 * The table of DECISIONS 10 for answers that came whole: success is 2xx and JSON and
 * `isSuccess === true`, nothing less. Failure bodies are not documented (cm-api.md §1.1), so the
 * verdict is looked for whatever the status, and nothing is concluded from a status alone. Of the
 * `secrets` that were sent nothing comes out, however CM repeats them.
 */
export function judge(
  { status, encoding, body, date }: RawReply,
  secrets: readonly string[] = [],
): Success {
  // We ask for identity; what comes compressed all the same was not written by CM.
  const text = encoding === '' || encoding === 'identity' ? utf8.decode(body) : ''
  const json = parse(text)
  const success = isRecord(json) && Object.hasOwn(json, 'isSuccess') ? json['isSuccess'] : undefined
  // What we sent is known, so it goes before what has to be recognised, and before anything is cut.
  const told = secrets.length === 0 ? text : blankOut(text.slice(0, READ_CHARACTERS), secrets)
  const toldJson = secrets.length === 0 ? json : parse(told)
  const fail = (code: CmErrorCode, outcome: Outcome, message: string) =>
    new CmError(code, outcome, message, { reply: { status, body: kept(redactText(told)) } })

  if (isRecord(json) && success === false)
    throw fail('REJECTED', 'not-done', rejection(redactJson(toldJson)))
  if (status < 200 || status > 299) throw fail('BAD_STATUS', 'unknown', `CM answered ${status}`)
  if (!isRecord(json)) throw fail('BAD_BODY', 'unknown', `CM answered ${describe(text, json)}`)
  if (success !== true) throw fail('BAD_BODY', 'unknown', 'CM answered without isSuccess: true')

  const shown = isRecord(toldJson) ? toldJson : { isSuccess: true }
  return { status, json, redacted: redactJson(shown), saidAtMs: timeOf(date) }
}

function timeOf(date: string | undefined): number | null {
  const ms = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(ms) ? null : ms
}

/** As much of a redacted text as is kept; cut last, since a cut secret is no longer recognised. */
export const kept = (redacted: string) => copied(redacted.slice(0, KEPT_CHARACTERS))

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `undefined` is no JSON value, so it can say "not JSON". */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function describe(text: string, json: unknown): string {
  if (json !== undefined) return 'JSON that is not an object'
  return text.trim() === '' ? 'with an empty or encoded body' : 'with something that is not JSON'
}

/** Where CM puts its words is not documented: the v2 envelope's fields and the usual ones are tried. */
function rejection(redacted: unknown): string {
  if (!isRecord(redacted)) return 'CM refused'
  const detail = redacted['errorDetail']
  const sources = isRecord(detail) ? [redacted, detail] : [redacted]
  const fields = ['errCode', 'code', 'errMsg', 'message', 'msg', 'reason', 'proposal']
  const words = sources.flatMap((source) => fields.map((field) => source[field])).filter(isWord)
  if (isWord(detail)) words.push(detail)

  return words.length === 0
    ? 'CM refused and gave no reason'
    : `CM refused: ${[...new Set(words.map(String))].join(' · ').slice(0, 500)}`
}

const isWord = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

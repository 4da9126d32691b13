import { isClearKey } from './clear-keys.ts'
import { formatLine, parseLine, type IniLine } from './ini.ts'
import { Innocent } from './innocent.ts'
import { maskText } from './mask-text.ts'
import { isSecretKey, isSuspicious, MASK } from './secrets.ts'

/** Deeper than anything CM says; what lies below is left out, so that no reply exhausts the stack. */
const MAX_DEPTH = 32

/**
 * The text without its secrets: JSON is searched key by key, `cfg` strings inside it line by line,
 * anything else by pattern. Shown is what stands under a key known for harmless, and nothing else that has
 * a key. Everything that leaves this package has gone through here.
 */
export const redactText = (text: string): string => redactValue(text)

/** A JSON value without its secrets, safe to serialise; the very same value where it holds none. */
export const redactJson = (value: unknown, depth = 0): unknown =>
  redactUnder(value, { depth, isShown: true })

type Under = { readonly depth: number; readonly isShown: boolean }

/** `isShown`: the key it stands under is known for harmless. Inside of objects their own keys decide. */
function redactUnder(value: unknown, { depth, isShown }: Under): unknown {
  if (typeof value === 'string') return isShown ? redactString(value, depth) : MASK
  if (typeof value === 'number') return isShown ? value : MASK
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value)) {
    const elements = value.map((it: unknown) => redactUnder(it, { depth: depth + 1, isShown }))
    return elements.every((element, index) => element === value[index]) ? value : elements
  }

  const label = labelOf(value)
  // `fromEntries` defines properties, so a key `__proto__` stays a key.
  const entries: [string, unknown][] = Object.entries(value)
  const redacted = entries.map(([key, inner]): [string, unknown] => [
    shownKey(key),
    redactMember(key, inner, { label, depth: depth + 1 }),
  ])
  const isSame = redacted.every(
    ([key, inner], index) => key === entries[index]?.[0] && inner === entries[index]?.[1],
  )
  return isSame ? value : Object.fromEntries(redacted)
}

type Member = { readonly label: string; readonly depth: number }

function redactMember(key: string, inner: unknown, { label, depth }: Member): unknown {
  if (key === 'cfg' && typeof inner === 'string') return redactCfg(inner, depth)
  if (isClearKey(key)) return redactUnder(inner, { depth, isShown: true })
  const isValue = key === 'value'
  if (inner !== null && (isSecretKey(key) || (isValue && isSecretKey(label)))) return MASK
  return redactUnder(inner, { depth, isShown: isValue && isClearKey(label) })
}

/** Lines are looked at one by one, so that a text of many is not searched twice. */
const redactString = (text: string, depth: number) =>
  text.includes('\n') || isSuspicious(text) ? redactValue(text, depth + 1) : text

/** A string that may be JSON, INI text, or words. */
export function redactValue(text: string, depth = 0): string {
  const json = depth > MAX_DEPTH ? undefined : parseContainer(text)
  if (json !== undefined) {
    const redacted = redactJson(json, depth + 1)
    // Untouched JSON keeps CM's own spelling, unless a duplicate key may hide something in it.
    return redacted === json && keysIn(text) === keysOf(json) ? text : JSON.stringify(redacted)
  }
  // JSON that does not parse is masked as one: its lines are no assignments of their own.
  const isBrokenJson = /^\s*(?:\{|\[\s*[\d"[{])/.test(text)
  if (text.includes('\n') && !isBrokenJson) return redactLines(text, depth)
  return isSuspicious(text) ? maskText(text) : text
}

/**
 * A copy that does not keep the text alive which it was cut from: V8 keeps slices as
 * views, and the text it views is a reply with passwords in it.
 */
export const copied = (text: string) => Buffer.from(text).toString()

/** Lines in which nothing had to be masked, of a configuration and of any text. */
const settings = new Innocent()
const lines = new Innocent()

/** What has the form of a key is shown, so that one sees that it is there; anything else may be a value. */
const shownKey = (key: string) =>
  isClearKey(key) || (isKey(key) && (!isSuspicious(key) || maskText(key) === key)) ? key : MASK

const isKey = (text: string) => /^[A-Za-z_$][\w.$-]{0,127}$/.test(text)

/** A `cfg` string (cm-api.md §1.4): sections, and lines of a key and its value; anything else is masked. */
const redactCfg = (text: string, depth: number) =>
  text
    .split('\n')
    .map((line) => (settings.has(line) ? line : redactSetting(line, depth)))
    .join('\n')

function redactSetting(text: string, depth: number): string {
  const line = parseLine(text)
  const redacted =
    line.kind === 'entry'
      ? formatLine(redactEntry(line, depth))
      : /^\s*(?:\[\w{0,64}\])?\s*$/.test(text)
        ? text
        : MASK
  if (redacted === text) settings.add(text)
  return redacted
}

/** A reply can be a million lines, so that one without anything to mask costs next to nothing. */
const redactLines = (text: string, depth: number) =>
  text
    .split('\n')
    .map((line) => (lines.has(line) ? line : redactUnknownLine(line, depth)))
    .join('\n')

function redactUnknownLine(line: string, depth: number): string {
  const redacted = isSuspicious(line) ? formatLine(redactLine(parseLine(line), depth)) : line
  // Further down less is looked for: what passes there need not pass here.
  if (redacted === line && depth <= 4) lines.add(line)
  return redacted
}

/** Left of a `=` stands a key, or words and the beginning of something else. */
function redactLine(line: IniLine, depth: number): IniLine {
  if (line.kind === 'other') return { ...line, text: maskText(line.text) }
  if (isKey(line.before.trim())) return redactEntry(line, depth)
  if (isSecretKey(line.before)) return { ...line, before: maskText(line.before), value: MASK }
  return { kind: 'other', text: maskText(`${line.before}=${line.value}`), end: line.end }
}

function redactEntry(line: IniLine & { kind: 'entry' }, depth: number): IniLine {
  const key = line.before.trim()
  const isShown = isClearKey(key)
  return {
    ...line,
    before: isShown ? line.before : shownKey(key),
    value: isShown ? redactString(line.value, depth) : line.value.trim() === '' ? '' : MASK,
  }
}

/** `{"name": "sync_password", "value": "…"}`: a list of pairs written as objects. */
function labelOf(value: object): string {
  const label = 'key' in value ? value.key : 'name' in value ? value.name : ''
  return typeof label === 'string' ? label : ''
}

/** How many keys a JSON text writes down, those included that come twice. */
const keysIn = (text: string) =>
  Array.from(text.matchAll(/"(?:[^"\\]|\\[^])*"(\s*:)?/g)).filter(([, colon]) => colon).length

function keysOf(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0
  const inner: unknown[] = Object.values(json)
  const own = Array.isArray(json) ? 0 : inner.length
  return inner.reduce((sum: number, value) => sum + keysOf(value), own)
}

/** Only objects and arrays: a lone number or string has no keys to search by. */
function parseContainer(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

import { formatLine, parseLine, type IniLine } from './ini.ts'
import { Innocent } from './innocent.ts'
import { isSecretKey, isSuspicious, maskText, MASK } from './secrets.ts'

/** Deeper than anything CM says; what lies below is left out, so that no reply exhausts the stack. */
const MAX_DEPTH = 32

/**
 * The text without its secrets: JSON is searched key by key, `cfg` strings inside it line by line,
 * anything else by pattern. Everything that leaves this package has gone through here.
 */
export const redactText = (text: string): string => redactValue(text)

/** A JSON value without its secrets, safe to serialise; the very same value where it holds none. */
export function redactJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return mayHoldSecret(value) ? redactValue(value, depth + 1) : value
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value)) {
    const elements = value.map((element: unknown) => redactJson(element, depth + 1))
    return elements.every((element, index) => element === value[index]) ? value : elements
  }

  const label = labelOf(value)
  // `fromEntries` defines properties, so a key `__proto__` stays a key.
  const entries: [string, unknown][] = Object.entries(value)
  const redacted = entries.map(([key, inner]): [string, unknown] => {
    if (keys.has(key)) return [key, redactJson(inner, depth + 1)]
    const isSecret = isSecretKey(key) || (key === 'value' && isSecretKey(label))
    return [shownKey(key), isSecret && inner !== null ? MASK : redactJson(inner, depth + 1)]
  })
  const isSame = redacted.every(
    ([key, inner], index) => key === entries[index]?.[0] && inner === entries[index]?.[1],
  )
  return isSame ? value : Object.fromEntries(redacted)
}

/** Lines are looked at one by one, so that a text of many is not searched twice. */
const mayHoldSecret = (text: string) => text.includes('\n') || isSuspicious(text)

/** A string that may be JSON, INI text, or words. */
export function redactValue(text: string, depth = 0): string {
  const json = depth > MAX_DEPTH ? undefined : parseContainer(text)
  if (json !== undefined) {
    const redacted = redactJson(json, depth + 1)
    // Untouched JSON keeps CM's own spelling, unless a duplicate key may hide something in it.
    return redacted === json && maskText(text) === text ? text : JSON.stringify(redacted)
  }
  // JSON that does not parse is masked as one: its lines are no assignments of their own.
  const isBrokenJson = /^\s*(?:\{|\[\s*[\d"[{])/.test(text)
  if (text.includes('\n') && !isBrokenJson) return redactLines(text, depth)
  return maskText(text)
}

/**
 * A copy that does not keep the text alive which it was cut from: V8 keeps slices as
 * views, and the text it views is a reply with passwords in it.
 */
export const copied = (text: string) => Buffer.from(text).toString()

/** Keys that stand for no secret and hold none, whatever stands beside them. */
const keys = new Innocent()
const lines = new Innocent()

function shownKey(key: string): string {
  if (isSuspicious(key)) return maskText(key)
  if (key !== 'value' && !isSecretKey(key)) keys.add(key)
  return key
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

function redactLine(line: IniLine, depth: number): IniLine {
  if (line.kind === 'other') return { ...line, text: maskText(line.text) }
  if (isSecretKey(line.before)) return { ...line, value: MASK }
  return {
    ...line,
    before: maskText(line.before),
    value: redactValue(line.value, depth + 1),
  }
}

/** `{"name": "sync_password", "value": "…"}`: a list of pairs written as objects. */
function labelOf(value: object): string {
  const label = 'key' in value ? value.key : 'name' in value ? value.name : ''
  return typeof label === 'string' ? label : ''
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

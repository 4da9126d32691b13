import { isClearKey } from './clear-keys.ts'
import { parseLine } from './ini.ts'
import { copied, redactValue } from './redact.ts'

/**
 * One `key=value` of a component's configuration. A secret has no value here, only the fact that
 * it is there; secrets inside other values (URLs, JSON) are replaced by `••••••`.
 */
export type ConfigEntry =
  | { readonly key: string; readonly value: string; readonly secret: false }
  | { readonly key: string; readonly value: null; readonly secret: true }

/** Thirty times the vendor's sample; more is no configuration, and would be kept with every reading. */
export const mostEntries = 2_000

/**
 * The first 2 000 entries of a `cfg` string (cm-api.md §1.4) in CM's order, duplicates included, secrets
 * cut. Values are CM's own, untrimmed: `useMultiExecute=false ` ends in a blank.
 */
export function parseCfg(text: string): ConfigEntry[] {
  const entries: ConfigEntry[] = []
  for (let from = 0; from < text.length && entries.length < mostEntries;) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const line = parseLine(text.slice(from, to))
    if (line.kind === 'entry') entries.push(entryOf(line))
    from = to + 1
  }
  return entries
}

/** The value of the first line that sets the key, without blanks around it; null for none or an empty one. */
export function valueIn(text: string, key: string): string | null {
  const sign = `\n${key}=`
  const at = text.startsWith(`${key}=`) ? -1 : text.indexOf(sign)
  if (at === -1 && !text.startsWith(`${key}=`)) return null
  const from = at + sign.length
  const newline = text.indexOf('\n', from)
  const value = text.slice(from, newline === -1 ? text.length : newline).trim()
  return value === '' ? null : copied(value)
}

function entryOf({ before, value }: { before: string; value: string }): ConfigEntry {
  const key = copied(before.trim())
  return isClearKey(key)
    ? { key, value: copied(redactValue(value)), secret: false }
    : { key, value: null, secret: true }
}

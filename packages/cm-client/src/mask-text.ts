import { isClearKey } from './clear-keys.ts'
import { maskEncoded } from './mask-encoded.ts'
import { maskUrls } from './mask-urls.ts'
import { isSecretKey, MASK, SECRET_QUOTED, SECRET_START } from './secrets.ts'

/**
 * Masks what looks like a secret in a text of no known form, and what is assigned to a name that is not
 * known for harmless. Where a value ends is a guess, so it rather takes too much. Linear in the text's
 * length: an upstream must not be able to stall us.
 */
export function maskText(text: string): string {
  const plain = maskNames(maskEncoded(maskTags(maskUrls(text))))
  return maskUnknown(maskSecrets(plain.replace(SECRET_QUOTED, `$1$2${MASK}$2`)))
}

/** A name in quotes that has not the form of one may be anything. */
const maskNames = (text: string) =>
  text.replace(
    /(["'])((?:(?!\1)[^\\\r\n]){1,256})\1(?=\s{0,8}:)/g,
    (whole, quote: string, name: string) =>
      /^[\w.$-]{1,128}$/.test(name) ? whole : `${quote}${MASK}${quote}`,
  )

function maskSecrets(text: string): string {
  let masked = ''
  let from = 0
  SECRET_START.lastIndex = 0
  for (let match = SECRET_START.exec(text); match !== null; match = SECRET_START.exec(text)) {
    const valueAt = match.index + match[0].length
    const keyAt = keyStart(text, match.index)
    if (isPartOfName(text.slice(keyAt, valueAt), text.slice(valueAt, valueAt + 11))) continue
    const isProperty = match[1] !== undefined || /[:：]/.test(match[2] ?? '')
    const end = valueEnd(text, valueAt, { keyAt, isProperty })
    masked += end === valueAt ? text.slice(from, valueAt) : `${text.slice(from, valueAt)}${MASK}`
    from = end
    SECRET_START.lastIndex = Math.max(end, valueAt)
  }
  return masked + text.slice(from)
}

/**
 * A name and a sign that a value follows: `=` after any name, `:` only after one in quotes. A name may stand
 * after the `\\n` of a string.
 */
const ASSIGNED =
  /(?:(?<=\\[nrt])|(?<![\p{L}\p{N}_.$:+%-])(?<!\\(?=[nrt])))([\p{L}_][\p{L}\p{N}_.$[\]-]{0,127})(?:(\\{0,3}["'])[ \t]{0,8}(?:=>?(?!=)|:)|[ \t]{0,8}(?:=>?(?!=)|＝))[ \t]{0,8}/gu

/** What nobody has named is taken for a secret. */
function maskUnknown(text: string): string {
  let masked = ''
  let from = 0
  ASSIGNED.lastIndex = 0
  for (let match = ASSIGNED.exec(text); match !== null; match = ASSIGNED.exec(text)) {
    if (isClearKey(match[1] ?? '')) continue
    const valueAt = match.index + match[0].length
    const isInString = /\\[nrt]$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    const end = valueEnd(text, valueAt, {
      keyAt: match.index - (isInString ? 1 : 0),
      isProperty: match[2] !== undefined,
    })
    masked += end === valueAt ? text.slice(from, valueAt) : `${text.slice(from, valueAt)}${MASK}`
    from = end
    ASSIGNED.lastIndex = Math.max(end, valueAt)
  }
  return masked + text.slice(from)
}

type Place = { readonly keyAt: number; readonly isProperty: boolean }

/** Where the value of an assignment ends, which depends on what kind of text it stands in. */
function valueEnd(text: string, start: number, { keyAt, isProperty }: Place): number {
  // At the start of a line, as in INI text, the value is the rest of the line.
  const isLineStart = /(?:^|[\r\n])[\s#;]*$/.test(text.slice(Math.max(0, keyAt - 16), keyAt))
  if (isLineStart && !isProperty) return endOf(/[^\r\n]*/y, text, start) ?? start

  const quoted =
    endOf(/"(?:[^"\\]|\\[^])*"?|'[^']*'?/y, text, start) ??
    // A string inside a string: it ends at a quote with as many backslashes as the first one.
    endOf(/(\\{1,3})"(?:(?!(?<!\\)\1")[^])*(?:\1")?/y, text, start)
  if (quoted !== null) return quoted
  // A list or an object in JSON that does not parse: where it ends, nobody knows.
  if (isProperty && /[[{]/.test(text[start] ?? '')) return text.length
  if (isProperty) return endOf(/[^\r\n]*/y, text, start) ?? start

  // INI text inside a JSON string: `\n` ends its lines and `"` the string.
  const before = text[keyAt - 1]
  if (before === '\\' || before === '"')
    return endOf(/(?:[^"\\\r\n]|\\[^nr])*/y, text, start) ?? start
  // In a URL or a sentence it ends at a blank, or where another assignment begins.
  return endOf(/(?:(?![&,;]\s?[\w.$-]{1,64}=)[^\s"])*/y, text, start) ?? start
}

/**
 * `…:p_3b7pwdl2sxb4_source-000-0:0000000069`: the random middle of a component's name spells a
 * secret word now and then (cm-api.md §3), and its colon is no assignment.
 */
const isPartOfName = (key: string, value: string) =>
  /-\d{3}-\d{1,4}:$/.test(key) && /^\d{10}(?:\D|$)/.test(value)

function keyStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 128 && /[\w.$-]/.test(text[start - 1] ?? '')) start -= 1
  return start
}

/** Where a match of `pattern` that begins exactly at `at` ends; null without one. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

/** Tags of a page hold words, those of data hold values. */
const ofPages =
  /^(?:html|head|title|body|h[1-6r]|p|pre|div|span|br|b|i|u|a|em|strong|code|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|center|font|style|address|main|section|footer|header)$/i

const maskTags = (text: string) =>
  text.replace(/<([\w.:-]{1,64})([^<>]{0,512}>)?([^<]*)/g, (whole, tag: string, rest, words) =>
    typeof words !== 'string' || words.trim() === '' || isShown(tag)
      ? whole
      : `<${tag}${String(rest ?? '')}${MASK}`,
  )

const isShown = (tag: string) => !isSecretKey(tag) && (ofPages.test(tag) || isClearKey(tag))

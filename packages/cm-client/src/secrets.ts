/** Stands for any secret: its length says nothing. */
export const MASK = '••••••'

const WORDS =
  'pass(?:word|wd|phrase)?|pwd|secret|token|credential|private|a(?:ccess|pi).?key|access.?id|auth|jaas|jass|keytab|signature|cipher'
/** Too short to stand for a secret wherever they are found: only as the last part of a key. */
const SHORT = 'ak|sk|pw|sign'
const SECRET_KEY = new RegExp(String.raw`${WORDS}|(?:^|[._])(?:${SHORT})$`, 'i')

/** Whether a key of this name holds a secret; a guess that errs on the safe side. */
export const isSecretKey = (key: string) => SECRET_KEY.test(key)

/** A secret word, what is left of its key, and a sign that a value follows. All parts are bounded. */
const SECRET_START = new RegExp(
  String.raw`(?:(?:${WORDS})[\w.$-]{0,64}|(?<![A-Za-z0-9])(?:${SHORT}))(\\{0,3}["'])?[ \t]{0,8}([=:]|%3D)[ \t]{0,8}`,
  'gi',
)

const SUSPICIOUS = new RegExp(String.raw`${WORDS}|${SHORT}|:\\*\/|jdbc:oracle|\\u`, 'i')

/**
 * Whether a text could hold a secret at all: nothing is masked in one that has no such word, no URL and
 * nothing that JSON spells otherwise. Most of what CM says has none.
 */
export const isSuspicious = (text: string) => SUSPICIOUS.test(text)

/**
 * Masks what looks like a secret in a text of no known form. Where a value ends is a guess, so it
 * rather takes too much. Linear in the text's length: an upstream must not be able to stall us.
 */
export function maskText(text: string): string {
  return maskAssignments(maskTags(maskUserinfo(text)))
}

function maskAssignments(text: string): string {
  let masked = ''
  let from = 0
  SECRET_START.lastIndex = 0
  for (let match = SECRET_START.exec(text); match !== null; match = SECRET_START.exec(text)) {
    const start = match.index + match[0].length
    const keyAt = keyStart(text, match.index)
    if (isPartOfName(text.slice(keyAt, start), text.slice(start, start + 11))) continue
    const end = valueEnd(text, start, {
      keyAt,
      isProperty: match[1] !== undefined || match[2] === ':',
    })
    masked += end === start ? text.slice(from, start) : `${text.slice(from, start)}${MASK}`
    from = end
    SECRET_START.lastIndex = Math.max(end, start)
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

/** `://user:pass@host` → `://••••••@host`; OceanBase's users hold `@` and `#` themselves. */
const maskUserinfo = (text: string) =>
  text
    .replace(/:\/\/([^\s"'<>]*)/g, (_, rest: string) => {
      const query = rest.search(/\?[\w.-]{1,64}=/)
      const place = query === -1 ? rest : rest.slice(0, query)
      const at = place.lastIndexOf('@')
      return at === -1 ? `://${rest}` : `://${MASK}${rest.slice(at)}`
    })
    .replace(/(jdbc:oracle:\w{1,16}:)[^\s"'@]{1,256}@/gi, `$1${MASK}@`)

const maskTags = (text: string) =>
  text.replace(/<([\w.:-]{1,64})>([^<]*)/g, (whole, tag: string) =>
    isSecretKey(tag) ? `<${tag}>${MASK}` : whole,
  )

import { MASK } from '@wheelhouse/cm-client'

/** So many characters of a secret are told from any other word. */
const fewest = 4

/**
 * A text without the secrets that we know, each character of them in whatever spelling: as it is, in JSON
 * or in JSON inside of JSON, in a query, in a form, in HTML; also where the text ends in the middle of one.
 */
export const blankOut = (text: string, secrets: readonly string[]): string =>
  secrets
    // One may be the beginning of another.
    .toSorted((one, other) => other.length - one.length)
    .reduce(withoutOne, text)

function withoutOne(text: string, secret: string): string {
  if (secret === '') return text
  const spelled = Array.from(secret, spellingsOf)
  let left = ''
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at, spelled)
    left += end === undefined ? text[at] : MASK
    at = end ?? at + 1
  }
  return left
}

/** Where a secret that begins here ends; `undefined` where none does. */
function endOf(
  text: string,
  start: number,
  spelled: readonly (readonly string[])[],
): number | undefined {
  // Where it may have got to: `%25` is a percent sign in a query, and three characters elsewhere.
  let reached = new Set([start])
  for (const [count, ways] of spelled.entries()) {
    const further = new Set<number>()
    for (const at of reached) {
      if (count >= fewest && isCutIn(text, at, ways)) return text.length
      for (const way of ways) if (text.startsWith(way, at)) further.add(at + way.length)
    }
    if (further.size === 0) return undefined
    reached = further
  }
  return Math.max(...reached)
}

/** The text ends before, or in the middle of, the next character. */
function isCutIn(text: string, at: number, ways: readonly string[]): boolean {
  const rest = text.slice(at, at + 32)
  return ways.some((way) => way.length > rest.length && way.startsWith(rest))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** How a character may be written; a letter or digit is always itself. */
function spellingsOf(character: string): string[] {
  if (/^[A-Za-z0-9]$/.test(character)) return [character]
  const bytes = [...Buffer.from(character)].map((byte) => hex(byte, 2))
  const code = character.codePointAt(0) ?? 0
  const units = Array.from({ length: character.length }, (_, at) =>
    hex(character.charCodeAt(at), 4),
  )
  const ascii = units.map((unit) => `\\u${unit}`).join('')
  const inJson = [inString(character), ascii, `\\${character}`]
  const coded = [
    bytes.map((byte) => `%${byte}`).join(''),
    `&#x${code.toString(16)};`,
    ...inJson,
    ...inJson.map(inString),
    ...inJson.map(inString).map(inString),
  ]
  const plain = [character, `&#${code};`, entities[character], character === ' ' ? '+' : undefined]
  const all = [...plain, ...coded, ...coded.map(inCapitals)]
  return [...new Set(all.filter((way) => way !== undefined))]
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

const inString = (text: string) => JSON.stringify(text).slice(1, -1)

/** `%3d` is also written `%3D`, and `\\u003d` also `\\u003D`. */
const inCapitals = (way: string) =>
  way.replaceAll(/[0-9a-f]{2,}/gu, (digits) => digits.toUpperCase())

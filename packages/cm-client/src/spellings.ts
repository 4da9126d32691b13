/** What may stand for one character of a text. */
export type Spellings = readonly string[]

/**
 * A text, character by character in every way in which others repeat it, alone or one in another: as it
 * is, in JSON or in JSON inside of JSON, in a query, encoded twice and three times, in a form, in HTML.
 */
export const spelled = (text: string): readonly Spellings[] => Array.from(text, spellingsOf)

/**
 * The text as bytes written in letters: in hex and in base64, wherever in a longer base64 text it begins.
 * Of base64 only what no neighbour changes.
 */
export function encodings(text: string): string[] {
  const bytes = Buffer.from(text)
  const shifted = [0, 1, 2].map((shift) => {
    const all = Buffer.concat([Buffer.alloc(shift), bytes])
    const [from, to] = [Math.ceil((shift * 8) / 6), Math.floor((all.length * 8) / 6)]
    return all.toString('base64').slice(from, to)
  })
  const inHex = bytes.toString('hex')
  return [...shifted, ...shifted.map(inUrl), inHex, inHex.toUpperCase()]
}

/** One layer of encoding taken off everything that looks encoded. */
export const decoded = (text: string): string =>
  text
    .replaceAll(/(?:%[\da-f]{2})+/giu, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
    )
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/giu, (whole, inHex: string, inTens: string) => {
      const code = inHex ? Number.parseInt(inHex, 16) : Number(inTens)
      return code > 0x10_ff_ff ? whole : String.fromCodePoint(code)
    })
    .replaceAll(/&(?:amp|lt|gt|quot|apos);/gu, (entity) => characterOf.get(entity) ?? entity)
    .replaceAll(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))/giu, (_, unit, byte, character: string) =>
      character === undefined
        ? String.fromCharCode(Number.parseInt(unit ?? byte, 16))
        : (controls.get(character) ?? character),
    )

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
])
const characterOf = new Map([...entities].map(([character, entity]) => [entity, character]))
const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function spellingsOf(character: string): Spellings {
  const bytes = [...Buffer.from(character)].map((byte) => hex(byte, 2))
  const code = character.codePointAt(0) ?? 0
  const units = Array.from({ length: character.length }, (_, at) =>
    hex(character.charCodeAt(at), 4),
  )
  const inAscii = units.map((unit) => `\\u${unit}`).join('')
  // Before a letter a backslash makes another character of it.
  const inJson = /^\w$/.test(character)
    ? [inAscii]
    : [inString(character), inAscii, `\\${character}`]
  const inQuery = ['%', '%25', '%2525'].map((sign) => bytes.map((byte) => sign + byte).join(''))
  const coded = [
    ...inQuery,
    `&#x${code.toString(16)};`,
    bytes.map((byte) => `\\x${byte}`).join(''),
    ...inJson,
    ...inJson.map(inString),
    ...inJson.map(inString).map(inString),
  ]
  const plain = [character, `&#${code};`, entities.get(character), character === ' ' ? '+' : null]
  const all = [...plain, ...coded, ...coded.map(inCapitals)]
  return [...new Set(all)].filter((way) => typeof way === 'string')
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

const inString = (text: string) => JSON.stringify(text).slice(1, -1)

const inUrl = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')

/** `%3d` is also written `%3D`, and `\\u003d` also `\\u003D`. */
const inCapitals = (way: string) =>
  way.replaceAll(/[0-9a-f]{2,}/gu, (digits) => digits.toUpperCase())

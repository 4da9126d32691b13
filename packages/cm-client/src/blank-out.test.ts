import { expect, test } from 'vitest'
import { blankOut } from './blank-out.ts'

const mask = '••••••'

test.for([
  ['as it is', 'x p=ss&"🦆" y', `x ${mask} y`],
  ['in JSON', String.raw`{"m":"x p=ss&\"🦆\" y"}`, `{"m":"x ${mask} y"}`],
  [
    'in JSON inside of JSON',
    String.raw`"{\"m\":\"p=ss&\\\"🦆\\\"\"}"`,
    String.raw`"{\"m\":\"${mask}\"}"`,
  ],
  ['in ASCII JSON', String.raw`p\u003dss\u0026\"\ud83e\udd86\"`, mask],
  ['in ASCII JSON with capitals', String.raw`p\u003Dss\u0026\u0022\uD83E\uDD86\u0022`, mask],
  ['in a query', 'a=p%3Dss%26%22%F0%9F%A6%86%22&b=c', `a=${mask}&b=c`],
  ['in a query with small letters', 'p%3dss%26%22%f0%9f%a6%86%22', mask],
  ['in HTML', '<b>p=ss&amp;&quot;&#129414;&#x22;</b>', `<b>${mask}</b>`],
  ['half in one, half in another', 'p=ss%26&quot;🦆\\"', mask],
  ['twice', 'p=ss&"🦆"p=ss&"🦆"', mask + mask],
  ['cut off', 'x p=ss&', `x ${mask}`],
  ['cut off inside of a character', 'x p=ss%2', `x ${mask}`],
  ['cut off too early to be told', 'x p=s', 'x p=s'],
  ['only begun', 'x p=ss and on', 'x p=ss and on'],
] as const)('a secret %s is blanked out, and nothing else', ([, text, blank]) => {
  expect(blankOut(text, ['p=ss&"🦆"'])).toBe(blank)
})

test('a percent sign is one where it is plain, too', () => {
  expect(blankOut('50%25 50%2525', ['50%25'])).toBe(`${mask} ${mask}`)
})

test('a blank is a plus in a form', () => {
  expect(blankOut('a=one+two%20three', ['one two three'])).toBe(`a=${mask}`)
})

test('of two secrets the longer one is blanked out as a whole', () => {
  expect(blankOut('abcd abcdefgh', ['abcd', 'abcdefgh'])).toBe(`${mask} ${mask}`)
})

test('no secret, or an empty one, leaves a text as it is', () => {
  expect(blankOut('abc', [])).toBe('abc')
  expect(blankOut('abc', [''])).toBe('abc')
})

const secret = 'S3cr&t="pa ss\'<wörd>\\%+/~'
const perByte = (text: string, form: (byte: string) => string) =>
  [...Buffer.from(text)].map((byte) => form(byte.toString(16).padStart(2, '0'))).join('')
const perUnit = (text: string, form: (unit: string) => string) =>
  Array.from({ length: text.length }, (_, at) =>
    form(text.charCodeAt(at).toString(16).padStart(4, '0')),
  ).join('')
const perCharacter = (text: string, form: (code: number) => string) =>
  Array.from(text, (character) => form(character.codePointAt(0) ?? 0)).join('')
const query = encodeURIComponent(secret)
const base64 = (text: string) => Buffer.from(text).toString('base64')

const disguises: readonly (readonly [string, string])[] = [
  ['in a query', query],
  ['in a form', new URLSearchParams({ x: secret }).toString().slice(2)],
  [
    'in a form inside of a query',
    encodeURIComponent(new URLSearchParams({ x: secret }).toString()),
  ],
  ['in a query twice', encodeURIComponent(query)],
  ['in a query three times', encodeURIComponent(encodeURIComponent(query))],
  ['as bytes of a query', perByte(secret, (byte) => `%${byte}`)],
  ['as bytes of a query, twice', perByte(secret, (byte) => `%25${byte.toUpperCase()}`)],
  ['in HTML, number by number', perCharacter(secret, (code) => `&#${code};`)],
  ['in HTML, in hex', perCharacter(secret, (code) => `&#x${code.toString(16).toUpperCase()};`)],
  ['in HTML inside of HTML', perCharacter(secret, (code) => `&amp;#${code};`)],
  ['in JSON, unit by unit', perUnit(secret, (unit) => `\\u${unit}`)],
  ['in JSON twice, unit by unit', perUnit(secret, (unit) => `\\\\u${unit.toUpperCase()}`)],
  ['in JSON three times', JSON.stringify(JSON.stringify(JSON.stringify(secret)))],
  ['in JSON five times', [1, 2, 3, 4, 5].reduce((text) => JSON.stringify(text), secret)],
  ['in hex', perByte(secret, (byte) => byte)],
  ['in capital hex', perByte(secret, (byte) => byte.toUpperCase())],
  ['as bytes of a string', perByte(secret, (byte) => `\\x${byte}`)],
  ['in base64', base64(secret)],
  ['in base64 for a URL', Buffer.from(secret).toString('base64url')],
  ['in base64 in a query', encodeURIComponent(base64(secret))],
  ['in base64 in lines', base64(`0123456789${secret}`).replaceAll(/.{8}/gu, '$&\r\n')],
  ['in base64 behind a user', base64(`u:${secret}`)],
  ['in base64 behind another user', base64(`us:${secret}@h`)],
  ['in base64 behind a third', base64(`user:${secret}`)],
  ['in a query inside of JSON', JSON.stringify({ a: encodeURIComponent(JSON.stringify(secret)) })],
]

/** What could be read out of a text by anyone with a decoder: eight characters of it are too many. */
function told(text: string): string[] {
  const pieces = Array.from({ length: secret.length - 8 }, (_, at) => secret.slice(at, at + 8))
  const forms = pieces.flatMap((piece) => [
    piece,
    encodeURIComponent(piece),
    JSON.stringify(piece).slice(1, -1),
    perByte(piece, (byte) => byte),
    perByte(piece, (byte) => `%${byte}`),
    perUnit(piece, (unit) => `\\u${unit}`),
    perCharacter(piece, (code) => `&#${code};`),
  ])
  return forms.filter((form) => text.toLowerCase().includes(form.toLowerCase()))
}

test.for(disguises)('a secret %s is not told', ([, text]) => {
  const blank = blankOut(`error at ${text} here`, [secret])

  expect(blank).toContain(mask)
  expect(blank).not.toContain(text)
  expect(told(blank)).toEqual([])
})

test.for(disguises.slice(0, 16))('nor where the text is cut in a secret %s', ([how, text]) => {
  if (how.includes('inside of') || how.includes('five')) return
  for (let cut = Math.ceil(text.length / 2); cut < text.length; cut += 3)
    expect(told(blankOut(`x ${text.slice(0, cut)}`, [secret]))).toEqual([])
})

test('a secret of letters alone is found in its codes as well', () => {
  for (const text of [
    '%68%75%6e%74%65%72',
    String.raw`\u0068\u0075\u006e\u0074\u0065\u0072`,
    'aHVudGVy',
  ])
    expect(blankOut(`a ${text} b`, ['hunter'])).not.toContain(text)
})

test('a long answer and many secrets do not stall', () => {
  const secrets = Array.from({ length: 100 }, (_, at) => `${'%'.repeat(20)}${at}`)
  const startedAt = performance.now()

  blankOut('%25'.repeat(5_000), secrets.slice(0, 10))
  blankOut('&#37;\\%'.repeat(2_000), secrets.slice(0, 10))
  blankOut('an ordinary text. '.repeat(900), secrets)

  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

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

import { expect, test } from 'vitest'
import { parseStrictly } from './strict-json.ts'

const bounds = { depth: 12, keys: 200 }
const read = (text: string) => parseStrictly(text, bounds)

test.for([
  '{"a":[1,2.5e3,-0,true,false,null,"\\"{[\\\\"],"b":{"a":{}}}',
  '[]',
  ' "\\u005f" ',
  '{"":1," ":2,"a":3,"A":4,"á":5}',
  '{"says":"constructor","and":["__proto__"]}',
  `{"a":"${'x'.repeat(100_000)}"}`,
  `${'['.repeat(12)}${']'.repeat(12)}`,
])('what is within the bounds is read as JSON has it: %#', (text) => {
  expect(read(text)).toEqual(JSON.parse(text))
})

test.for([
  ['deeper lists', `${'['.repeat(13)}${']'.repeat(13)}`, /deeper than 12/u],
  ['deeper objects', `${'{"a":'.repeat(13)}1${'}'.repeat(13)}`, /deeper than 12/u],
  ['a bomb of brackets', '['.repeat(1_000_000), /deeper than 12/u],
  [
    'a wide object',
    `{${Array.from({ length: 201 }, (_, at) => `"k${at}":0`).join(',')}}`,
    /more than 200 keys/u,
  ],
  ['a key twice', '{"a":1,"a":2}', /the key a twice/u],
  ['a key twice, once in disguise', '{"a":1,"\\u0061":2}', /the key a twice/u],
  ['a key twice, inside', '[{"b":{"a":1 , "a"\n:2}}]', /the key a twice/u],
  ['a prototype', '{"__proto__":{}}', /may not hold/u],
  ['a prototype in disguise', '{"a":{"\\u005f_proto__":{}}}', /may not hold/u],
  ['a constructor', '{"constructor":{"prototype":{}}}', /may not hold/u],
  ['a text without end', '{"a', /does not end/u],
  ['texts without end', '"\\"'.repeat(1_000_001), /./u],
  ['two values', '{} {}', /./u],
  ['nothing', '', /./u],
  ['a number of another language', '{"a":NaN}', /./u],
  ['a bracket too many', '{}}', /./u],
  ['a bracket of the other kind', '{]', /./u],
] as const)('refused: %s', ([, text, message]) => {
  expect(() => read(text)).toThrow(message)
  expect(() => read(text)).toThrow(SyntaxError)
})

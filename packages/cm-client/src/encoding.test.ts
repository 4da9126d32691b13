import { expect, test } from 'vitest'

import { bodyOf, targetOf, type CmCall } from './call.ts'
import { checkerCalls } from './checkers.ts'
import { connectorCalls } from './connectors.ts'
import { seeded } from './test/seeded.ts'
import { writerCalls } from './writers.ts'

const pieces = [
  ...Array.from('\n\0\t&=+%;#?/: "\'\\`${}[]*~!()@-a位é🙂\u0301\uFEFF\u2028\u0085\u007F\uFFFF'),
  ...Array.from('\uD800\n\uDC00'),
  '%26',
  '%0',
  '%u0041',
  '\r\n',
  '  ',
  'task.id',
  'taskName=',
  '&applierName=x',
]

const chance = seeded(20261123)
const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T // never empty
const hostile = () => Array.from({ length: Math.floor(chance() * 12) }, () => pick(pieces)).join('')
const wellFormed = (pairs: readonly [string, string][]) =>
  pairs.map(([key, value]) => [key, value.toWellFormed()])

/** A call of each shape, and the pairs that CM must read from it. */
function calls(a: string, b: string, c: string): (readonly [CmCall, [string, string][]])[] {
  return [
    [writerCalls.detail(a), [['writerName', a]]],
    [connectorCalls.stop(a), [['taskName', a]]],
    [
      connectorCalls.start(a, { resume: false }),
      [
        ['taskName', a],
        ['resume', 'false'],
      ],
    ],
    [
      connectorCalls.migrate(a, b),
      [
        ['taskName', a],
        ['node', b],
      ],
    ],
    [
      connectorCalls.update(a, { 'source.x': b, 'dest.y': c }),
      [
        ['taskName', a],
        ['source.x', b],
        ['dest.y', c],
      ],
    ],
    [
      writerCalls.migrate(a, b, { force: true }),
      [
        ['applierName', a],
        ['node', b],
        ['force', 'true'],
      ],
    ],
    [
      checkerCalls.update(a, { 'limitator.x': b, filter: c }),
      [
        ['task.id', a],
        ['limitator.x', b],
        ['filter', c],
      ],
    ],
  ]
}

/** What a form decoder reads, written from the standard: `&` cuts, `=` cuts once, `+` is a blank. */
const decoded = (text: string) =>
  text.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, equals), pair.slice(equals + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    )
  })

test('whatever the values, CM reads exactly the pairs that were meant, in their order', () => {
  for (let round = 0; round < 3_000; round += 1)
    for (const [call, pairs] of calls(hostile(), hostile(), hostile())) {
      const target = targetOf(call)
      const text = bodyOf(call) ?? target.slice(call.path.length + 1)

      expect(decoded(text)).toEqual(wellFormed(pairs))
      expect([...new URLSearchParams(text)]).toEqual(wellFormed(pairs))
      expect(`${target}${text}`).toMatch(/^[!-~]*$/)
      expect(target.startsWith(call.path)).toBe(true)
    }
})

test('each hostile piece alone, at every place, is one value', () => {
  for (const piece of pieces)
    for (const [call, pairs] of calls(piece, `${piece}${piece}`, `a${piece}b`))
      expect(decoded(bodyOf(call) ?? targetOf(call).slice(call.path.length + 1))).toEqual(
        wellFormed(pairs),
      )
})

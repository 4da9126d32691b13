import { componentKinds, everywhere, globFits, type Grant, type Target } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { assure } from '../../test/assure.ts'
import { may } from './may.ts'
import { readScopeOf } from './read-scope.ts'

/** T-SCOPE: names that somebody chose in order to be taken for others, against the plainest matcher there is. */

const seed = 20_261_123
const cases = 20_000

/** Mulberry32: the same numbers each time. */
function numbersFrom(start: number) {
  let state = start
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Pieces that another parser would read as something else. */
const pieces = [
  'a', 'A', 'ä', 'a\u0308', 'ß', 'ss', 'İ', 'i', 'ı', '\u212A', 'k', '%2F', '%2f', '/', '..', '.', '\0',
  '%00', '\\', '\u202E', '\u200D', '😀', '\uD83D', '$', '^', '+', '(', '[', '|', '?', '10.0.1.1', '-9000:',
  '\n', ' ', '__proto__', 'constructor',
] // prettier-ignore

/** All that a glob can mean: each `*` tried at every length. */
function fits(glob: string, text: string): boolean {
  if (glob === '') return text === ''
  if (glob.startsWith('*')) {
    for (let from = 0; from <= text.length; from += 1)
      if (fits(glob.slice(1), text.slice(from))) return true
    return false
  }
  return text !== '' && glob[0] === text[0] && fits(glob.slice(1), text.slice(1))
}

test('a name is in scope by its code points alone, however it is spelt', () => {
  const number = numbersFrom(seed)
  const word = (longest: number, more: readonly string[] = []) =>
    Array.from({ length: number(longest + 1) }, () => {
      const from = [...pieces, ...more]
      return from[number(from.length)] ?? ''
    }).join('')
  let seen = 0
  let wrong = 0
  for (let round = 0; round < cases; round += 1) {
    const glob = word(4, ['*', '*', '*', '*', '*', '*', '*', '*']) || '*'
    // Half of them are made to fit, by putting something in place of each star; then one may be bent.
    const name =
      number(2) === 0 ? word(5) : glob.replaceAll('*', () => word(2)) + (number(4) === 0 ? '.' : '')
    const grant: Grant = { role: 'viewer', cluster: '*', kind: '*', name: glob }
    const target: Target = { cluster: 'main', kind: 'writer', name }
    const is = fits(glob, name)
    const scope = readScopeOf({ grants: [grant] })
    if (is) seen += 1
    if (scope.sees(target) !== is || may({ grants: [grant] }, 'read', target) !== is) wrong += 1
  }

  expect(seen).toBeGreaterThan(cases / 10)
  expect(wrong).toBe(0)
  assure('authorization-scope', { names: cases, inScope: seen, violations: wrong }, { seed })
})

test.each([
  ['p_A*', 'p_a1'],
  ['*', ''],
  ['p_*', 'P_1'],
  ['10.0.1.*', '10.0.10.1'],
  ['a*b', 'ab\0'],
  ['caf\u00e9', 'cafe\u0301'],
])('%j and %j: only what the code points say', (glob, name) => {
  expect(globFits(glob, name)).toBe(fits(glob, name))
})

test('cluster, kind and name must all fit the same grant', () => {
  const grants: Grant[] = [
    { role: 'operator', cluster: 'east', kind: 'writer', name: 'p_a*' },
    { role: 'viewer', cluster: 'west', kind: '*', name: '*' },
  ]
  for (const cluster of ['east', 'west', 'north'])
    for (const kind of componentKinds)
      for (const name of ['p_a1', 'p_b1']) {
        const isOperator = cluster === 'east' && kind === 'writer' && name === 'p_a1'
        const target = { cluster, kind, name }
        expect(may({ grants }, 'start-stop', target)).toBe(isOperator)
        expect(may({ grants }, 'read', target)).toBe(isOperator || cluster === 'west')
      }
})

test('a token may do what its own grants and its owner’s both allow', () => {
  const mine: Grant = { role: 'operator', cluster: '*', kind: '*', name: 'p_a*' }
  const token = { grants: [everywhere('admin')], within: [mine] }
  const target = (name: string): Target => ({ cluster: 'main', kind: 'writer', name })

  expect(may(token, 'start-stop', target('p_a1'))).toBe(true)
  expect(may(token, 'delete', target('p_a1'))).toBe(false)
  expect(may(token, 'read', target('p_b1'))).toBe(false)
  expect(readScopeOf(token).isWhole).toBe(false)
})

test('who may see the same by the same grants is one audience, in whatever order and roles they were given', () => {
  const one: Grant = { role: 'viewer', cluster: '*', kind: '*', name: 'a*' }
  const other: Grant = { role: 'operator', cluster: 'main', kind: '*', name: 'b*' }
  const key = (...grants: Grant[]) => readScopeOf({ grants }).key

  expect(key(one, other)).toBe(key({ ...other, role: 'viewer' }, one, one))
  expect(key(one, other)).not.toBe(key(one))
  expect(key(one, everywhere('viewer'))).toBe('whole')
  // Who reads the record alone sees nothing of the estate.
  expect(
    readScopeOf({ grants: [everywhere('auditor')] }).sees({
      cluster: 'main',
      kind: 'writer',
      name: 'a',
    }),
  ).toBe(false)
})

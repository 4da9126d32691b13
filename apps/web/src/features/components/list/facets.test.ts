import { verdicts } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { componentWith } from '../../../test/component.ts'
import { facetValues, facetsOf, toggled } from './facets.ts'

const estate = [
  componentWith({ id: 'c1', host: '10.0.0.9', verdict: 'stalled' }),
  componentWith({ id: 'c2', host: '10.0.0.10', verdict: 'running' }),
  componentWith({ id: 'c3', host: '10.0.0.10', verdict: 'stalled', cluster: 'beijing' }),
  componentWith({ id: 'c4', host: null, project: null, name: 'odd' }),
]

const said = (counts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...counts].filter(([, count]) => count > 0))

test('without a filter all are counted, each under its values', () => {
  const facets = facetsOf(estate, {})

  expect(said(facets.host)).toEqual({ '10.0.0.9': 1, '10.0.0.10': 2 })
  expect(said(facets.verdict)).toEqual({ stalled: 2, running: 2 })
  expect(said(facets.cluster)).toEqual({ default: 3, beijing: 1 })
  expect(said(facets.project)).toEqual({ p_3b7i: 3 })
})

test('a filter narrows the counts of the others, and not its own', () => {
  const facets = facetsOf(estate, { host: '10.0.0.10' })

  expect(said(facets.host)).toEqual({ '10.0.0.9': 1, '10.0.0.10': 2 })
  expect(said(facets.verdict)).toEqual({ stalled: 1, running: 1 })
})

test('what two filters keep out is in no count', () => {
  const facets = facetsOf(estate, { host: '10.0.0.10', verdict: 'running' })

  expect(said(facets.host)).toEqual({ '10.0.0.10': 1 })
  expect(said(facets.verdict)).toEqual({ stalled: 1, running: 1 })
  expect(said(facets.cluster)).toEqual({ default: 1 })
})

test('the search and the kind narrow every count', () => {
  expect(said(facetsOf(estate, { q: 'ODD' }).cluster)).toEqual({ default: 1 })
  expect(said(facetsOf(estate, { kind: 'checker' }).verdict)).toEqual({})
})

test('of several values any may hold', () => {
  const facets = facetsOf(estate, { host: '10.0.0.9,10.0.0.10' })

  expect(said(facets.verdict)).toEqual({ stalled: 2, running: 1 })
})

test('hosts stand in the order of their numbers, verdicts with the worst first', () => {
  const facets = facetsOf(estate, {})

  expect(facetValues('host', facets.host, undefined).map(({ value }) => value)).toEqual([
    '10.0.0.9',
    '10.0.0.10',
  ])
  expect(facetValues('verdict', facets.verdict, undefined).map(({ value }) => value)).toEqual(
    verdicts,
  )
})

test('what is chosen can be taken back even where nothing of it is left', () => {
  const facets = facetsOf(estate, { host: '10.0.0.77' })

  expect(facetValues('host', facets.host, '10.0.0.77').at(-1)).toEqual({
    value: '10.0.0.77',
    count: 0,
    isChosen: true,
  })
})

test('a value is added and taken away, and with the last the filter goes', () => {
  expect(toggled(undefined, 'a')).toBe('a')
  expect(toggled('a', 'b')).toBe('a,b')
  expect(toggled('a,b', 'a')).toBe('b')
  expect(toggled('a', 'a')).toBeUndefined()
})

test('ten thousand rows on two hundred hosts are counted without a hitch', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    componentWith({ id: `c${n}`, host: `10.0.${n % 200}.1`, project: `p_${n % 300}` }),
  )
  const filter = { q: 'source-000', host: '10.0.1.1,10.0.2.1', verdict: 'running' }

  const fastest = Math.min(
    ...Array.from({ length: 5 }, () => {
      const startMs = performance.now()
      facetsOf(many, filter)
      return performance.now() - startMs
    }),
  )

  expect(facetsOf(many, filter).host.size).toBe(200)
  // Some 5 ms; the limit is for what would be quadratic.
  expect(fastest).toBeLessThan(100)
})

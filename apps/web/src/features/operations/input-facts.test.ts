import { expect, test } from 'vitest'
import { chinese, english } from '../../test/spoken.ts'
import { inputFacts } from './input-facts.ts'

test('a position is told by the reader’s clock, in UTC and in epoch seconds', () => {
  const [fact] = inputFacts(chinese, {
    kind: 'rewind',
    input: { checkpoints: { 'p_x_source-000-0': 1639657384 } },
  })

  expect(fact?.label).toBe('目标位点（subtopic p_x_source-000-0）')
  expect(fact?.value).toMatch(/^2021-12-1[5-7] \d\d:\d\d:04 UTC[+-]\d/u)
  expect(fact?.note).toBe('2021-12-16T12:23:04Z · epoch 1639657384')
})

test('what was left to the plan is not told as if somebody had asked for it', () => {
  expect(inputFacts(english, { kind: 'migrate', input: { host: '10.0.0.2' } })).toEqual([
    { label: 'Target host', value: '10.0.0.2' },
  ])
  expect(inputFacts(english, { kind: 'stop', input: {} })).toEqual([])
})

test('leaving out the stop and the start is told', () => {
  const facts = inputFacts(english, {
    kind: 'configure',
    input: { set: {}, stop: false, start: false },
  })

  expect(facts.map(({ label }) => label)).toEqual(['Stop first', 'Start afterwards'])
})

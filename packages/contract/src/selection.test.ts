import { expect, test } from 'vitest'
import type { Component } from './component.ts'
import { byWorst, matches } from './selection.ts'

const component = (over: Partial<Component>): Component => ({
  id: 'c',
  cluster: 'main',
  kind: 'writer',
  name: '10.0.0.1-9000:p_x_source-000-0:0000000001',
  identity: 'p_x_source-000-0',
  formerNames: [],
  host: '10.0.0.9',
  origin: 'pasted',
  trackedAt: '',
  status: 'running',
  active: true,
  checkpoint: 1,
  sampledAt: null,
  checkpointSince: null,
  lagSeconds: 1,
  lagTrendSecondsPerMinute: null,
  etaSeconds: null,
  project: null,
  topic: null,
  subtopic: null,
  freshForSeconds: 30,
  clockAheadSeconds: null,
  verdictSince: null,
  protection: { level: 'medium', isOwn: false },
  lagThresholdSeconds: 300,
  note: null,
  askedAt: null,
  observedAt: null,
  failure: null,
  verdict: 'running',
  lastCommand: null,
  twin: null,
  failedOperation: null,
  operation: null,
  ...over,
})

test('the worst comes first, of the same the most behind, then by name', () => {
  const rows = [
    component({ id: 'b', name: 'b' }),
    component({ id: 'a', name: 'a' }),
    component({ id: 'unseen', lagSeconds: null }),
    component({ id: 'behind', lagSeconds: 90 }),
    component({ id: 'abnormal', verdict: 'abnormal' }),
    component({ id: 'needs', verdict: 'needs-you', lagSeconds: null }),
  ]

  expect(rows.toSorted(byWorst).map(({ id }) => id)).toEqual([
    'needs',
    'abnormal',
    'behind',
    'a',
    'b',
    'unseen',
  ])
})

test('a filter lets through what has all that it asks for', () => {
  expect(matches(component({}), {})).toBe(true)
  expect(matches(component({}), { q: ' P_X ', cluster: 'main', verdict: 'running' })).toBe(true)
  expect(matches(component({}), { q: '0.0.9' })).toBe(true)
  expect(matches(component({}), { q: 'p_y' })).toBe(false)
  expect(matches(component({}), { host: '10.0.0.1' })).toBe(false)
  expect(matches(component({}), { verdict: 'stopped' })).toBe(false)
})

test('a component is found by the name that it had before it was migrated', () => {
  const moved = component({ formerNames: ['10.0.0.7-9000:p_x_source-000-0:0000000001'] })

  expect(matches(moved, { q: '10.0.0.7' })).toBe(true)
})

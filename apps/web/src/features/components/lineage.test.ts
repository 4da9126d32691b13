import { expect, test } from 'vitest'
import { ago, componentWith } from '../../test/component.ts'
import { formerlyFound, isSeenRunning } from './lineage.ts'

const now = { name: '10.0.0.12-9000:p_a:0000000002', host: '10.0.0.12' }
const formerNames = ['10.0.0.11-9000:p_a:0000000001', 'P_old']
const component = componentWith({ ...now, project: 'p_a', formerNames })

test('a search says by which former name it found a component, and nothing where it needs none', () => {
  expect(formerlyFound(component, '10.0.0.11')).toBe('10.0.0.11-9000 · 0000000001')
  expect(formerlyFound(component, ' p_OLD ')).toBe('P_old')
  expect(formerlyFound(component, 'p_a')).toBeUndefined()
  expect(formerlyFound(component, '10.0.0.12')).toBeUndefined()
  expect(formerlyFound(component, '')).toBeUndefined()
  expect(formerlyFound(component, undefined)).toBeUndefined()
})

test('only a former name that was seen at work is a twin', () => {
  const former = {
    name: 'a',
    host: null,
    since: ago(900),
    until: ago(600),
    operation: null,
    readUntil: null,
    seen: { status: 'running', active: true, at: ago(5) },
  }

  expect(isSeenRunning(former)).toBe(true)
  expect(isSeenRunning({ ...former, until: null })).toBe(false)
  expect(isSeenRunning({ ...former, seen: null })).toBe(false)
  expect(isSeenRunning({ ...former, seen: { ...former.seen, active: false } })).toBe(false)
})

import { verdicts } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../test/component.ts'
import { chinese, english } from '../../test/spoken.ts'
import { isStale, looks, verdictSentence } from './verdict.ts'

test('each verdict has an icon of its own', () => {
  expect(new Set(verdicts.map((verdict) => looks[verdict].icon)).size).toBe(verdicts.length)
})

test('each verdict is said in both languages, also where little is known', () => {
  for (const verdict of verdicts) {
    const bare = componentWith({
      verdict,
      status: null,
      lagSeconds: null,
      lagTrend: null,
      observedAt: null,
      checkpointSince: null,
    })
    for (const component of [componentWith({ verdict }), bare]) {
      for (const text of [english, chinese]) {
        expect(verdictSentence(text, component, atMs)).toMatch(/[.。]$/u)
      }
    }
  }
})

test('a sentence carries the component’s own facts', () => {
  const stalled = componentWith({ verdict: 'stalled', checkpointSince: ago(372) })
  const stopped = componentWith({
    verdict: 'stopped',
    lastCommand: { kind: 'stop', at: ago(120), by: 'local', operation: 'o1' },
  })
  const strange = componentWith({ verdict: 'unknown', status: 'SUSPENDED' })

  expect(verdictSentence(chinese, stalled, atMs)).toBe('位点已 6 分 12 秒 未前进，组件本应在运行。')
  expect(verdictSentence(english, stopped, atMs)).toBe('Not active: local stopped it 2 min ago.')
  expect(verdictSentence(english, strange, atMs)).toContain('“SUSPENDED”')
})

test('what CM told more than thirty seconds ago, or can’t confirm, is stale', () => {
  expect(isStale(componentWith({ observedAt: ago(29) }), atMs)).toBe(false)
  expect(isStale(componentWith({ observedAt: ago(31) }), atMs)).toBe(true)
  expect(isStale(componentWith({ verdict: 'unreachable', observedAt: ago(1) }), atMs)).toBe(true)
  expect(isStale(componentWith({ verdict: 'unknown', observedAt: null }), atMs)).toBe(false)
})

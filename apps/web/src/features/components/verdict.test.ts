import { verdicts } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../test/component.ts'
import { chinese, english } from '../../test/spoken.ts'
import { hasTrend, isStale } from '../../lib/freshness.ts'
import { looks, unmovedWords, verdictSentence } from './verdict.ts'

test('each verdict has an icon of its own', () => {
  expect(new Set(verdicts.map((verdict) => looks[verdict].icon)).size).toBe(verdicts.length)
})

test('each verdict is said in both languages, also where little is known', () => {
  for (const verdict of verdicts) {
    const bare = componentWith({
      verdict,
      status: null,
      lagSeconds: null,
      lagTrendSecondsPerMinute: null,
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
  const stalled = componentWith({
    verdict: 'stalled',
    checkpointSince: ago(372),
    observedAt: ago(20),
  })
  const stopped = componentWith({
    verdict: 'stopped',
    lastCommand: {
      kind: 'stop',
      at: ago(120),
      by: 'local',
      operation: 'o1',
      leaves: 'stopped',
      taskType: null,
    },
  })
  const strange = componentWith({ verdict: 'unknown', status: 'SUSPENDED' })

  expect(verdictSentence(chinese, stalled, atMs)).toBe(
    '组件应在运行，但位点至少 5 分 52 秒没有推进。',
  )
  expect(verdictSentence(english, stopped, atMs)).toBe(
    'Not active: this machine stopped it 2 min ago.',
  )
  expect(verdictSentence(english, strange, atMs)).toContain('“SUSPENDED”')
})

test('what CM told more than thirty seconds ago, or can’t confirm, is stale', () => {
  expect(isStale(componentWith({ observedAt: ago(29) }), atMs)).toBe(false)
  expect(isStale(componentWith({ observedAt: ago(31) }), atMs)).toBe(true)
  expect(isStale(componentWith({ verdict: 'unreachable', observedAt: ago(1) }), atMs)).toBe(true)
  expect(isStale(componentWith({ verdict: 'unknown', observedAt: null }), atMs)).toBe(false)
  const failure = { code: 'NOT_SENT', detail: '', at: ago(1) } as const
  expect(isStale(componentWith({ verdict: 'needs-you', observedAt: ago(15), failure }), atMs)).toBe(
    true,
  )
})

test('how long a checkpoint stood still ends with the last reading, however long ago that was', () => {
  const silent = componentWith({ checkpointSince: ago(1000), observedAt: ago(900) })

  expect(unmovedWords(english, silent)).toBe('at least 1 min 40 s')
  expect(unmovedWords(english, componentWith({ checkpointSince: ago(6) }))).toBe('5 s')
})

test('what stands still or was read long ago has no trend', () => {
  const growing = componentWith({ verdict: 'falling-behind', lagTrendSecondsPerMinute: 60 })

  expect(hasTrend(growing, atMs)).toBe(true)
  expect(hasTrend({ ...growing, verdict: 'stopped' }, atMs)).toBe(false)
  expect(hasTrend({ ...growing, observedAt: ago(60) }, atMs)).toBe(false)
})

test('a component that CM always refused says so in CM’s own words', () => {
  const refused = (detail: string) =>
    componentWith({
      verdict: 'unknown',
      status: null,
      observedAt: null,
      failure: { code: 'REJECTED', detail, at: ago(1) },
    })

  expect(verdictSentence(chinese, refused('CM refused: applier not found'), atMs)).toBe(
    'CM 拒绝了查询，原文：applier not found。',
  )
  expect(verdictSentence(english, refused('CM refused and gave no reason'), atMs)).toBe(
    'CM refused the query and gave no reason.',
  )
})

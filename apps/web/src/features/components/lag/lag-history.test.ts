import type { History } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { atMs, componentWith } from '../../../test/component.ts'
import {
  extremesOf,
  hoursOf,
  readingOf,
  verdictSpans,
  verdictTotals,
  wasUnread,
  withNewest,
  withReadings,
  withVerdict,
  worstIn,
} from './lag-history.ts'

const at = atMs / 1000
const historyWith = (facts: Partial<History> = {}): History => ({
  fromSeconds: at - 60,
  stepSeconds: 15,
  lags: [2, null, 40, 3],
  verdicts: [{ fromSeconds: at - 3600, verdict: 'running' }],
  marks: [],
  ...facts,
})

test('what was read since goes on at the right edge, with a gap where nothing was', () => {
  const { lags } = withReadings(historyWith(), [
    { at: at + 2, lagSeconds: 5 },
    { at: at + 4, lagSeconds: 4 },
    { at: at + 31, lagSeconds: 6 },
  ])

  expect(lags).toEqual([2, null, 40, 3, 5, null, 6])
})

test('a step that is told of twice keeps its worst, and what came before it is left alone', () => {
  const { lags } = withReadings(historyWith(), [
    { at: at - 100, lagSeconds: 900 },
    { at: at - 40, lagSeconds: -3 },
    { at: at - 1, lagSeconds: 1 },
  ])

  expect(lags).toEqual([2, -3, 40, 3])
  expect(withReadings(historyWith(), [])).toEqual(historyWith())
})

test('readings older than any history are forgotten', () => {
  const [first, second] = [
    { at, lagSeconds: 1 },
    { at: at + 601, lagSeconds: 2 },
  ]

  expect(withNewest([first], second)).toEqual([second])
  expect(withNewest([first], { ...second, at: at + 10 })).toHaveLength(2)
  expect(readingOf(componentWith({ lagSeconds: null }))).toBeUndefined()
})

test('the worst lag and the newest are told apart, and an empty history has neither', () => {
  expect(extremesOf(historyWith())).toEqual({
    worst: { at: at - 22.5, lagSeconds: 40 },
    newest: { at: at - 7.5, lagSeconds: 3 },
  })
  expect(extremesOf(historyWith({ lags: [null, null] }))).toBeUndefined()
})

test('a verdict holds until the next one, and no longer than is shown', () => {
  const verdicts: History['verdicts'] = [
    { fromSeconds: at - 3600, verdict: 'running' },
    { fromSeconds: at - 40, verdict: 'stalled' },
    { fromSeconds: at - 10, verdict: null },
  ]
  const spans = verdictSpans({ verdicts }, { fromSeconds: at - 60, untilSeconds: at })

  expect(spans.map((it) => [it.verdict, it.untilSeconds - it.fromSeconds])).toEqual([
    ['running', 20],
    ['stalled', 30],
    [null, 10],
  ])
  expect(worstIn(spans, { fromSeconds: at - 45, untilSeconds: at - 30 })).toBe('stalled')
  expect(worstIn(spans, { fromSeconds: at - 60, untilSeconds: at - 45 })).toBe('running')
  expect(worstIn(spans, { fromSeconds: at + 1, untilSeconds: at + 16 })).toBeUndefined()
  expect(verdictTotals([...spans, ...spans])).toEqual([
    { verdict: 'stalled', seconds: 60 },
    { verdict: 'running', seconds: 40 },
    { verdict: null, seconds: 20 },
  ])
})

test('a verdict that turned since the history was read is drawn as well', () => {
  const turned = { verdict: 'stalled', verdictSince: new Date(atMs).toISOString() } as const

  expect(withVerdict(historyWith(), turned).verdicts.at(-1)).toEqual({
    fromSeconds: at,
    verdict: 'stalled',
  })
  expect(withVerdict(historyWith(), { ...turned, verdict: 'running' })).toEqual(historyWith())
  expect(withVerdict(historyWith(), { ...turned, verdictSince: null })).toEqual(historyWith())
})

test('each hour tells its worst lag and its worst verdict, the newest hour first', () => {
  const hour = Math.floor(at / 3600) * 3600
  const history = historyWith({
    fromSeconds: hour - 3600,
    stepSeconds: 1800,
    lags: [null, null, 5, 90],
    verdicts: [
      { fromSeconds: hour - 9000, verdict: null },
      { fromSeconds: hour + 600, verdict: 'falling-behind' },
      { fromSeconds: hour + 1200, verdict: 'running' },
    ],
  })
  const spans = verdictSpans(history, { fromSeconds: hour - 3600, untilSeconds: hour + 3600 })

  expect(hoursOf(history, spans)).toEqual([
    { fromSeconds: hour, worst: { at: hour + 2700, lagSeconds: 90 }, verdict: 'falling-behind' },
    { fromSeconds: hour - 3600, worst: undefined, verdict: null },
  ])
})

test('between two moments it was unread where nobody looked, or CM told nothing', () => {
  const spans = [
    { fromSeconds: 0, untilSeconds: 100, verdict: 'running' },
    { fromSeconds: 100, untilSeconds: 200, verdict: 'unreachable' },
    { fromSeconds: 200, untilSeconds: 300, verdict: 'stalled' },
    { fromSeconds: 300, untilSeconds: 400, verdict: null },
  ] as const
  const isUnread = (fromSeconds: number, untilSeconds: number) =>
    wasUnread(spans, { fromSeconds, untilSeconds })
  expect(isUnread(10, 100)).toBe(false)
  expect(isUnread(90, 210)).toBe(true)
  expect(isUnread(200, 300)).toBe(false)
  expect(isUnread(290, 410)).toBe(true)
})

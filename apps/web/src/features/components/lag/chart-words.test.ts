import type { History } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { atMs } from '../../../test/component.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { localTime, shortTime } from '../../../lib/time.ts'
import { durationScale } from '../../../ui/duration-scale.ts'
import { boundsOf } from './chart-range.ts'
import type { ChartRange } from './chart-range.ts'
import { momentWords, rangeWords, summaryWords, tickWords } from './chart-words.ts'
import { verdictSpans } from './lag-history.ts'

const at = atMs / 1000
const history: History = {
  fromSeconds: at - 120,
  stepSeconds: 60,
  lags: [400, 3],
  verdicts: [{ fromSeconds: at - 3600, verdict: 'falling-behind' }],
  marks: [],
}
const spans = verdictSpans(history, { fromSeconds: at - 120, untilSeconds: at })

test('the curve is told in a sentence: the worst with its moment, and how it is now', () => {
  const worstAt = shortTime(atMs - 90_000, atMs)

  expect(summaryWords(english, history, { until: undefined, nowMs: atMs })).toBe(
    `Worst 6 min 40 s at ${worstAt}, now 3 s.`,
  )
  expect(summaryWords(chinese, history, { until: undefined, nowMs: atMs })).toBe(
    `最大 6 分 40 秒（${worstAt}），现在 3 秒。`,
  )
  expect(summaryWords(english, history, { until: '2026-11-23T06:00:00Z', nowMs: atMs })).toContain(
    'at the end 3 s',
  )
})

test('a scale is marked in one unit, and decades each in their own', () => {
  const words = (values: number[], isLog: boolean) => {
    const scale = durationScale(values, { isLog })
    return scale.ticks.map((seconds) => tickWords(english, scale, seconds))
  }

  expect(words([4000], false)).toEqual(['0 min', '15 min', '30 min', '45 min', '60 min', '75 min'])
  expect(words([-8], false)).toEqual(['−10 s', '−5 s', '0 s', '5 s', '10 s'])
  expect(words([500], true)).toEqual(['0 s', '1 s', '10 s', '1 min', '10 min'])
})

test('a time in which nobody looked is said to be so', () => {
  const empty = { ...history, lags: [null, null] }

  expect(summaryWords(english, empty, { until: undefined, nowMs: atMs })).toMatch(
    /nothing was observed/iu,
  )
})

test('a moment tells its lag and verdict, its time three ways and about where the checkpoint stood', () => {
  const words = momentWords(english, { history, spans }, 0)

  expect(words.slice(0, 2)).toEqual(['6 min 40 s', 'falling behind · worst of 1 min'])
  expect(words[2]).toContain(`${localTime(atMs - 120_000)} UTC`)
  expect(words.slice(3)).toEqual([
    '2026-11-23T05:58:00Z',
    `epoch ${at - 120}`,
    `checkpoint about ${localTime(atMs - 490_000)}`,
  ])
})

test('of a moment in which watching began, what was seen is told', () => {
  const verdicts = [
    { fromSeconds: at - 3600, verdict: null },
    { fromSeconds: at - 3, verdict: 'running' as const },
  ]
  const begun = verdictSpans({ verdicts }, { fromSeconds: at - 120, untilSeconds: at })

  expect(momentWords(english, { history, spans: begun }, 0)[1]).toBe(
    'nobody looked · worst of 1 min',
  )
  expect(momentWords(english, { history, spans: begun }, 1)[1]).toBe('running · worst of 1 min')
})

test('a moment without a reading has no checkpoint', () => {
  const words = momentWords(english, { history: { ...history, lags: [null] }, spans }, 0)

  expect(words[0]).toBe('not observed')
  expect(words.join(' ')).not.toContain('checkpoint')
})

test('what goes on with the clock is named by its length, what has ended by its ends', () => {
  const going = { span: '6h', until: undefined } as const
  const day = { span: '24h', until: undefined } as const
  const past = { span: '1h', until: '2026-11-23T05:00:00Z' } as const
  const of = (range: ChartRange) =>
    rangeWords(english, range, { bounds: boundsOf(range, atMs), nowMs: atMs })

  expect(of(going)).toBe('Last 6 h')
  expect(of(day)).toBe('Last 24 h')
  expect(of(past)).toBe(
    `${shortTime(atMs - 7_200_000, atMs)} – ${shortTime(atMs - 3_600_000, atMs)}`,
  )
})

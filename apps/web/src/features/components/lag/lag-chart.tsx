import { isObservable } from '@wheelhouse/contract'
import type { Component, History } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { serverNow, useNow } from '../../../lib/clock.ts'
import { durationScale, isCrushed } from '../../../ui/duration-scale.ts'
import { hint } from '../../../ui/hints.tsx'
import { TimeChart } from '../../../ui/time-chart.tsx'
import { boundsOf, zoomed } from './chart-range.ts'
import type { ChartRange } from './chart-range.ts'
import { momentWords, rangeWords, summaryWords, tickWords } from './chart-words.ts'
import classes from './lag-chart.module.css'
import {
  extremesOf,
  readingOf,
  stepTimes,
  verdictSpans,
  wasUnread,
  withNewest,
  withReadings,
  withVerdict,
} from './lag-history.ts'
import type { LagReading } from './lag-history.ts'
import { LagTable } from './lag-table.tsx'
import { MarkLane } from './mark-lane.tsx'
import { VerdictLane, VerdictLegend } from './verdict-lane.tsx'

interface LagChartProps {
  readonly component: Component
  readonly history: History
  /** Of what the history is. */
  readonly range: ChartRange
  readonly onRange: (range: ChartRange) => void
}

/** Its lag over time, with its verdicts and what was done to it on the same axis. */
export function LagChart({ component, history: asked, range, onRange }: LagChartProps) {
  const text = useText()
  const nowMs = useNow()
  const [isLog, setLog] = useState(false)
  const history = useGoingOn(component, asked, range)
  const bounds = boundsOf(range, nowMs, asked.stepSeconds)
  const spans = verdictSpans(history, {
    ...bounds,
    untilSeconds: Math.min(bounds.untilSeconds, nowMs / 1000),
  })
  const { lagThresholdSeconds: threshold } = component
  const canBeSeen = isObservable(component.kind)
  const hasCurve = canBeSeen && extremesOf(history) !== undefined
  const mayLog = isCrushed(history.lags)
  const scale = durationScale(history.lags, { threshold, isLog: isLog && mayLog })
  const isOut = threshold > scale.max

  return (
    <div className={classes.chart}>
      <p className={classes.summary}>
        <strong>{rangeWords(text, range, { bounds, nowMs })}</strong>{' '}
        {canBeSeen && (hasCurve ? summaryWords(text, history, { ...range, nowMs }) : null)}
        {!canBeSeen && text('chart.no-read')}
      </p>
      {canBeSeen && !hasCurve && <p className={classes.nothing}>{nothingWords()}</p>}
      <TimeChart
        label={text('chart.curve')}
        from={bounds.fromSeconds}
        until={bounds.untilSeconds}
        times={stepTimes(history)}
        lines={hasCurve ? [{ key: 'lag', tone: 'cyan', values: history.lags }] : []}
        scale={scale}
        isLog={isLog && mayLog}
        isGap={(fromSeconds, untilSeconds) => wasUnread(spans, { fromSeconds, untilSeconds })}
        threshold={threshold}
        valueWords={(seconds) => tickWords(text, scale, seconds)}
        momentWords={(index) => momentWords(text, { history, spans }, index)}
        onMark={(fromSeconds, untilSeconds) =>
          onRange(zoomed(range, { fromSeconds, untilSeconds }, serverNow()))
        }
      >
        {canBeSeen && <VerdictLane spans={spans} bounds={bounds} />}
        <MarkLane component={component.id} marks={history.marks} bounds={bounds} />
      </TimeChart>
      {canBeSeen && (
        <div className={classes.foot}>
          <VerdictLegend spans={spans} />
          {hasCurve && (
            <span className={classes.threshold}>
              {text(isOut ? 'chart.threshold.above' : 'chart.threshold', {
                n: durationWords(text, threshold),
              })}
            </span>
          )}
          {hasCurve && mayLog && (
            <label className={classes.log} {...hint(text('chart.log.hint'))}>
              <input
                type="checkbox"
                checked={isLog}
                onChange={(event) => setLog(event.currentTarget.checked)}
              />
              {text('chart.log')}
            </label>
          )}
        </div>
      )}
      {hasCurve && <LagTable history={history} spans={spans} />}
    </div>
  )

  function nothingWords() {
    const isNew = component.observedAt === null
    return text(isNew && range.until === undefined ? 'chart.nothing.yet' : 'chart.nothing')
  }
}

/** The history, and what the row has told since it was read; one that ends in the past stands still. */
function useGoingOn(component: Component, history: History, { until }: ChartRange): History {
  const [readings, setReadings] = useState<readonly LagReading[]>([])
  const newest = readingOf(component)
  if (newest && newest.at !== readings.at(-1)?.at) setReadings(withNewest(readings, newest))
  if (until !== undefined) return history
  return withVerdict(withReadings(history, readings), component)
}

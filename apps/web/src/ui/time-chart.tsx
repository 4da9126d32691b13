import { Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { lazily } from '../lib/lazily.ts'
import type { DurationScale } from './duration-scale.ts'
import { plotEdges as edges } from './plot-edges.ts'
import type { PlotLine } from './plot.ts'
import classes from './time-chart.module.css'
import { timeTicks } from './time-ticks.ts'
import { useWidth } from './use-width.ts'

const TimePlot = lazily(() => import('./time-plot.tsx'), 'TimePlot')

interface TimeChartProps {
  /** What is drawn: its accessible name. */
  readonly label: string
  /** Epoch seconds, as all moments here. */
  readonly from: number
  readonly until: number
  /** Without any there is no plot, only the lanes. */
  readonly lines: readonly PlotLine[]
  /** One for each value of the lines, rising. */
  readonly times: readonly number[]
  readonly scale: DurationScale
  readonly isLog?: boolean
  /** Whether nobody looked between two moments; without it, each moment without a value is a gap. */
  readonly isGap?: (from: number, until: number) => boolean
  readonly threshold?: number | null
  readonly valueWords: (value: number) => string
  /** What is said of a moment that is pointed at; the first line weighs most. */
  readonly momentWords: (index: number) => readonly string[]
  /** What stands below the plot, on the same axis. */
  readonly children?: ReactNode
  readonly height?: number
  /** A stretch was marked by dragging. */
  readonly onMark?: (from: number, until: number) => void
}

const perTickPx = 72

/** Values over time, with a crosshair for the pointer and for the keyboard. */
export function TimeChart(props: TimeChartProps) {
  const { label, from, until, lines, times, children, height = 240, isLog = false } = props
  const { onMark, momentWords } = props
  const [measure, width] = useWidth()
  const [pointedAt, setPointedAt] = useState<number | null>(null)
  const hasPlot = lines.length > 0
  const inner = Math.max(0, width - edges.left - edges.right)
  const ticks = timeTicks(from, until, Math.max(2, Math.floor(inner / perTickPx)))
  const last = times.length - 1
  // By its moment, for the indices move on with the clock.
  const found = pointedAt === null ? -1 : times.findLastIndex((at) => at <= pointedAt)
  const index = found === -1 ? null : found
  const point = (next: number | null) => setPointedAt(next === null ? null : (times[next] ?? null))
  const words = index === null ? [] : momentWords(index)
  const spoken = last < 0 ? '' : momentWords(index ?? last).join(', ')
  const share = (at: number) => (at - from) / (until - from)

  return (
    <div ref={measure} className={classes.chart}>
      {hasPlot && (
        <div className={classes.plot} style={{ height }}>
          <input
            type="range"
            aria-label={label}
            aria-valuetext={spoken}
            className={classes.walker}
            min={0}
            max={Math.max(0, last)}
            value={index ?? Math.max(0, last)}
            onChange={(event) => point(event.currentTarget.valueAsNumber)}
            onFocus={() => point(last)}
            onBlur={() => point(null)}
            onKeyDown={(event) => event.key === 'Escape' && point(null)}
          />
          {width > 0 && (
            <Suspense>
              <TimePlot
                // What uPlot takes at its beginning only.
                key={`${lines.length} ${isLog}`}
                facts={{
                  from,
                  until,
                  times,
                  lines,
                  scale: props.scale,
                  isLog,
                  isGap: props.isGap,
                  threshold: props.threshold ?? null,
                  moments: ticks.map(({ at }) => at),
                  words: props.valueWords,
                  width,
                  height,
                  pointed: index,
                }}
                onPoint={point}
                onMark={(start, end) => onMark?.(start, end)}
              />
            </Suspense>
          )}
          {index !== null && (
            <Readout words={words} share={share(times[index] ?? from)} inner={inner} />
          )}
        </div>
      )}
      <div className={classes.lanes} data-alone={!hasPlot || undefined}>
        {children}
        <div aria-hidden className={classes.axis}>
          {ticks.map(({ at, label: tick }) => (
            <span key={at} style={{ left: `${share(at) * 100}%` }}>
              {tick}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

interface ReadoutProps {
  readonly words: readonly string[]
  readonly share: number
  readonly inner: number
}

/** Beside the crosshair, on the side where there is more room. */
const Readout = ({ words: [first, ...rest], share, inner }: ReadoutProps) => (
  <div
    aria-hidden
    className={classes.readout}
    data-left={share > 0.5 || undefined}
    style={{ left: edges.left + share * inner }}
  >
    <strong>{first}</strong>
    {rest.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </div>
)

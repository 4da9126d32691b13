import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Tone } from './badge.tsx'
import type { DurationScale } from './duration-scale.ts'
import { plotEdges } from './plot-edges.ts'
import { aloneIn, plotValues } from './plot-values.ts'

export interface PlotLine {
  readonly key: string
  readonly tone: Tone
  /** One for each moment; null where nothing is known, which is drawn as a gap unless `isGap` denies it. */
  readonly values: readonly (number | null)[]
}

/** All that a plot draws; moments are epoch seconds. */
export interface PlotFacts {
  readonly from: number
  readonly until: number
  readonly times: readonly number[]
  readonly lines: readonly PlotLine[]
  readonly scale: DurationScale
  readonly isLog: boolean
  /** Drawn dashed, where the scale reaches it. */
  readonly threshold: number | null
  /** Whether nobody looked between two moments; without it, each moment without a value is a gap. */
  readonly isGap?: ((from: number, until: number) => boolean) | undefined
  /** Where upright lines stand. */
  readonly moments: readonly number[]
  readonly words: (value: number) => string
  readonly width: number
  readonly height: number
  /** Which moment is pointed at; null: none. */
  readonly pointed: number | null
}

export interface PlotListener {
  readonly onPoint: (index: number | null) => void
  readonly onMark: (from: number, until: number) => void
}

const headPx = 8
const leastMarkPx = 6

/** Draws into the element until it is destroyed. */
export function createPlot(root: HTMLElement, first: PlotFacts, listener: PlotListener) {
  let facts = first
  const colour = (name: string) => getComputedStyle(root).getPropertyValue(name).trim()
  const toneOf = (index: number) => colour(`--wh-tone-${facts.lines[index]?.tone ?? 'cyan'}`)

  const drawThreshold = (plot: uPlot) => {
    const { ctx, bbox } = plot
    const { threshold, scale } = facts
    if (threshold === null || threshold > scale.max) return
    const y = Math.round(plot.valToPos(threshold, 'y', true))
    ctx.save()
    ctx.strokeStyle = colour('--wh-tone-amber')
    ctx.lineWidth = devicePixelRatio
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
    ctx.restore()
  }

  const tellMark = (plot: uPlot) => {
    const { left, width } = plot.select
    if (width < leastMarkPx) return
    listener.onMark(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'))
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
  }

  const axis = { stroke: () => colour('--wh-dim'), ticks: { show: false }, border: { show: false } }
  const grid = { stroke: () => colour('--wh-line'), width: 1 }
  const plot = new uPlot(
    {
      width: first.width,
      height: first.height,
      padding: [headPx, plotEdges.right, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, auto: false, range: () => [facts.from, facts.until] },
        y: {
          auto: false,
          range: () => [facts.scale.min, facts.scale.max],
          // The one of uPlot's that takes 0 and what is below it: its names for them are types only.
          // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
          ...(first.isLog ? { distr: 4, asinh: 1 } : {}),
        },
      },
      axes: [
        {
          ...axis,
          // Room for the lower half of the words at the foot of the scale.
          size: 8,
          space: 1,
          splits: () => [...facts.moments],
          values: (_, splits) => splits.map(() => ''),
          grid,
        },
        {
          ...axis,
          size: plotEdges.left,
          space: 1,
          font: `12px ${getComputedStyle(root).fontFamily}`,
          splits: () => [...facts.scale.ticks],
          filter: (_, splits) => splits,
          values: (_, splits) => splits.map((it) => facts.words(it)),
          grid: { ...grid, filter: (_, splits) => splits },
        },
      ],
      series: [
        {},
        ...first.lines.map((_, index): uPlot.Series => ({
          width: 1.75,
          stroke: () => toneOf(index),
          fill: () => (first.lines.length === 1 ? `${toneOf(index)}1f` : 'transparent'),
          points: { show: false, size: 4, fill: () => toneOf(index), filter: alone },
        })),
      ],
      cursor: {
        y: false,
        points: { size: 7 },
        drag: { x: true, y: false, setScale: false, dist: leastMarkPx },
        // Twice is no wish for anything here.
        bind: { dblclick: () => null },
      },
      hooks: {
        draw: [drawThreshold],
        setCursor: [({ cursor }) => listener.onPoint(pointedOf(cursor))],
        setSelect: [tellMark],
      },
    },
    dataOf(first),
    root,
  )

  return {
    /** Draws other facts, or the same in another scheme: its colours are read while it is drawn. */
    show(next: PlotFacts, _scheme: string) {
      const isResized = next.width !== facts.width || next.height !== facts.height
      facts = next
      if (isResized) plot.setSize({ width: next.width, height: next.height })
      plot.batch(() => {
        plot.setData(dataOf(next), false)
        plot.setScale('x', { min: next.from, max: next.until })
        plot.setScale('y', { min: next.scale.min, max: next.scale.max })
      })
      plot.redraw(true, true)
      point(plot, next)
    },
    destroy: () => plot.destroy(),
  }
}

/** A value between two gaps makes no line: it is drawn as a point. */
function alone(plot: uPlot, index: number): number[] | null {
  const found = aloneIn(Array.from(plot.data[index] ?? []))
  return found.length > 0 ? found : null
}

const pointedOf = ({ left = -1, idx = null }: uPlot.Cursor): number | null =>
  left < 0 ? null : (idx ?? null)

/** Where the keyboard points, or where the pointer is after what is below it has moved. */
function point(plot: uPlot, { pointed, times }: PlotFacts) {
  if (pointed === pointedOf(plot.cursor)) return
  const at = pointed === null ? undefined : times[pointed]
  plot.setCursor({ left: at === undefined ? -10 : plot.valToPos(at, 'x'), top: 0 }, false)
}

const dataOf = ({ times, lines, isGap }: PlotFacts): uPlot.AlignedData => [
  [...times],
  ...lines.map(({ values }) => plotValues(times, values, isGap)),
]

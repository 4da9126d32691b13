interface SparksOptions {
  readonly threshold: number | undefined
  readonly mostGap: number
  readonly width: number
  readonly height: number
}

interface Sparks {
  /** Of a path, as `area` is; empty where there is nothing to draw. */
  readonly line: string
  readonly area: string
  /** Null without a threshold, and without values to hold it against. */
  readonly thresholdY: number | null
}

type Point = readonly [step: number, value: number]

const paddingPx = 1.5

/**
 * The curve of values that are evenly apart in time. The threshold is always within the picture: what
 * is far below it lies flat, so that a list of healthy ones is calm and the others stand out.
 */
export function sparks(values: readonly (number | null)[], options: SparksOptions): Sparks {
  const { threshold, mostGap, width, height } = options
  const thin = thinned(values, Math.max(2, Math.floor(width)))
  const stretches = stretchesOf(thin.values, Math.ceil(mostGap / thin.of))
  const known = thin.values.filter((value) => value !== null)
  if (known.length === 0) return { line: '', area: '', thresholdY: null }

  const least = Math.min(0, ...known)
  const most = Math.max(1, ...known, (threshold ?? 0) * 1.15)
  const x = (step: number) =>
    round(paddingPx + (step / Math.max(1, thin.values.length - 1)) * (width - 2 * paddingPx))
  const y = (value: number) =>
    round(height - paddingPx - ((value - least) / (most - least)) * (height - 2 * paddingPx))
  const through = (points: readonly Point[]) =>
    points.map(([step, value]) => `${x(step)} ${y(value)}`).join('L')

  return {
    // A point alone is a line to itself, which round caps make a dot.
    line: stretches
      .map((points) => `M${through(points)}${points.length === 1 ? 'h0' : ''}`)
      .join(''),
    area: stretches
      .map((points) => {
        const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0]
        return `M${x(first)} ${y(least)}L${through(points)}L${x(last)} ${y(least)}Z`
      })
      .join(''),
    thresholdY: threshold === undefined ? null : y(threshold),
  }
}

const round = (px: number) => Math.round(px * 10) / 10

/** No more than there is room for: of neighbours the largest, for that is the one to be seen. */
function thinned(values: readonly (number | null)[], most: number) {
  const of = Math.max(1, Math.ceil(values.length / most))
  if (of === 1) return { of, values }
  const groups = Array.from({ length: Math.ceil(values.length / of) }, (_, group) =>
    values.slice(group * of, (group + 1) * of).filter((value) => value !== null),
  )
  return { of, values: groups.map((group) => (group.length === 0 ? null : Math.max(...group))) }
}

/** What is drawn in one go: points with no more than that many unknown steps between neighbours. */
function stretchesOf(values: readonly (number | null)[], mostGap: number): Point[][] {
  const stretches: Point[][] = []
  let lastStep = -Infinity
  for (const [step, value] of values.entries()) {
    if (value === null) continue
    if (step - lastStep - 1 > mostGap) stretches.push([])
    stretches.at(-1)?.push([step, value])
    lastStep = step
  }
  return stretches
}

type Values = readonly (number | null)[]

/**
 * What uPlot draws: `null` breaks the line, `undefined` lets it go on. It goes on between two values
 * that were looked for all the time in between, however seldom, and breaks where nobody looked.
 */
export function plotValues(
  times: readonly number[],
  values: Values,
  isGap: (from: number, until: number) => boolean = () => true,
): (number | null | undefined)[] {
  const drawn: (number | null | undefined)[] = [...values]
  let before: number | undefined
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    const hasHole = before !== undefined && index - before > 1
    if (hasHole && !isGap(times[before ?? 0] ?? 0, times[index] ?? 0)) {
      drawn.fill(undefined, (before ?? 0) + 1, index)
    }
    before = index
  }
  return drawn
}

/** Where a value stands between two breaks, or at an end beside one: it makes no line. */
export const aloneIn = (drawn: readonly (number | null | undefined)[]): number[] => {
  const isBreak = (at: number) => at < 0 || at >= drawn.length || drawn[at] === null
  return Array.from(drawn.keys()).filter(
    (at) => typeof drawn[at] === 'number' && isBreak(at - 1) && isBreak(at + 1),
  )
}

import type { Position } from './positions.ts'

/** CM says whole seconds, and its answer takes a moment. */
const toleranceSeconds = 2
/** A component samples every few seconds: samples that are never younger than this come from another clock. */
const oldestSampleSeconds = 30
/** A look at the samples must be this long before their ages tell of a clock. */
const lookSeconds = 60

/**
 * By how many seconds the component's clock is ahead of ours, as its samples (`gmt`) show it: one from the
 * future, or samples that go on and are always old. Null where nothing shows. Negative: it is behind, at
 * least by nearly so much.
 */
export function clockAheadSecondsOf(recent: readonly Position[]): number | null {
  let most = Number.NEGATIVE_INFINITY
  for (const { aheadSeconds } of recent) most = Math.max(most, aheadSeconds ?? most)
  if (most === Number.NEGATIVE_INFINITY) return null
  if (most > toleranceSeconds) return Math.round(most)
  const [first, last] = [recent[0], recent.at(-1)]
  if (!first || !last || last.observedAtMs - first.observedAtMs < lookSeconds * 1000) return null
  const goesOn = (last.sampledAtSeconds ?? 0) > (first.sampledAtSeconds ?? Infinity)
  return goesOn && most < -oldestSampleSeconds ? Math.round(most) : null
}

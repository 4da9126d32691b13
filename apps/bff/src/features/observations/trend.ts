import type { Position } from './positions.ts'

/** Less than this, in seconds a minute, is taken as neither growing nor falling. */
const deadBand = 5
/** Shorter spans say nothing: samples jitter by a second or two, which over ten seconds looks like a slope. */
const shortestSpanSeconds = 30

/**
 * By how many seconds the lag grows in a minute, from the oldest and the newest sample at hand;
 * null where there are too few. Lag is taken at the moment of the component's own sample (`gmt`):
 * at ours, the sampling interval of some five seconds would look like a movement.
 */
export function lagTrend(recent: readonly Position[]): number | null {
  const [first, last] = [sampleOf(recent.find(isPlaced)), sampleOf(recent.findLast(isPlaced))]
  if (!first || !last || last.atSeconds - first.atSeconds < shortestSpanSeconds) return null
  const perMinute = ((last.lagSeconds - first.lagSeconds) / (last.atSeconds - first.atSeconds)) * 60
  return Math.abs(perMinute) < deadBand ? 0 : Math.round(perMinute)
}

const isPlaced = ({ checkpointSeconds }: Position): boolean => checkpointSeconds !== null

function sampleOf(position: Position | undefined) {
  if (!position) return undefined
  const { checkpointSeconds, sampledAtSeconds, observedAtMs } = position
  const atSeconds = sampledAtSeconds ?? observedAtMs / 1000
  return { atSeconds, lagSeconds: atSeconds - (checkpointSeconds ?? 0) }
}

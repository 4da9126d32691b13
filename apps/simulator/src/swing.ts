/** A lag that comes and goes by itself: by so much more at most, once in so long. */
export interface Swing {
  amplitudeSeconds: number
  periodSeconds: number
  /** From 0 to 1: where in its period it was when time began. */
  phase: number
}

/** Two waves, so that no two crests are alike; the second takes less of the height. */
const waves = [
  { share: 0.7, beats: 1 },
  { share: 0.3, beats: 2.6 },
] as const

/** The steepest slope of the waves, for an amplitude and a period of one. */
const steepest = Math.PI * waves.reduce((sum, { share, beats }) => sum + share * beats, 0)

/** What a checkpoint makes good at least while its lag grows, as a share of its rate. */
const leastProgress = 0.4

/**
 * By how much a swing adds to the lag at a moment, from nothing to its amplitude. It is held so low that
 * the checkpoint of a component of this rate never runs backwards for it.
 */
export function swingAt(swing: Swing | null, atMs: number, rate: number): number {
  if (swing === null) return 0
  const { periodSeconds, phase } = swing
  const turns = atMs / 1000 / periodSeconds + phase
  const height = waves.reduce(
    (sum, { share, beats }) => sum + (share * (1 - Math.cos(2 * Math.PI * turns * beats))) / 2,
    0,
  )
  const most = ((1 - leastProgress) * Math.min(rate, 1) * periodSeconds) / steepest
  return Math.min(swing.amplitudeSeconds, most) * height
}

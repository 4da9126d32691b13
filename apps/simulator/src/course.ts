import { swingAt, type Swing } from './swing.ts'

/**
 * Where something was at one moment, and how it moves on from there. Where it is now follows
 * from the clock, so moving the clock by a week costs nothing and is exact.
 */
export interface Course {
  /** Only what is active moves. */
  active: boolean
  /** Seconds of checkpoint per second of time: 1 keeps its lag, 0 stands, above 1 catches up. */
  rate: number
  /** Where catching up ends. */
  floorLagSeconds: number
  /** What comes and goes above the rest of its lag while it moves. */
  swing: Swing | null
  /** The moment that `checkpointSeconds` was true. */
  anchorMs: number
  /** Epoch seconds, with fractions. */
  checkpointSeconds: number
}

/** The checkpoint at a moment from `anchorMs` on, in epoch seconds with fractions; it never runs backwards. */
export function checkpointAt(course: Course, atMs: number): number {
  const { active, rate, anchorMs, checkpointSeconds, floorLagSeconds, swing } = course
  if (!active || atMs <= anchorMs) return checkpointSeconds
  // Where it would be without its swing: that begins wherever in it the anchor lies.
  const steady = checkpointSeconds + swingAt(swing, anchorMs, rate)
  const reached = steady + (rate * (atMs - anchorMs)) / 1000
  const lagAtAnchor = anchorMs / 1000 - steady
  const floor = atMs / 1000 - Math.min(floorLagSeconds, lagAtAnchor)
  return (rate <= 1 ? reached : Math.min(reached, floor)) - swingAt(swing, atMs, rate)
}

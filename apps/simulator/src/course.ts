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
  /** The moment that `checkpointSeconds` was true. */
  anchorMs: number
  /** Epoch seconds, with fractions. */
  checkpointSeconds: number
}

/** The checkpoint at a moment from `anchorMs` on, in epoch seconds with fractions. */
export function checkpointAt(course: Course, atMs: number): number {
  if (!course.active) return course.checkpointSeconds
  const elapsedSeconds = Math.max(0, atMs - course.anchorMs) / 1000
  const reached = course.checkpointSeconds + course.rate * elapsedSeconds
  if (course.rate <= 1) return reached
  const lagAtAnchor = course.anchorMs / 1000 - course.checkpointSeconds
  return Math.min(reached, atMs / 1000 - Math.min(course.floorLagSeconds, lagAtAnchor))
}

import { between, type Random } from '../random.ts'
import type { StartTemper } from './writers-at.ts'

const hour = 3600

/** Every verdict that a writer can have, and lag that moves as lag does. */
export const badDay: readonly StartTemper[] = [
  // Far behind, and neither better nor worse in the long run.
  { lagSeconds: 640, swing: { amplitudeSeconds: 90, periodSeconds: 1500 } },
  // Falling behind, one of them fast.
  { lagSeconds: 420, rate: 0.9, swing: { amplitudeSeconds: 20, periodSeconds: 700 } },
  { lagSeconds: 1150, rate: 0.7 },
  // Catching up: this one for an hour and a half yet, that one for minutes.
  { lagSeconds: 5400, rate: 1.9, floorLagSeconds: 3 },
  { lagSeconds: 12_400, rate: 9, floorLagSeconds: 3 },
  // Stalled: it says that it runs, and does not move.
  { lagSeconds: 1480, rate: 0 },
  // Abnormal: its process should run, but does not.
  { lagSeconds: 3900, active: false, inactiveForSeconds: 3896, rate: 4 },
  // Stopped by someone, an hour ago and a week ago.
  { status: 'stopped', lagSeconds: 1265, inactiveForSeconds: 1262, rate: 4 },
  { status: 'stopped', lagSeconds: 604_900, inactiveForSeconds: 604_898, rate: 4 },
  // The clock of its source runs ahead.
  { lagSeconds: -37, floorLagSeconds: -37 },
  // The clock of its host does.
  { lagSeconds: 3, floorLagSeconds: 3, rate: 4, clockAheadSeconds: 75 },
]

/** Fewer troubles, beside a host that is down. */
export const badNight: readonly StartTemper[] = [
  { lagSeconds: 330, rate: 0.96, swing: { amplitudeSeconds: 30, periodSeconds: 900 } },
  { lagSeconds: 2 * hour, rate: 2.2, floorLagSeconds: 4 },
  { lagSeconds: 860, rate: 0 },
  { status: 'stopped', lagSeconds: 86_700, inactiveForSeconds: 86_695, rate: 4 },
  // The clock of its host trails.
  { lagSeconds: 2, floorLagSeconds: 2, rate: 4, clockAheadSeconds: -95 },
  // Busy every half hour: near its limit, and back.
  {
    lagSeconds: 12,
    rate: 4,
    floorLagSeconds: 12,
    swing: { amplitudeSeconds: 210, periodSeconds: 1800 },
  },
]

/** Caught up, a little more or less from minute to minute, and able to catch up again after a pause. */
export function swinging(random: Random, count: number): StartTemper[] {
  return Array.from({ length: count }, () => {
    const lagSeconds = between(random, 1, 4)
    return {
      lagSeconds,
      floorLagSeconds: lagSeconds,
      rate: between(random, 3, 8),
      swing: {
        amplitudeSeconds: between(random, 2, 24),
        periodSeconds: between(random, 5, 25) * 60,
      },
    }
  })
}

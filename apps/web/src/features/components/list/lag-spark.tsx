// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Component } from '@wheelhouse/contract'
import { useLagTrail } from '../../../api/lag-trails.ts'
import { useClock } from '../../../lib/clock.ts'
import { isStale } from '../../../lib/freshness.ts'
import { Sparkline } from '../../../ui/sparkline.tsx'
import { lagsUpToNow, usualGap } from './lag-trail.ts'
import classes from './lag-spark.module.css'

/**
 * The lag of the last hour, beside the number that says it: how it got there. Over the threshold is
 * above the dashed line, which the colour only repeats.
 */
export function LagSpark({ component }: { readonly component: Component }) {
  const trail = useLagTrail(component.id)
  const stale = useClock((nowMs) => isStale(component, nowMs))
  const { lagSeconds, lagThresholdSeconds } = component
  const isOver = lagSeconds !== null && lagSeconds > lagThresholdSeconds
  return (
    <span
      aria-hidden
      className={classes.spark}
      data-look={stale ? 'old' : isOver ? 'over' : 'fine'}
    >
      <Sparkline
        values={trail ? lagsUpToNow(trail, component) : []}
        threshold={lagThresholdSeconds}
        mostGap={trail ? usualGap(trail, component) : 0}
      />
    </span>
  )
}

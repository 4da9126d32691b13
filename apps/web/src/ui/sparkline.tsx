// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { ReactNode } from 'react'
import classes from './sparkline.module.css'
import { sparks } from './sparks.ts'

interface SparklineProps {
  /** One a step of time, the oldest first; null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** Drawn as a dashed line; what lies above it is too much. */
  readonly threshold?: number | undefined
  /** So many unknown steps in a row are bridged; a longer stretch is a gap. None unless told. */
  readonly mostGap?: number
  /** What it shows, for who can't see it; without it, it is decoration beside numbers. */
  readonly label?: string
  readonly width?: number
  readonly height?: number
  /** Fills what lies below the curve. */
  readonly isFilled?: boolean
}

/** A curve without axes, in the colour of the text around it. Takes its room before it has values. */
export function Sparkline(props: SparklineProps): ReactNode {
  const { values, threshold, mostGap = 0, label, width = 72, height = 20, isFilled } = props
  const drawn = sparks(values, { threshold, mostGap, width, height })
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={classes.sparkline}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {isFilled && <path d={drawn.area} className={classes.area} />}
      {drawn.thresholdY !== null && (
        <line
          x1={0}
          x2={width}
          y1={drawn.thresholdY}
          y2={drawn.thresholdY}
          className={classes.threshold}
        />
      )}
      <path d={drawn.line} className={classes.line} />
    </svg>
  )
}

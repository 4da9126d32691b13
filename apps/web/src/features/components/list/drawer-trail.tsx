import type { Component } from '@wheelhouse/contract'
import { isObservable } from '@wheelhouse/contract'
import { useLagTrail } from '../../../api/lag-trails.ts'
import { useText } from '../../../i18n/text.ts'
import { durationWords, lagWords } from '../../../i18n/words.ts'
import { Sparkline } from '../../../ui/sparkline.tsx'
import { lagsUpToNow, usualGap, worstOf } from './lag-trail.ts'
import classes from './row-drawer.module.css'

/** The lag of the last hour, larger than in the row and with its worst said. */
export function DrawerTrail({ component }: { readonly component: Component }) {
  const text = useText()
  const trail = useLagTrail(component.id)
  if (!isObservable(component.kind)) return null
  const { lagSeconds, lagThresholdSeconds } = component
  const isOver = lagSeconds !== null && lagSeconds > lagThresholdSeconds
  const values = trail ? lagsUpToNow(trail, component) : []
  const worst = worstOf(values)
  const words =
    worst === null
      ? text('drawer.trail.none')
      : text('drawer.trail.worst', {
          worst: lagWords(text, worst),
          threshold: durationWords(text, lagThresholdSeconds),
        })
  return (
    <figure
      className={classes.trail}
      data-over={isOver || undefined}
      aria-busy={trail === undefined || undefined}
    >
      <Sparkline
        values={values}
        threshold={lagThresholdSeconds}
        mostGap={trail ? usualGap(trail, component) : 0}
        width={380}
        height={64}
        isFilled
      />
      <figcaption>{trail ? words : text('loading')}</figcaption>
    </figure>
  )
}

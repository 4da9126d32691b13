import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import { parseName } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords, agoWords, lagWords, trendWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { hasTrend, isStale } from '../../lib/freshness.ts'
import { exactTime, shortTime } from '../../lib/time.ts'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './cells.module.css'
import { VerdictBadge } from './verdict-badge.tsx'

interface CellProps {
  readonly component: Component
}

export const Unknown = () => (
  <span className="dim" {...hint(useText()('unknown.hint'))}>
    —
  </span>
)

export function VerdictCell({ component }: CellProps) {
  return (
    <>
      <VerdictBadge component={component} />
      <AsOf component={component} />
    </>
  )
}

/** Only where what is shown is no longer fresh. */
export function AsOf({ component }: CellProps) {
  const text = useText()
  const nowMs = useNow()
  const { observedAt } = component
  if (observedAt === null || !isStale(component, nowMs)) return null
  const ms = Date.parse(observedAt)
  return (
    <div className={classes.note} {...hint(exactTime(ms))}>
      {text('stale.as-of', { at: shortTime(ms, nowMs) })}
    </div>
  )
}

/** The identity, which people know it by; below it what moves: the agent's address, the sequence. */
export function NameText({ name }: { readonly name: string }) {
  const parts = parseName(name)
  if (!parts) return <span className={classes.identity}>{name}</span>
  return (
    <>
      <span className={classes.identity}>{parts.identity}</span>
      <span className={classes.place}>
        {parts.host}-{parts.agentPort} <span aria-hidden>·</span> {parts.sequence}
      </span>
    </>
  )
}

export function LagText({ component: { lagSeconds } }: CellProps) {
  const text = useText()
  if (lagSeconds === null) return <Unknown />
  return (
    <span className={classes.lag}>
      {lagWords(text, lagSeconds)}
      {lagSeconds < 0 && (
        <span className={classes.clock} {...hint(text('lag.negative.hint'))}>
          {text('lag.negative')}
        </span>
      )}
    </span>
  )
}

/** A caught-up component whose lag stands still needs no word for it, in sixty rows least of all. */
export function TrendText({ component }: CellProps) {
  const text = useText()
  const nowMs = useNow()
  const { lagTrendSecondsPerMinute, verdict } = component
  if (lagTrendSecondsPerMinute === null || !hasTrend(component, nowMs)) return null
  const rounded = Math.round(lagTrendSecondsPerMinute)
  if (rounded === 0 && verdict === 'running') return null
  const Icon = rounded > 0 ? IconArrowUpRight : rounded < 0 ? IconArrowDownRight : IconArrowRight
  const direction = rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'flat'
  return (
    <span className={classes.trend} data-direction={direction}>
      <Icon size={13} stroke={2} aria-hidden />
      {trendWords(text, lagTrendSecondsPerMinute)}
    </span>
  )
}

/** The moment, and its age when it was observed: one that ticked on would contradict the lag beside it. */
export function CheckpointText({ component: { checkpoint, lagSeconds } }: CellProps) {
  const text = useText()
  const nowMs = useNow()
  if (checkpoint === null) return <Unknown />
  const ms = checkpoint * 1000
  return (
    <time dateTime={new Date(ms).toISOString()} {...hint(exactTime(ms))}>
      {shortTime(ms, nowMs)}
      {lagSeconds !== null && (
        <span className={`${classes.note} ${classes.age}`}>
          {agoWords(text, ms, ms + lagSeconds * 1000)}
        </span>
      )}
    </time>
  )
}

export function ActiveText({ component: { active } }: CellProps) {
  const text = useText()
  if (active === null) return <span className="dim">{text('active.unknown')}</span>
  return (
    <span className={classes.active} data-active={active}>
      {text(active ? 'active.yes' : 'active.no')}
    </span>
  )
}

export function StatusText({ component: { status } }: CellProps) {
  const text = useText()
  if (status === null) return <span className="dim">{text('status.unknown')}</span>
  return (
    <span className="mono" {...hint(text('status.hint', { status }))}>
      {status}
    </span>
  )
}

export function CommandText({ component: { lastCommand } }: CellProps) {
  const text = useText()
  if (!lastCommand) return <span className="dim">—</span>
  return (
    <>
      <div className={classes.clip}>
        {text(`command.${lastCommand.kind}`, { by: actorWords(text, lastCommand.by) })}
      </div>
      <div className={classes.note}>
        <TimeAgo at={lastCommand.at} />
      </div>
    </>
  )
}

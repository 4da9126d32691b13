// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import { isObservable, parseName } from '@wheelhouse/contract'
import type { Component, ComponentKind } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords, agoWords, lagWords, roughWords, trendWords } from '../../i18n/words.ts'
import { useClock } from '../../lib/clock.ts'
import { hasTrend, isStale } from '../../lib/freshness.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { exactTime, shortTime } from '../../lib/time.ts'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './cells.module.css'
import { VerdictBadge } from './verdict-badge.tsx'

interface CellProps {
  readonly component: Component
}

/** CM has not told it; of some kinds it never does. */
export const Unknown = ({ kind = 'writer' }: { readonly kind?: ComponentKind }) => {
  const text = useText()
  return (
    <span
      className="dim"
      {...hint(text(isObservable(kind) ? 'unknown.hint' : 'unobservable.hint'))}
    >
      —
    </span>
  )
}

export function VerdictCell({ component }: CellProps) {
  return (
    <>
      <VerdictBadge component={component} />
      {isObservable(component.kind) ? (
        <AsOf component={component} />
      ) : (
        <Commanded component={component} />
      )}
    </>
  )
}

/** Of what can't be observed: what it was last told. */
export function Commanded({ component: { lastCommand } }: CellProps) {
  const text = useText()
  const words = useClock((nowMs) => {
    if (!lastCommand) return undefined
    const ago = agoWords(text, Date.parse(lastCommand.at), nowMs)
    return text('commanded.note', { kind: text(`kind.${lastCommand.kind}`), ago })
  })
  if (words === undefined) {
    return <div className={`${classes.note} ${classes.clip}`}>{text('commanded.never')}</div>
  }
  return (
    <div className={`${classes.note} ${classes.clip}`} {...hint(words)}>
      {words}
    </div>
  )
}

/** On a card, for the columns that are not there. */
export function SummaryText({ component }: CellProps) {
  if (!isObservable(component.kind)) return component.host
  return (
    <>
      {component.host ?? '—'} · <CheckpointText component={component} />
    </>
  )
}

/** Only where what is shown is no longer fresh. */
export function AsOf({ component }: CellProps) {
  const text = useText()
  const ms = Date.parse(component.observedAt ?? '')
  const at = useClock((nowMs) =>
    !Number.isNaN(ms) && isStale(component, nowMs) ? shortTime(ms, nowMs) : undefined,
  )
  if (at === undefined) return null
  return (
    <div className={classes.note} {...hint(exactTime(ms))}>
      {text('stale.as-of', { at })}
    </div>
  )
}

interface NameTextProps {
  readonly name: string
  readonly kind: ComponentKind
  /** The former name by which a search found it. */
  readonly formerly?: string | undefined
}

/**
 * The identity, which people know it by; below it what moves: the agent's address, the sequence. A
 * writer goes without saying; of other kinds, the kind comes first, and the address last.
 */
export function NameText({ name, kind, formerly }: NameTextProps) {
  const text = useText()
  const parts = parseName(name)
  const address = parts && `${parts.host}-${parts.agentPort}`
  const now = kind === 'writer' ? [address, parts?.sequence] : [parts?.sequence, address]
  const small = [
    kind === 'writer' ? undefined : kindNames[kind],
    ...(formerly === undefined ? now : [text('name.formerly', { name: formerly })]),
  ].filter((word) => word !== undefined)
  return (
    <>
      <span className={classes.identity}>{shortIdentity(name, kind)}</span>
      {small.length > 0 && (
        <span className={classes.place}>
          {small.map((word, index) => (
            <span key={word}>
              {index > 0 && <span aria-hidden> · </span>}
              {word}
            </span>
          ))}
        </span>
      )}
    </>
  )
}

/** A connector's begins with its kind, which stands below it anyway. */
function shortIdentity(name: string, kind: ComponentKind): string {
  const identity = parseName(name)?.identity ?? name
  return kind === 'connector' ? identity.replace(/^connector:(?=.)/u, '') : identity
}

export function LagText({ component: { kind, lagSeconds } }: CellProps) {
  const text = useText()
  if (lagSeconds === null) return <Unknown kind={kind} />
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
  const isTelling = useClock((nowMs) => hasTrend(component, nowMs))
  const { lagTrendSecondsPerMinute, verdict } = component
  if (lagTrendSecondsPerMinute === null || !isTelling) return null
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

/** Where the lag is going: of what catches up, when it will have; of the rest, how fast. */
export function OutlookText({ component }: CellProps) {
  const text = useText()
  const isTelling = useClock((nowMs) => hasTrend(component, nowMs))
  const { verdict, etaSeconds, lagTrendSecondsPerMinute: trend } = component
  if (verdict !== 'catching-up' || etaSeconds === null || trend === null || !isTelling) {
    return <TrendText component={component} />
  }
  return (
    <span className={classes.trend} data-direction="down" {...hint(trendWords(text, trend))}>
      <IconArrowDownRight size={13} stroke={2} aria-hidden />
      {text('lag.eta', { n: roughWords(text, etaSeconds) })}
    </span>
  )
}

/** The moment, and its age when it was observed: one that ticked on would contradict the lag beside it. */
export function CheckpointText({ component: { kind, checkpoint, lagSeconds } }: CellProps) {
  const text = useText()
  const ms = (checkpoint ?? 0) * 1000
  const at = useClock((nowMs) => shortTime(ms, nowMs))
  if (checkpoint === null) return <Unknown kind={kind} />
  return (
    <time dateTime={new Date(ms).toISOString()} {...hint(exactTime(ms))}>
      {at}
      {lagSeconds !== null && (
        <span className={`${classes.note} ${classes.age}`}>
          {agoWords(text, ms, ms + lagSeconds * 1000)}
        </span>
      )}
    </time>
  )
}

export function ActiveText({ component: { kind, active } }: CellProps) {
  const text = useText()
  if (!isObservable(kind)) return <Unknown kind={kind} />
  if (active === null) return <span className="dim">{text('active.unknown')}</span>
  return (
    <span className={classes.active} data-active={active}>
      {text(active ? 'active.yes' : 'active.no')}
    </span>
  )
}

export function StatusText({ component: { kind, status } }: CellProps) {
  const text = useText()
  if (!isObservable(kind)) return <Unknown kind={kind} />
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

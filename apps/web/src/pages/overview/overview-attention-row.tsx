import { Link } from '@tanstack/react-router'
import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useClusterName } from '../../api/cluster-name.ts'
import { LagText, TrendText } from '../../features/components/cells.tsx'
import { LagSpark } from '../../features/components/list/lag-spark.tsx'
import { verdictSentence } from '../../features/components/verdict.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords, secondsSince } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { exactTime } from '../../lib/time.ts'
import { hint } from '../../ui/hints.tsx'
import classes from './overview-attention.module.css'

/** One component that wants somebody: which, where, how far behind and going where, since when. */
export function AttentionRow({ component }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  const nameOf = useClusterName()
  const { id, name, identity, host, cluster, kind, verdict } = component
  // A writer goes without saying, as in the list.
  const kindWords = kind === 'writer' ? [] : [kindNames[kind]]
  return (
    <li className={classes.row} data-kind={verdict === 'needs-you' ? 'needs' : undefined}>
      <div className={classes.who}>
        <Link
          to="/components/$id"
          params={{ id }}
          className={classes.name}
          {...hint(`${name}\n${verdictSentence(text, component, nowMs)}`)}
        >
          {identity ?? name}
        </Link>
        <span className={classes.place}>
          {[...kindWords, host ?? '—', `CM ${nameOf(cluster)}`].join(' · ')}
        </span>
      </div>
      {verdict === 'needs-you' && <WaitingOperation component={component} />}
      <span className={classes.spark}>
        {isObservable(kind) && <LagSpark component={component} />}
      </span>
      <span className={classes.lag}>
        {isObservable(kind) && <LagText component={component} />}
        <TrendText component={component} />
      </span>
      <Since component={component} />
    </li>
  )
}

/** What nobody but a person can settle, and where it is settled. */
function WaitingOperation({ component }: { readonly component: Component }) {
  const text = useText()
  const waiting = component.operation ?? component.failedOperation
  if (!waiting) return null
  const kind = text(`kind.${waiting.kind}`)
  return (
    <span className={classes.waiting}>
      {text(component.operation ? 'overview.needs.uncertain' : 'overview.needs.failed', { kind })}{' '}
      <Link to="/operations/$id" params={{ id: waiting.id }}>
        {text('overview.needs.decide')}
      </Link>
    </span>
  )
}

function Since({ component: { verdictSince } }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  if (verdictSince === null) return <span className={classes.since} />
  const ms = Date.parse(verdictSince)
  const n = durationWords(text, Math.max(0, secondsSince(ms, nowMs)))
  return (
    <time className={classes.since} dateTime={verdictSince} {...hint(exactTime(ms))}>
      {text('overview.for', { n })}
    </time>
  )
}

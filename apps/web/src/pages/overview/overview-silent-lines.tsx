import { Link } from '@tanstack/react-router'
import { IconPlugConnectedX, IconServerOff } from '@tabler/icons-react'
import type { Cluster, Host } from '@wheelhouse/contract'
import { useClusterName } from '../../api/cluster-name.ts'
import { failureDetail } from '../../i18n/failure-words.ts'
import { useText } from '../../i18n/text.ts'
import { agoWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { shortTime } from '../../lib/time.ts'
import { narrowedTo } from '../narrowed-to.ts'
import classes from './overview-attention.module.css'

/** One line for all that a CM that does not answer leaves in the dark. */
export function SilentClusterLine({ cluster }: { readonly cluster: Cluster }) {
  const text = useText()
  const since = shortTime(Date.parse(cluster.reachabilitySince), useNow())
  const { id, name, components, failure } = cluster
  return (
    <li className={classes.line} data-tone="slate">
      <IconPlugConnectedX size={18} stroke={1.9} aria-hidden />
      <div className={classes.who}>
        <Link to="/components" search={narrowedTo({ cluster: id })} className={classes.cause}>
          {text('overview.cluster', { name, since, n: components })}
        </Link>
        {failure && (
          <span className={classes.place}>
            {text(`failure.${failure.code}`)} {failureDetail(text, failure)}
          </span>
        )}
      </div>
      <Link to="/clusters">{text('overview.cluster.look')}</Link>
    </li>
  )
}

/** One line for all that should run on a host on which nothing is seen at work. */
export function SilentHostLine({ host: it }: { readonly host: Host }) {
  const text = useText()
  const nowMs = useNow()
  const nameOf = useClusterName()
  const { host, cluster, components, lastSeenAt } = it
  return (
    <li className={classes.line} data-tone="red">
      <IconServerOff size={18} stroke={1.9} aria-hidden />
      <div className={classes.who}>
        <Link to="/components" search={narrowedTo({ cluster, host })} className={classes.cause}>
          {text('overview.host', { host, n: components })}
        </Link>
        <span className={classes.place}>
          {`CM ${nameOf(cluster)} · `}
          {lastSeenAt === null
            ? text('overview.host.never')
            : text('overview.host.since', { ago: agoWords(text, Date.parse(lastSeenAt), nowMs) })}
        </span>
      </div>
      <Link to="/hosts" search={{ q: host }}>
        {text('overview.host.look')}
      </Link>
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import { IconHelp, IconServer2, IconServerOff } from '@tabler/icons-react'
import { componentKinds } from '@wheelhouse/contract'
import type { Host } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { Badge } from '../../ui/badge.tsx'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { AheadText } from './ahead-text.tsx'
import { heapWords } from './heap-words.ts'
import classes from './host-table.module.css'

const stateLooks = {
  alive: { tone: 'green', icon: IconServer2, isLoud: false },
  silent: { tone: 'red', icon: IconServerOff, isLoud: true },
  unknown: { tone: 'grey', icon: IconHelp, isLoud: false },
} as const

interface HostRowProps {
  readonly host: Host
  readonly clusterName: string
  readonly counts: ReactNode
}

export function HostRow({ host: it, clusterName, counts }: HostRowProps) {
  const text = useText()
  const { cluster, host, state, components, lastSeenAt } = it
  return (
    <tr data-state={state}>
      <td data-column="host">
        <Link to="/components" search={{ cluster, host }} className={classes.host}>
          {host}
        </Link>
        <div className={classes.note}>
          {`CM ${clusterName} · ${text('hosts.components.n', { n: components })}`}
        </div>
      </td>
      <td data-column="state">
        <Badge
          {...stateLooks[state]}
          word={text(`hosts.state.${state}`)}
          hintText={text(`hosts.state.${state}.hint`)}
        />
      </td>
      <td data-column="components">{counts}</td>
      <td data-column="kinds">
        <Kinds host={it} />
      </td>
      <td data-column="heap">
        <span className={classes.label}>{text('hosts.heap')}</span> <Heap host={it} />
      </td>
      <td data-column="seen">
        <span className={classes.label}>{text('hosts.seen')}</span>{' '}
        {lastSeenAt === null ? (
          <span className="dim">{text('hosts.never')}</span>
        ) : (
          <AheadText at={lastSeenAt}>
            <TimeAgo at={lastSeenAt} />
          </AheadText>
        )}
      </td>
    </tr>
  )
}

const Kinds = ({ host: { kinds } }: { readonly host: Host }) =>
  componentKinds
    .filter((kind) => (kinds[kind] ?? 0) > 0)
    .map((kind) => (
      <span key={kind} className={classes.kind}>
        {kindNames[kind]} {kinds[kind]}
      </span>
    ))

/** Never without saying of how many it is the sum. */
function Heap({ host }: { readonly host: Host }) {
  const text = useText()
  const { heapMegabytes, heapsKnown, components } = host
  if (heapMegabytes === null) return <span className="dim">{text('hosts.heap.none')}</span>
  return (
    <span className={classes.heap} {...hint(text('hosts.heap.hint'))}>
      <span>{heapWords(heapMegabytes)}</span>
      <span className={classes.note}>
        {text('hosts.heap.known', { n: heapsKnown, total: components })}
      </span>
    </span>
  )
}

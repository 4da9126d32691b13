import { Link } from '@tanstack/react-router'
import { IconCircleCheck } from '@tabler/icons-react'
import type { Component } from '@wheelhouse/contract'
import { looks } from '../../features/components/verdict.ts'
import { attentionVerdicts, isCalm } from '../../features/overview/attention.ts'
import type { Attention, AttentionVerdict } from '../../features/overview/attention.ts'
import { worstLag } from '../../features/overview/worst-lags.ts'
import { useText } from '../../i18n/text.ts'
import { lagWords, numberWords } from '../../i18n/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import { narrowedTo } from '../narrowed-to.ts'
import { AttentionRow } from './overview-attention-row.tsx'
import classes from './overview-attention.module.css'
import { SilentClusterLine, SilentHostLine } from './overview-silent-lines.tsx'

interface OverviewAttentionProps {
  readonly attention: Attention
  readonly components: readonly Component[]
}

/** What wants somebody, worst first; where nothing does, that is said, and how it is known. */
export function OverviewAttention({ attention, components }: OverviewAttentionProps) {
  const text = useText()
  const { clusters, hosts, groups, total } = attention
  const needing = groups.filter(({ verdict }) => verdict === 'needs-you')
  const others = groups.filter(({ verdict }) => verdict !== 'needs-you')
  return (
    <Panel
      title={text('overview.attention')}
      isFlush
      aside={
        total > 0 && (
          <Link to="/components" search={narrowedTo({ verdicts: attentionVerdicts })}>
            {text('overview.attention.n', { n: total, total: components.length })}
          </Link>
        )
      }
    >
      {isCalm(attention) && <Calm components={components} />}
      {needing.map((group) => (
        <Group key={group.verdict} {...group} />
      ))}
      {clusters.length + hosts.length > 0 && (
        <ul className={classes.lines}>
          {clusters.map((cluster) => (
            <SilentClusterLine key={cluster.id} cluster={cluster} />
          ))}
          {hosts.map((host) => (
            <SilentHostLine key={`${host.cluster} ${host.host}`} host={host} />
          ))}
        </ul>
      )}
      {others.map((group) => (
        <Group key={group.verdict} {...group} />
      ))}
    </Panel>
  )
}

/** So many of one verdict stand here; the others are a link away. */
const mostRows = 5

interface GroupProps {
  readonly verdict: AttentionVerdict
  readonly components: readonly Component[]
}

function Group({ verdict, components }: GroupProps) {
  const text = useText()
  const more = components.length - mostRows
  const word = text(`verdict.${verdict}`)
  const search = narrowedTo({ verdicts: [verdict] })
  return (
    <section aria-label={text('overview.attention.group', { verdict: word, n: components.length })}>
      <h3 className={classes.heading}>
        <Badge {...looks[verdict]} word={word} />
        <Link to="/components" search={search} className={classes.count}>
          {numberWords(components.length)}
          <span className="unseen">{text('overview.attention.list')}</span>
        </Link>
      </h3>
      <ul>
        {components.slice(0, mostRows).map((component) => (
          <AttentionRow key={component.id} component={component} />
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.more}>
          <Link to="/components" search={search}>
            {text('overview.attention.more', { n: more })}
          </Link>
        </p>
      )}
    </section>
  )
}

function Calm({ components }: { readonly components: readonly Component[] }) {
  const text = useText()
  const worst = worstLag(components)
  const n = components.length
  return (
    <div className={classes.calm} data-tone="green">
      <IconCircleCheck size={30} stroke={1.5} aria-hidden />
      <div>
        <p className={classes.well}>{text('overview.calm.title')}</p>
        <p className="dim">
          {worst?.lagSeconds == null
            ? text('overview.calm.nolag', { n })
            : text('overview.calm.body', {
                n,
                lag: lagWords(text, worst.lagSeconds),
                name: worst.identity ?? worst.name,
              })}
        </p>
      </div>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import type { Cluster, Component } from '@wheelhouse/contract'
import { countVerdicts } from '../../features/overview/count-verdicts.ts'
import { useText } from '../../i18n/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { narrowedTo } from '../narrowed-to.ts'
import classes from './overview-counts.module.css'
import { VerdictCounts } from '../verdict-counts.tsx'

interface OverviewCountsProps {
  readonly components: readonly Component[]
  readonly clusters: readonly Cluster[]
}

/** How each cluster stands; every number leads to those it counts. */
export function OverviewCounts({ components, clusters }: OverviewCountsProps) {
  const text = useText()
  return (
    <Panel title={text('overview.counts')}>
      <ul className={classes.clusters}>
        {countVerdicts(components, clusters).map(({ cluster: { id, name }, total, counts }) => (
          <li key={id} className={classes.cluster}>
            <div className={classes.head}>
              <strong>CM {name}</strong>
              <Link to="/components" search={narrowedTo({ cluster: id })}>
                {text('overview.counts.all', { n: total })}
              </Link>
            </div>
            <VerdictCounts counts={counts} cluster={id} label={`CM ${name}`} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

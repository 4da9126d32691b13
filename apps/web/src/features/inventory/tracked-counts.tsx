import { Link } from '@tanstack/react-router'
import { componentKinds } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { countTracked } from './count-tracked.ts'
import { origins } from './inventory-search.ts'
import type { InventorySearch } from './inventory-search.ts'
import tableClasses from '../../ui/plain-table.module.css'
import classes from './tracked-counts.module.css'

interface TrackedCountsProps {
  readonly components: readonly Component[]
  readonly clusters: readonly Cluster[]
}

/** How many are tracked; each count leads to those that it counts. */
export function TrackedCounts({ components, clusters }: TrackedCountsProps) {
  const text = useText()
  const counts = countTracked(components, clusters)
  return (
    <div className={classes.counts}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption className="unseen">{text('inventory.counts')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('inventory.cluster')}</th>
            {componentKinds.map((kind) => (
              <th key={kind} scope="col">
                {kindNames[kind]}
              </th>
            ))}
            <th scope="col">{text('inventory.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.clusters.map(({ cluster: { id, name }, kinds, total }) => (
            <tr key={id}>
              <th scope="row">CM {name}</th>
              {componentKinds.map((kind) => (
                <td key={kind}>
                  <Count n={kinds[kind]} search={{ cluster: id, kind }} />
                </td>
              ))}
              <td>
                <Count n={total} search={{ cluster: id }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.origins}>
        {origins.map((origin) => (
          <div key={origin}>
            <dt>{text(`origin.${origin}`)}</dt>
            <dd>
              <Count n={counts.origins[origin]} search={{ origin }} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Count({ n, search }: { readonly n: number; readonly search: InventorySearch }) {
  if (n === 0) return <span className={classes.none}>0</span>
  return (
    <Link to="/inventory" search={search} replace resetScroll={false}>
      {numberWords(n)}
    </Link>
  )
}

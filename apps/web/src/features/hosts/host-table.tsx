import type { Host } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import tableClasses from '../../ui/table.module.css'
import { HostRow } from './host-row.tsx'
import classes from './host-table.module.css'

interface HostTableProps {
  readonly hosts: readonly Host[]
  /** What a cluster is called. */
  readonly clusterName: (id: string) => string
  /** Its components by verdict. */
  readonly countsOf: (host: Host) => ReactNode
}

const columns = ['host', 'state', 'components', 'kinds', 'heap', 'seen'] as const

/** A machine a row; on a narrow screen a card each. */
export function HostTable({ hosts, clusterName, countsOf }: HostTableProps) {
  const text = useText()
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{text('hosts.caption')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {text(`hosts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <HostRow
            key={`${host.cluster} ${host.host}`}
            host={host}
            clusterName={clusterName(host.cluster)}
            counts={countsOf(host)}
          />
        ))}
      </tbody>
    </table>
  )
}

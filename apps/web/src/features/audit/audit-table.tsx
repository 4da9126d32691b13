import type { AuditRecord } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import tableClasses from '../../ui/table.module.css'
import { AuditRow } from './audit-row.tsx'
import classes from './audit-table.module.css'

const columns = ['when', 'who', 'what', 'on', 'why', 'calls', 'result'] as const

/** Who did what, when, on which component, why and with what result; each row opens to the whole record. */
export function AuditTable({ records }: { readonly records: readonly AuditRecord[] }) {
  const text = useText()
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{text('audit.caption')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {text(`audit.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <AuditRow key={record.seq} record={record} columns={columns.length} />
        ))}
      </tbody>
    </table>
  )
}
